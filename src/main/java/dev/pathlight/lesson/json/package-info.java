/**
 * Knows how a lesson is written in a file: lesson JSON, version 1.
 *
 * <p>Does not know: whether a lesson fits its drawing, how it is taken.
 *
 * <p>Start reading at {@link dev.pathlight.lesson.json.LessonReader}.
 */
@NullMarked
package dev.pathlight.lesson.json;

import org.jspecify.annotations.NullMarked;
