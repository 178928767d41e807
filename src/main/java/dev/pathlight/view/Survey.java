package dev.pathlight.view;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.check.Mends;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Looks over the drawing in the background after every change: what is wrong with it, and the plan that would run. */
final class Survey {
    /** What a look found; the plan is empty while there are errors. */
    record Result(Topology topology, List<Trouble> troubles, Plan plan, List<String> commands) {}

    /** Each mend is tried before it is offered, so of very many findings only the first ones have any, and the next ones then. */
    private static final int MOST_MENDED = 40;

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

    private static Trouble trouble(Topology topology, Finding finding, boolean mended) {
        return new Trouble(finding, mended ? Mends.of(topology, finding) : List.of());
    }

    private static Result result(Topology topology) {
        CheckResult result = Checker.check(topology);
        Plan plan = result.checked().map(c -> Planner.plan(c, Inventory.EMPTY)).orElse(new Plan(List.of()));
        List<Trouble> troubles = IntStream.range(0, result.findings().size())
                .mapToObj(i -> trouble(topology, result.findings().get(i), i < MOST_MENDED))
                .toList();
        return new Result(topology, troubles, plan, Commands.of(plan));
    }
}
