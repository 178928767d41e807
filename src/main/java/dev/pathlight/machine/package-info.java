/**
 * Knows the doors to the places where steps run, and runs a plan through one.
 *
 * <p>Does not know: drawings, journeys, screens.
 *
 * <p>Start reading at {@link dev.pathlight.machine.Machine}.
 */
@NullMarked
package dev.pathlight.machine;

import org.jspecify.annotations.NullMarked;
