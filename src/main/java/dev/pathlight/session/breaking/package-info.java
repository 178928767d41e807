/**
 * Knows what students break in a running network, by the plan's operations, and how each mistake is mended.
 *
 * <p>Does not know: what the verdict on a mistake is. That is found out from what the kernel shows, in a room that cannot see
 * this one.
 *
 * <p>Start reading at {@link dev.pathlight.session.breaking.Breakages}.
 */
@NullMarked
package dev.pathlight.session.breaking;

import org.jspecify.annotations.NullMarked;
