/**
 * Knows the drawing as a graph: what is joined to what.
 *
 * <p>Does not know: files, kernels, screens.
 *
 * <p>Start reading at {@link dev.pathlight.topology.Topology}.
 */
@NullMarked
package dev.pathlight.topology.graph;

import org.jspecify.annotations.NullMarked;
