package dev.pathlight.wire;

/**
 * A bridge's part in the spanning tree (IFLA_BR_* of {@code linux/if_link.h}, IEEE 802.1D-1998, 8.5.3). The times are those in
 * force, which are the root's, whatever this bridge was told itself; in 1/100 s.
 *
 * @param root id of the bridge taken for the root, as {@link LinkRow.BridgeRow#id}; its own where it is the root
 * @param rootPort number of the port towards the root; 0 at the root
 * @param rootCost of the way there
 */
public record SpanningTree(String root, int rootPort, long rootCost, long forwardDelay, long helloTime, long maxAge) {
    /** Nothing is known. */
    public static final SpanningTree NONE = new SpanningTree("", 0, 0, 0, 0, 0);
}
