/**
 * Knows what a machine shows now: links, addresses, routes, neighbours, MAC tables, frames.
 *
 * <p>Does not know: drawings' meaning, journeys, screens.
 *
 * <p>Start reading at {@link dev.pathlight.live.Snapshot}.
 */
@NullMarked
package dev.pathlight.live;

import org.jspecify.annotations.NullMarked;
