/**
 * Knows how a terminal is shown, and the library that does it.
 *
 * <p>Does not know: where its shell runs, or what else is in the window.
 *
 * <p>Start reading at {@link dev.pathlight.ui.terminal.TerminalScreen}.
 */
@NullMarked
package dev.pathlight.ui.terminal;

import org.jspecify.annotations.NullMarked;
