/**
 * Knows the same intents as the window, from a terminal.
 *
 * <p>Does not know: screens.
 *
 * <p>Start reading at {@link dev.pathlight.cli.Pathlight}.
 */
@NullMarked
package dev.pathlight.cli;

import org.jspecify.annotations.NullMarked;
