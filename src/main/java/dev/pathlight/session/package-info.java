/**
 * Knows one running drawing from Run to Stop: brings the rooms to its left together, without a screen.
 *
 * <p>Does not know: JavaFX, command lines.
 *
 * <p>Start reading at {@link dev.pathlight.session.Session}.
 */
@NullMarked
package dev.pathlight.session;

import org.jspecify.annotations.NullMarked;
