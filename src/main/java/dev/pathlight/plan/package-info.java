/**
 * Knows what to do, in which order, to bring a checked drawing about, and how to undo it.
 *
 * <p>Does not know: bytes, sockets, processes, screens.
 *
 * <p>Start reading at {@link dev.pathlight.plan.Planner}.
 */
@NullMarked
package dev.pathlight.plan;

import org.jspecify.annotations.NullMarked;
