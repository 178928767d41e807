/**
 * Knows what the user drew, as immutable values, and every way it may be edited.
 *
 * <p>Does not know: files, kernels, screens.
 *
 * <p>Start reading at {@link dev.pathlight.topology.Drawing}.
 */
@NullMarked
package dev.pathlight.topology;

import org.jspecify.annotations.NullMarked;
