package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A machine in memory: remembers what has been done in which namespace, and refuses one step. */
public final class FakeMachine implements Machine {
    /** What is there now, in the order it came. */
    final List<NetOp> there = new ArrayList<>();

    /** The links that are there to be captured at, in any namespace, and the names of those that cannot be. */
    public List<LinkRow> links = List.of();

    public final Set<String> uncapturable = new HashSet<>();

    /** How often more captures were asked for. */
    public int asked;

    private final Set<CapturePoint> points = new HashSet<>();
    /** Namespaces that cannot be dropped. */
    final Set<SpaceId> kept = new HashSet<>();

    private final int refused;
    private Consumer<List<CapturedFrame>> sink = frames -> {};
    private boolean hasRefused;

    /** @param refused the number of the step to refuse once, 0 for none */
    public FakeMachine(int refused) {
        this.refused = refused;
    }

    @Override
    public Optional<StepFailure> run(List<Step> steps, Consumer<Step> done) {
        for (Step step : steps) {
            if (step.number() == refused && !hasRefused) {
                hasRefused = true;
                return Optional.of(new StepFailure(step, 17, "EEXIST", "it is there already"));
            }
            if (step.op() instanceof NetOp.DropNamespace drop && kept.contains(drop.space())) {
                return Optional.of(new StepFailure(step, 16, "EBUSY", "somebody holds it"));
            }
            apply(step.op());
            done.accept(step);
        }
        return Optional.empty();
    }

    private void apply(NetOp op) {
        if (!(op instanceof NetOp.MakeNamespace) && !exists(op.space())) {
            throw new IllegalStateException(op + " in a namespace that is not there");
        }
        if (op instanceof NetOp.DropNamespace drop) {
            there.removeIf(o -> o.space().equals(drop.space()));
        } else {
            there.add(op);
        }
    }

    private boolean exists(SpaceId space) {
        return there.stream()
                .anyMatch(o -> o instanceof NetOp.MakeNamespace m && m.space().equals(space));
    }

    @Override
    public List<KernelNotice> ask(SpaceId space, Query query) {
        return List.of();
    }

    @Override
    public void watch(Consumer<SpaceNotice> sink) {}

    @Override
    public void capture(List<SpaceId> spaces, Consumer<List<CapturedFrame>> wanted) {
        sink = wanted;
    }

    @Override
    public void captureMore(List<SpaceId> spaces) {
        asked++;
        for (SpaceId space : spaces) {
            links.stream()
                    .filter(l -> l.isUp() && !uncapturable.contains(l.name()))
                    .forEach(l -> points.add(new CapturePoint(space, l.index())));
        }
    }

    @Override
    public Set<CapturePoint> captured() {
        return Set.copyOf(points);
    }

    /** A capture ends by itself. */
    public void lapse(SpaceId space, int index) {
        points.remove(new CapturePoint(space, index));
    }

    /** A frame is captured. */
    public void frame(CapturedFrame frame) {
        sink.accept(List.of(frame));
    }

    @Override
    public long captureDrops() {
        return 0;
    }

    @Override
    public PingReply ping(SpaceId from, PingRequest request) {
        return new PingReply.Silence();
    }

    @Override
    public ExecResult exec(SpaceId space, List<String> command, long timeoutMillis) {
        return new ExecResult(0, "", "");
    }

    @Override
    public ExecResult exec(SpaceId space, Name container, List<String> command, long timeoutMillis) {
        return new ExecResult(0, "", "");
    }

    @Override
    public void containerEnds(Consumer<ContainerEnd> sink) {}

    @Override
    public Optional<String> containerPath(SpaceId space, Name container) {
        return Optional.empty();
    }

    @Override
    public List<Listener> listeners(SpaceId space) {
        return List.of();
    }

    @Override
    public CallReply call(SpaceId from, Optional<Name> container, CallRequest request) {
        return new CallReply.Silence();
    }

    @Override
    public String namespacePath(SpaceId space) {
        return "";
    }

    @Override
    public List<Holder> leftBehind() {
        return List.of();
    }

    @Override
    public void close() {
        there.clear();
    }
}
