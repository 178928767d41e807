package dev.pathlight.session;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.KernelWatch;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PlanRunner;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The drawing that runs, and what is on the machine because of it, known by the plans that were run. What was broken on
 * purpose, or changed by hand, is not known here: a difference leaves it as it is.
 */
final class Ground {
    private final Machine machine;
    private final Consumer<RunEvent> events;
    private final Consumer<List<SpaceId>> going;
    private volatile CheckedTopology drawing;
    private Inventory there = Inventory.EMPTY;
    private int changes;

    /** @param going is told of namespaces that are about to go */
    Ground(Machine machine, CheckedTopology drawing, Consumer<RunEvent> events, Consumer<List<SpaceId>> going) {
        this.machine = machine;
        this.going = going;
        this.drawing = drawing;
        this.events = events;
    }

    CheckedTopology drawing() {
        return drawing;
    }

    Topology topology() {
        return drawing.topology();
    }

    List<SpaceId> spaces() {
        return topology().spaces().toList();
    }

    /** The first plan was run. */
    synchronized void ran(Plan first) {
        is(there.after(first.steps()));
    }

    private void is(Inventory next) {
        there = next;
        changes++;
    }

    /** How often {@link #there} has become another. */
    synchronized int changes() {
        return changes;
    }

    /** What is there because of plans. */
    synchronized Inventory there() {
        return there;
    }

    /** Somebody did these by hand, and they stay. */
    synchronized void adopt(List<NetOp> byHand) {
        is(there.told(byHand));
    }

    /** Undoes what somebody did by hand, by the smallest plan to the drawing. */
    synchronized Applied putBack(List<NetOp> byHand, KernelWatch watch) throws MachineLost {
        Inventory before = there;
        is(before.told(byHand));
        Applied applied = become(drawing, watch);
        if (applied.refused().isPresent()) {
            is(before);
        }
        return applied;
    }

    /**
     * Brings what runs to {@code next}; one such call waits for the other. The watch turns to what is new before it can send, and
     * away from what goes while it can still be asked.
     */
    synchronized Applied become(CheckedTopology next, KernelWatch watch) throws MachineLost {
        Plan difference = Planner.plan(next, there);
        if (difference.steps().isEmpty()) {
            drawing = next;
            return new Applied(difference, Optional.empty());
        }
        leave(difference, watch);
        CheckedTopology before = drawing;
        drawing = next;
        Optional<StepFailure> refused = PlanRunner.change(
                difference, machine, events, () -> watch.look(grown(difference)), done -> back(before, done, watch));
        if (refused.isPresent()) {
            drawing = before;
            // What was dropped and made again has to be looked at anew.
            watch.look(LanSwitches.with(before.topology()));
        } else {
            is(there.after(difference.steps()));
        }
        return new Applied(difference, refused);
    }

    private Plan back(CheckedTopology before, List<Step> done, KernelWatch watch) throws MachineLost {
        Plan back = Planner.plan(before, there.after(done));
        leave(back, watch);
        return back;
    }

    private void leave(Plan plan, KernelWatch watch) throws MachineLost {
        List<SpaceId> dropped = plan.steps().stream()
                .filter(s -> s.op() instanceof NetOp.DropNamespace)
                .map(s -> s.op().space())
                .toList();
        if (!dropped.isEmpty()) {
            watch.forget(dropped);
            going.accept(dropped);
        }
    }

    /** Where something comes that can send soon. */
    private static SortedSet<SpaceId> grown(Plan plan) {
        return plan.steps().stream()
                .flatMap(s -> switch (s.op()) {
                    case NetOp.MakeNamespace m -> Stream.of(m.space());
                    case NetOp.CreateVeth v -> Stream.of(v.a().space(), v.b().space());
                    case NetOp.CreateBridge b -> Stream.of(b.space());
                    case NetOp.CreateLink l -> Stream.of(l.at());
                    case NetOp.SetUp u when u.up() -> Stream.of(u.space());
                    default -> Stream.empty();
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
