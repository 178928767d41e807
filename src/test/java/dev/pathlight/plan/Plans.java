package dev.pathlight.plan;

import dev.pathlight.topology.Topology;

/** Plans of drawings that tests of other rooms need, unchecked. */
public final class Plans {
    private Plans() {}

    public static Plan of(Topology topology) {
        return Planner.plan(topology);
    }
}
