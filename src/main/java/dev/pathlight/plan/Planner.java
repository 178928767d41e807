package dev.pathlight.plan;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.topology.Topology;

/**
 * Turns a checked topology into a plan. The same drawing always gives the same plan: interface indexes are counted
 * from 2 over the whole drawing, so every message is known before the first is sent.
 *
 * <p>An emulated node's root namespace is a network namespace like the others. A LAN is one too: it holds a bridge,
 * whose ports are the far ends of the NICs' cables ({@link LanSpace}).
 */
public final class Planner {
    private Planner() {}

    /**
     * What makes {@code checked} real on a machine where {@code existing} is all there is: the smallest plan that brings it there.
     * What stays keeps its index, and is not touched.
     */
    public static Plan plan(CheckedTopology checked, Inventory existing) {
        return plan(checked.topology(), existing);
    }

    static Plan plan(Topology topology, Inventory existing) {
        return existing.isEmpty() ? plan(topology) : Difference.between(existing.state(), topology);
    }

    static Plan plan(Topology topology) {
        return whole(Blueprint.of(topology));
    }

    /** Everything that is drawn, as if nothing were there. */
    static Plan whole(Blueprint blueprint) {
        StepList steps = new StepList();
        new SpacesStage(blueprint).addTo(steps);
        new LinksStage(blueprint).addTo(steps);
        new FilterStage(blueprint).addTo(steps);
        new ConfigureStage(blueprint).addTo(steps);
        new ReadyStage(blueprint).addTo(steps);
        new ContainersStage(blueprint).addTo(steps);
        return steps.toPlan();
    }
}
