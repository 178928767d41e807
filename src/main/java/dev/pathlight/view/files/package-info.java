/**
 * Knows what is kept on this computer beside the user's own files: copies of what is not saved yet, and which files were
 * opened last.
 *
 * <p>Does not know: the window, the drawing on the table; its methods may block and are called in the background.
 *
 * <p>Start reading at {@link dev.pathlight.view.files.SafetyCopies}.
 */
@NullMarked
package dev.pathlight.view.files;

import org.jspecify.annotations.NullMarked;
