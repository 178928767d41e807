package dev.pathlight.check;

import dev.pathlight.topology.Topology;

/** Holds a topology against every rule. */
public final class Checker {
    private Checker() {}

    public static CheckResult check(Topology topology) {
        throw new UnsupportedOperationException("being built: " + topology);
    }
}
