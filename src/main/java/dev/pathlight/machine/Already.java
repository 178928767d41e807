package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;
import java.util.Set;

/** What the kernel refuses because somebody has done it by hand already. */
final class Already {
    private static final Set<String> GONE = Set.of("ENOENT", "ESRCH", "EADDRNOTAVAIL", "ENODEV");

    private Already() {}

    /** Whether what was refused is as it was to become. */
    static boolean isDone(StepFailure refused) {
        return switch (refused.step().op()) {
            case NetOp.DeleteLink _,
                    NetOp.DeleteAddress _,
                    NetOp.DeleteRoute _,
                    NetOp.DeleteNeighbour _,
                    NetOp.DeleteTunnelRow _,
                    NetOp.DeleteFilterTable _,
                    NetOp.RemovePortVlan _ -> GONE.contains(refused.errnoName());
            case NetOp.AddAddress _ -> refused.errnoName().equals("EEXIST");
            default -> false;
        };
    }
}
