/**
 * Knows what a lesson is: its steps, what must be seen at each, and how to take them one after the other.
 *
 * <p>Does not know: which faults a lesson puts in; it goes by what the kernel's tables and the packets show. Nor screens.
 *
 * <p>Start reading at {@link dev.pathlight.lesson.Lesson}.
 */
@NullMarked
package dev.pathlight.lesson;

import org.jspecify.annotations.NullMarked;
