/**
 * Knows one packet in several places: its journey, and the row that decided each hop. Pure.
 *
 * <p>Does not know: machines, threads, screens.
 *
 * <p>Start reading at {@link dev.pathlight.trace.JourneyTracker}.
 */
@NullMarked
package dev.pathlight.trace;

import org.jspecify.annotations.NullMarked;
