/**
 * Knows the lesson that an instructor writes: what can be filled in, every change and its undoing, what is wrong with it.
 *
 * <p>Does not know: files, what runs, what is recorded from it.
 *
 * <p>Start reading at {@link dev.pathlight.view.writing.LessonEditor}.
 */
@NullMarked
package dev.pathlight.view.writing;

import org.jspecify.annotations.NullMarked;
