/**
 * Knows how a class says that it breaks a rule of the house, and why it may.
 *
 * <p>Does not know: any room; the rules themselves are a test.
 *
 * <p>Start reading at {@link dev.pathlight.house.HouseException}.
 */
@NullMarked
package dev.pathlight.house;

import org.jspecify.annotations.NullMarked;
