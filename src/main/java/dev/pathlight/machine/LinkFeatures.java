package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;

/** Which part of the bridge's code a kernel lacks, by how it refuses; it says so without a word of its own. */
final class LinkFeatures {
    private static final int EOPNOTSUPP = 95;
    private static final String NO_VLANS =
            "this kernel was built without CONFIG_BRIDGE_VLAN_FILTERING: turn VLAN filtering off, or run on another"
                    + " kernel";

    private LinkFeatures() {}

    /** "" when the errno speaks of something else. */
    static String missing(NetOp op, int errno) {
        boolean aboutVlans = op instanceof NetOp.AddPortVlan
                || op instanceof NetOp.RemovePortVlan
                || op instanceof NetOp.CreateBridge b && b.options().vlanFiltering()
                || op instanceof NetOp.SetBridge s && s.options().vlanFiltering();
        return aboutVlans && errno == EOPNOTSUPP ? NO_VLANS : "";
    }

    /** Whether these words are ours and not the kernel's. */
    static boolean isOurs(String words) {
        return words.equals(NO_VLANS);
    }
}
