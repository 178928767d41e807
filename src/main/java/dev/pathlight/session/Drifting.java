package dev.pathlight.session;

import dev.pathlight.live.KernelWatch;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.session.drift.Drifts;
import dev.pathlight.session.drift.Untouched;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody changed by hand in what runs: finds it, takes it for brought there, or puts it back. */
final class Drifting {
    private final Machine machine;
    private final Ground ground;
    private final Supplier<Snapshot> now;
    private volatile Untouched untouched = Untouched.NOTHING;
    private int lookedAt = -1;
    /** What was found to be so when all was listed anew, after as many changes as {@code lookedAt}. */
    private List<Drift> sure = List.of();

    Drifting(Machine machine, Ground ground, Supplier<Snapshot> now) {
        this.machine = machine;
        this.ground = ground;
        this.now = now;
    }

    /** The first plan was run; nobody can have changed anything yet. */
    void began() {
        untouched = Untouched.of(ground.there(), now.get());
    }

    /** Lists the tables anew where anything seems to have changed: what plans have just done may not be in them yet. */
    synchronized List<Drift> find(List<NetOp> known, KernelWatch watch) throws MachineLost {
        while (true) {
            // Waits for the plan that is being run.
            int changes = ground.changes();
            Inventory there = ground.there();
            List<Drift> seeming = Drifts.between(there, known, now.get(), untouched);
            boolean before = changes == lookedAt && sure.containsAll(seeming);
            if (seeming.isEmpty() || before) {
                return seeming;
            }
            watch.read(spaces(seeming));
            List<Drift> found = Drifts.between(there, known, now.get(), untouched);
            if (changes == ground.changes()) {
                lookedAt = changes;
                sure = found;
                return found;
            }
        }
    }

    private static Set<SpaceId> spaces(List<Drift> drifts) {
        return drifts.stream()
                .flatMap(d -> Stream.concat(d.happened().stream(), d.undoing().stream()))
                .map(NetOp::space)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void adopt(List<Drift> drifts) {
        ground.adopt(happened(drifts));
    }

    private static List<NetOp> happened(List<Drift> drifts) {
        return drifts.stream().flatMap(d -> d.happened().stream()).toList();
    }

    /** What no plan knows is removed first. */
    Optional<StepFailure> putBack(List<Drift> drifts, KernelWatch watch) throws MachineLost {
        List<Step> strange = new ArrayList<>();
        drifts.stream()
                .flatMap(d -> d.undoing().stream())
                .forEach(op -> strange.add(new Step(
                        strange.size() + 1, Stage.REMOVE, op, op.space().toString())));
        Optional<StepFailure> refused = machine.run(strange, step -> {});
        return refused.isPresent()
                ? refused
                : ground.putBack(happened(drifts), watch).refused();
    }
}
