package dev.pathlight.view;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/** Looks over the drawing in the background after every change: what is wrong with it, and the plan that would run. */
final class Survey {
    /** What a look found; the plan is empty while there are errors. */
    record Result(Topology topology, List<Finding> findings, Plan plan, List<String> commands) {}

    private final FxThread fx;
    private final Consumer<Result> found;
    private final Consumer<Exception> failed;
    private int asked;
    private boolean busy;
    private Topology newest = Topology.empty(new Name("untitled"));

    Survey(FxThread fx, Consumer<Result> found, Consumer<Exception> failed) {
        this.fx = fx;
        this.found = found;
        this.failed = failed;
    }

    /** Looks at {@code topology}; while a look is under way only the newest drawing waits for the next. */
    void look(Topology topology) {
        int mine = ++asked;
        newest = topology;
        fx.show(() -> {
            if (mine == asked && !busy) {
                begin();
            }
        });
    }

    private void begin() {
        int mine = asked;
        Topology topology = newest;
        busy = true;
        fx.work(
                () -> result(topology),
                result -> {
                    if (mine == asked) {
                        found.accept(result);
                    }
                    ended(mine);
                },
                e -> {
                    failed.accept(e);
                    ended(mine);
                });
    }

    private void ended(int mine) {
        busy = false;
        if (mine != asked) {
            begin();
        }
    }

    private static Result result(Topology topology) {
        CheckResult result = Checker.check(topology);
        Plan plan = result.checked().map(c -> Planner.plan(c, Inventory.EMPTY)).orElse(new Plan(List.of()));
        return new Result(topology, result.findings(), plan, Commands.of(plan));
    }
}
