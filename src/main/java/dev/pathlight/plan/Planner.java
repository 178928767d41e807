package dev.pathlight.plan;

import dev.pathlight.check.CheckedTopology;

/** Turns a checked topology into a plan. */
public final class Planner {
    private Planner() {}

    public static Plan plan(CheckedTopology checked, Inventory existing) {
        throw new UnsupportedOperationException("being built: " + checked + existing);
    }
}
