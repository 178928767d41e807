/**
 * Knows how a drawing becomes a picture, a page or a film in a file, by the painters of the canvas.
 *
 * <p>Does not know: the window; it needs no screen and no toolkit.
 *
 * <p>Start reading at {@link dev.pathlight.ui.picture.Picture}.
 */
@NullMarked
package dev.pathlight.ui.picture;

import org.jspecify.annotations.NullMarked;
