/**
 * Knows how flanneld and the CNI plugins set a cluster up, and does their work on a drawing.
 *
 * <p>Does not know: files, kernels, screens, where boxes stand.
 *
 * <p>Start reading at {@link dev.pathlight.topology.flannel.Growth}.
 */
@NullMarked
package dev.pathlight.topology.flannel;

import org.jspecify.annotations.NullMarked;
