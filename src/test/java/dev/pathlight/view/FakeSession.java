package dev.pathlight.view;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.machine.Shell;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.PlanModel;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.Step;
import dev.pathlight.session.Applied;
import dev.pathlight.session.Changed;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Journey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A session that replays the bridge lecture instead of asking a kernel. */
public final class FakeSession implements Session {
    private CheckedTopology drawing;
    private final Plan plan;
    private Inventory there = Inventory.EMPTY;
    private final PlanModel kernel = new PlanModel();
    private Predicate<Topology> refuses = drawing -> false;
    private final Consumer<SessionEvent> events;
    private final Optional<StepFailure> failure;
    private final List<Journey> journeys = new ArrayList<>();
    private Consumer<Integer> pinged = sequence -> {};
    private Consumer<List<NetOp>> changed = operations -> {};
    private List<Drift> drifts = List.of();
    private boolean learned;
    private boolean broken;
    private boolean repeats;
    private long started = now();

    private FakeSession(CheckedTopology drawing, Consumer<SessionEvent> events, int refused) {
        this.drawing = drawing;
        plan = Planner.plan(drawing, Inventory.EMPTY);
        this.events = events;
        failure = plan().steps().stream()
                .filter(s -> s.number() == refused)
                .findFirst()
                .map(s -> new StepFailure(s, 17, "EEXIST", "File exists"));
    }

    /** Every drawing comes up. */
    public static SessionOpener opener() {
        return refusing(0);
    }

    /** Every drawing comes up; tells the sequence number of each ping. */
    static SessionOpener opener(Consumer<Integer> pinged) {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, 0);
            s.pinged = pinged;
            s.start();
            return s;
        };
    }

    /** Every drawing comes up; tells each change asked for, which is done. */
    static SessionOpener changing(Consumer<List<NetOp>> changed) {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, 0);
            s.changed = changed;
            s.start();
            return s;
        };
    }

    /** Every drawing comes up; the kernel refuses the last step towards some drawings. Tells each session it opened. */
    static SessionOpener living(Predicate<Topology> refuses, Consumer<FakeSession> opened) {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, 0);
            s.refuses = refuses;
            opened.accept(s);
            s.start();
            return s;
        };
    }

    /** Every drawing comes up, and somebody has changed this by hand. */
    static SessionOpener drifting(List<Drift> drifts) {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, 0);
            s.drifts = drifts;
            s.start();
            return s;
        };
    }

    /** The kernel refuses step number {@code refused}. */
    public static SessionOpener refusing(int refused) {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, refused);
            s.start();
            return s;
        };
    }

    /** The first ping fails for a reason that is ours to mend. */
    static SessionOpener failingOnce() {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, 0);
            s.broken = true;
            s.start();
            return s;
        };
    }

    /** The first ping's journeys are told a second time with the next ping's, and nothing more is known. */
    static SessionOpener repeating() {
        return (drawing, events) -> {
            FakeSession s = new FakeSession(drawing, events, 0);
            s.repeats = true;
            s.start();
            return s;
        };
    }

    /** No machine can be opened. */
    static SessionOpener lost() {
        return (drawing, events) -> {
            throw new MachineLost(
                    Sentence.verbatim("This kernel refuses user namespaces."),
                    Sentence.verbatim("Ask your administrator to allow them."));
        };
    }

    private static long now() {
        java.time.Instant t = java.time.Instant.now();
        return t.getEpochSecond() * 1_000_000_000 + t.getNano();
    }

    private void start() {
        tell(new SessionEvent.Running(new RunEvent.Started(plan())));
        for (Step step : plan().steps()) {
            if (failure.filter(f -> f.step().equals(step)).isPresent()) {
                tell(new SessionEvent.Running(new RunEvent.StepFailed(failure.get())));
                tell(new SessionEvent.Running(new RunEvent.Finished(false, 1)));
                return;
            }
            tell(new SessionEvent.Running(new RunEvent.StepDone(step)));
        }
        done(plan());
        tell(new SessionEvent.Running(new RunEvent.Finished(true, 1)));
        tell(new SessionEvent.TablesChanged(snapshot()));
        journey(BridgeLecture.chatter(1, now()));
        tell(new SessionEvent.Counted(0, 0));
    }

    private void done(Plan done) {
        there = there.after(done.steps());
        done.steps().forEach(s -> kernel.run(s.op()));
    }

    /** What the operations so far would have made of a kernel. */
    PlanModel kernel() {
        return kernel;
    }

    @Override
    public Applied apply(CheckedTopology next) {
        Plan difference = Planner.plan(next, there);
        tell(new SessionEvent.Running(new RunEvent.Started(difference)));
        if (refuses.test(next.topology())) {
            StepFailure refused = new StepFailure(difference.steps().getLast(), 22, "EINVAL", "Invalid argument");
            tell(new SessionEvent.Running(new RunEvent.StepFailed(refused)));
            tell(new SessionEvent.Running(new RunEvent.Finished(false, 1)));
            return new Applied(difference, Optional.of(refused));
        }
        done(difference);
        drawing = next;
        difference.steps().forEach(s -> tell(new SessionEvent.Running(new RunEvent.StepDone(s))));
        tell(new SessionEvent.Running(new RunEvent.Finished(true, 1)));
        return new Applied(difference, Optional.empty());
    }

    private void tell(SessionEvent event) {
        events.accept(event);
    }

    private void journey(Journey j) {
        journeys.add(j);
        tell(new SessionEvent.JourneyChanged(j));
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public CheckedTopology drawing() {
        return drawing;
    }

    @Override
    public Optional<StepFailure> failure() {
        return failure;
    }

    @Override
    public Snapshot snapshot() {
        return BridgeLecture.tables(now(), learned ? started : 0);
    }

    @Override
    public List<Journey> journeys() {
        return List.copyOf(journeys);
    }

    @Override
    public PingReply ping(SpaceId from, IpAddress to, int sequence, int payload) {
        pinged.accept(sequence);
        if (broken) {
            broken = false;
            throw new IllegalStateException("the tracker lost its way");
        }
        if (repeats) {
            List.copyOf(journeys).forEach(j -> tell(new SessionEvent.JourneyChanged(j)));
        }
        long id = journeys.size() + 1;
        long start = now();
        List<Journey> made =
                learned ? BridgeLecture.ping(id, start, sequence) : BridgeLecture.firstPing(id, start, sequence);
        if (!learned) {
            learned = true;
            started = start + 40_000;
        }
        made.forEach(this::journey);
        if (repeats) {
            made.forEach(j -> tell(new SessionEvent.JourneyChanged(j)));
        }
        tell(new SessionEvent.TablesChanged(BridgeLecture.tables(start + 1_000_000, started)));
        return new PingReply.Answered(173_000);
    }

    @Override
    public Optional<IpAddress> addressOf(SpaceId space, SpaceId from) {
        return switch (space.toString()) {
            case "this/ns1" -> Optional.of(IpAddress.parse("10.1.1.2"));
            case "this/ns2" -> Optional.of(IpAddress.parse("10.1.1.3"));
            default -> Optional.empty();
        };
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
    public Optional<String> containerPath(SpaceId space, Name container) {
        return Optional.empty();
    }

    @Override
    public Changed change(List<NetOp> operations) {
        changed.accept(operations);
        return new Changed(operations, Optional.empty());
    }

    @Override
    public String namespacePath(SpaceId space) {
        return "/proc/self/ns/net";
    }

    @Override
    public ExecResult exec(SpaceId space, List<String> command, long timeoutMillis) {
        return new ExecResult(0, "", "");
    }

    @Override
    public Shell shell(SpaceId space, Optional<Name> container) throws IOException {
        throw new IOException("There are no shells here.");
    }

    @Override
    public List<Drift> drifts(List<NetOp> known) {
        return drifts;
    }

    @Override
    public void adopt(List<Drift> taken) {
        drifts = drifts.stream().filter(d -> !taken.contains(d)).toList();
    }

    @Override
    public Optional<StepFailure> putBack(List<Drift> back) {
        adopt(back);
        return Optional.empty();
    }

    @Override
    public void close() {}
}
