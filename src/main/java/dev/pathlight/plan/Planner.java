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

    /** What makes {@code checked} real on a machine where {@code existing} is all there is. */
    public static Plan plan(CheckedTopology checked, Inventory existing) {
        return plan(checked.topology());
    }

    static Plan plan(Topology topology) {
        Blueprint blueprint = Blueprint.of(topology);
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
