/**
 * Knows how a drawing looks on the screen and which gestures change it.
 *
 * <p>Does not know: where things stand (that is {@code view.scene}), what becomes of an intent.
 *
 * <p>Start reading at {@link dev.pathlight.ui.canvas.CanvasPane}.
 */
@NullMarked
package dev.pathlight.ui.canvas;

import org.jspecify.annotations.NullMarked;
