/**
 * Knows how what runs differs from what was brought there: what somebody changed by hand, as operations that would have done it.
 *
 * <p>Does not know: who changed it, how it is shown, or how it is put back.
 *
 * <p>Start reading at {@link dev.pathlight.session.drift.Drifts}.
 */
@NullMarked
package dev.pathlight.session.drift;

import org.jspecify.annotations.NullMarked;
