package dev.pathlight.machine;

import dev.pathlight.plan.Plan;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a plan on a machine; a refused step undoes the steps before it. */
public final class PlanRunner {
    private PlanRunner() {}

    /** @param beforeConfigure runs between the stages LINKS and CONFIGURE: captures open here */
    public static Optional<StepFailure> run(
            Plan plan, Machine machine, Consumer<RunEvent> events, MachineTask beforeConfigure) throws MachineLost {
        throw new UnsupportedOperationException("being built: " + plan + machine + events + beforeConfigure);
    }

    /** Something to do with a machine that may break. */
    public interface MachineTask {
        void run() throws MachineLost;
    }
}
