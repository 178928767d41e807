package dev.pathlight.check;

import dev.pathlight.topology.Topology;

/** A topology that no rule objects to: the proof the planner asks for. Only {@link Checker} makes one. */
public final class CheckedTopology {
    private final Topology topology;

    CheckedTopology(Topology topology) {
        this.topology = topology;
    }

    public Topology topology() {
        return topology;
    }
}
