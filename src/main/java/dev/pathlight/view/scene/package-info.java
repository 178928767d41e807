/**
 * Knows where everything stands when a drawing is drawn: boxes, ports, cables, labels, and the way a packet takes between.
 *
 * <p>Does not know: JavaFX, colours, gestures. All lengths are drawing units (a pixel at zoom 1); y grows downwards.
 *
 * <p>Start reading at {@link dev.pathlight.view.scene.Scene}.
 */
@NullMarked
package dev.pathlight.view.scene;

import org.jspecify.annotations.NullMarked;
