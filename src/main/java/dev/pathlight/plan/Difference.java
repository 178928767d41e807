package dev.pathlight.plan;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The smallest plan from what is there to a drawing. What is there is held as a state; each step is tried on it before it is
 * written down, and left out when it changes nothing. So the plan of the whole drawing, step by step, gives what is new;
 * what remains to be said is what goes, and what is set otherwise.
 */
final class Difference {
    private final Topology topology;
    /** What is there after the steps so far. */
    private final KernelState now;

    private Blueprint drawn;
    private Plan whole;
    /** What the drawing makes where nothing is. */
    private KernelState wanted;

    private final Set<SpaceId> stayed;
    private final StepList steps = new StepList();
    /** Devices that were made or came up: each is waited for. */
    private final Set<PortId> fresh = new LinkedHashSet<>();

    private Difference(KernelState existing, Topology topology) {
        this.topology = topology;
        now = new KernelState(existing);
        drawn = Blueprint.of(topology, existing);
        whole = Planner.whole(drawn);
        wanted = after(whole);
        stayed = new TreeSet<>(existing.stacks().keySet());
        stayed.retainAll(wanted.stacks().keySet());
    }

    private static KernelState after(Plan plan) {
        KernelState state = new KernelState();
        plan.steps().forEach(state::accept);
        return state;
    }

    static Plan between(KernelState existing, Topology topology) {
        return new Difference(existing, topology).plan();
    }

    private Plan plan() {
        containersEnd();
        rename();
        new LinksGone(this).write();
        if (!steps.isEmpty()) {
            // What has to be made anew is another device: it gets an index that none ever had.
            drawn = Blueprint.of(topology, now);
            whole = Planner.whole(drawn);
            wanted = after(whole);
        }
        resetSysctls();
        spaces();
        new LinksChanged(this).write();
        new Configured(this).write();
        ready();
        of(Stage.CONTAINERS).forEach(this::add);
        return steps.toPlan();
    }

    KernelState now() {
        return now;
    }

    KernelState wanted() {
        return wanted;
    }

    Blueprint drawn() {
        return drawn;
    }

    /** Namespaces that are there and stay. */
    Set<SpaceId> stayed() {
        return stayed;
    }

    List<Step> of(Stage stage) {
        return whole.of(stage);
    }

    boolean add(Step step) {
        return lasts(step.op()) && add(step.stage(), step.op(), step.element());
    }

    /**
     * What a later step of the whole plan takes away again is not said to a namespace that is there, which may refuse it by
     * now: an IPv6 address comes before its device does without IPv6, a neighbour before its device goes down.
     */
    private boolean lasts(NetOp op) {
        if (!stayed.contains(op.space())) {
            return true;
        }
        StackState aim = wanted.at(op.space());
        return switch (op) {
            case NetOp.AddAddress a -> aim.addresses().contains(new StackState.Address(a.device(), a.address()));
            case NetOp.AddRoute r -> aim.ways().stream().anyMatch(w -> w.route().equals(r.route()));
            case NetOp.AddNeighbour n ->
                aim.rows().contains(new StackState.Row(n.device(), false, n.mac(), n.address()));
            default -> true;
        };
    }

    /** Writes the step down if it changes anything. */
    boolean add(Stage stage, NetOp op, String element) {
        boolean changes = now.accept(op, element);
        if (changes) {
            steps.add(stage, op, element);
            note(op);
        }
        return changes;
    }

    private void note(NetOp op) {
        switch (op) {
            case NetOp.CreateVeth v -> {
                fresh.add(new PortId(v.a().space(), v.a().name()));
                fresh.add(new PortId(v.b().space(), v.b().name()));
            }
            case NetOp.CreateLink l -> fresh.add(new PortId(l.at(), l.name()));
            case NetOp.CreateBridge b -> fresh.add(new PortId(b.space(), b.name()));
            case NetOp.SetUp u when u.up() -> fresh.add(new PortId(u.space(), u.name()));
            default -> {
                // Nothing to wait for.
            }
        }
    }

    private void containersEnd() {
        now.stacks()
                .forEach((id, stack) -> List.copyOf(stack.containers().values()).stream()
                        .filter(c -> !wanted.stack(id)
                                .map(s -> c.equals(s.containers().get(c.name())))
                                .orElse(false))
                        .forEach(c -> add(Stage.REMOVE, new NetOp.StopContainer(id, c.name()), id + "/" + c.name())));
    }

    /** A device must be down for it on kernels before 6.2 (dev_change_name of net/core/dev.c). */
    private void rename() {
        for (Renamed r : drawn.renamed()) {
            IfName name = r.device().name();
            int index = now.index(r.device()).orElseThrow();
            String element = drawn.element(r.next());
            add(Stage.REMOVE, new NetOp.SetUp(r.device().space(), index, name, false), element);
            add(
                    Stage.REMOVE,
                    new NetOp.RenameLink(
                            r.device().space(), index, name, r.next().name()),
                    element);
        }
    }

    /** Where new links come, IPv6 is kept off them until captures are open, as in a new namespace. */
    private void spaces() {
        Set<SpaceId> growing = new TreeSet<>();
        drawn.devices().stream()
                .filter(d -> now.link(d).isEmpty() && wanted.link(d).isPresent())
                .forEach(d -> growing.add(d.space()));
        for (Step step : of(Stage.SPACES)) {
            if (!(step.op() instanceof NetOp.WriteSysctl(var space, var key, var value))
                    || !stayed.contains(space)
                    || !key.equals(Sysctls.IPV6_OFF_BY_DEFAULT)
                    || growing.contains(space)
                    || value.equals(wanted.at(space).sysctls().get(key))) {
                add(step);
            }
        }
    }

    /** Before others are written, for that may set them back. */
    private void resetSysctls() {
        for (SpaceId space : stayed) {
            Map<String, String> drawnSysctls = wanted.at(space).sysctls();
            StackState stack = now.at(space);
            for (String key : List.copyOf(stack.sysctls().keySet())) {
                if (!drawnSysctls.containsKey(key) && Sysctls.ofDefault(key).equals(key)) {
                    add(Stage.SPACES, new NetOp.ResetSysctl(space, key), stack.element());
                }
            }
        }
    }

    private void ready() {
        for (Step step : of(Stage.READY)) {
            if (step.op() instanceof NetOp.AwaitUsable a) {
                if (fresh.contains(new PortId(a.space(), a.name()))) {
                    steps.add(Stage.READY, a, step.element());
                }
            } else {
                add(step);
            }
        }
    }
}
