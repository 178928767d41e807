/**
 * Knows the front door: builds the rooms and hands each what it needs. Nobody imports it.
 *
 * <p>Does not know: what happens in any room.
 *
 * <p>Start reading at {@link dev.pathlight.Main}.
 */
@NullMarked
package dev.pathlight;

import org.jspecify.annotations.NullMarked;
