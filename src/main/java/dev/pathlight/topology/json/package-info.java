/**
 * Knows how a drawing is written in a file: topology JSON, version 1.
 *
 * <p>Does not know: what a drawing means, where it runs.
 *
 * <p>Start reading at {@link dev.pathlight.topology.json.TopologyReader}.
 */
@NullMarked
package dev.pathlight.topology.json;

import org.jspecify.annotations.NullMarked;
