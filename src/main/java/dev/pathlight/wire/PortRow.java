package dev.pathlight.wire;

/**
 * What the spanning tree knows at a bridge's port (IFLA_BRPORT_* of {@code linux/if_link.h}; IEEE 802.1D-1998, 8.5.5).
 * "Designated" is what leads towards the root from the segment that the port is on.
 *
 * @param priority of the port, 0..63
 * @param cost of the way through it
 * @param root the bridge taken for the root, as {@link LinkRow.BridgeRow#id}
 * @param designatedBridge of the segment
 * @param designatedPort its port there: priority and number in one
 * @param designatedCost from there to the root
 * @param waitCentiseconds until the port goes on to its next state, 1/100 s; 0 when it does not wait
 */
public record PortRow(
        int priority,
        long cost,
        String root,
        String designatedBridge,
        int designatedPort,
        long designatedCost,
        long waitCentiseconds) {
    /** BR_STATE_* of {@code linux/if_bridge.h}. */
    public static final int DISABLED = 0;

    public static final int LISTENING = 1;
    public static final int LEARNING = 2;
    public static final int FORWARDING = 3;
    public static final int BLOCKING = 4;

    /** Nothing is known. */
    public static final PortRow NONE = new PortRow(0, 0, "", "", 0, 0, 0);
}
