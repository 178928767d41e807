/**
 * Knows what is wrong with a drawing, where, and how to mend it, before anything runs.
 *
 * <p>Does not know: kernels, plans, screens.
 *
 * <p>Start reading at {@link dev.pathlight.check.Checker}.
 */
@NullMarked
package dev.pathlight.check;

import org.jspecify.annotations.NullMarked;
