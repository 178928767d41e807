package dev.pathlight.session;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.CaptureSession;
import dev.pathlight.live.FilterNews;
import dev.pathlight.live.KernelWatch;
import dev.pathlight.live.Sighting;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.PingRequest;
import dev.pathlight.machine.PlanRunner;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.machine.Shell;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Call;
import dev.pathlight.trace.Echo;
import dev.pathlight.trace.Journey;
import dev.pathlight.trace.JourneyTracker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A drawing that runs on one machine, which it owns: closing the session closes the machine. */
final class LocalSession implements Session {
    private static final int PING_TIMEOUT_MILLIS = 1000;
    private static final int LARGEST_IDENTIFIER = 0xffff;
    private static final long LIVELY_MILLIS = 10;
    private static final long IDLE_MILLIS = 500;
    private static final long LAST_COUNT_MILLIS = 1000;

    private final Machine machine;
    private final Ground ground;
    private final Plan plan;
    private final Consumer<SessionEvent> events;
    private final JourneyLog log = new JourneyLog();
    private final SightingGate gate = new SightingGate();
    private final LanSwitches lans;
    private final VainQuestions vain;
    private final Containers containers;
    private final Reachability reachability;
    private final Tracing tracing;
    private final Counting counting;
    private final Shells shells;
    private final Drifting drifting;
    private final SessionThread thread;
    private final AtomicInteger identifiers = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile @Nullable KernelWatch watch;
    private volatile @Nullable CaptureSession captures;
    private volatile @Nullable StepFailure failure;
    private volatile boolean closed;

    private LocalSession(Machine machine, CheckedTopology drawing, Consumer<SessionEvent> events) {
        this.machine = machine;
        this.shells = new Shells(machine);
        this.ground = new Ground(machine, drawing, this::running, shells::leave);
        this.events = events;
        this.plan = Planner.plan(drawing, Inventory.EMPTY);
        KernelRoutes routes = new KernelRoutes(machine);
        this.reachability = new Reachability(ground::topology, routes);
        this.vain = new VainQuestions(machine, ground::spaces);
        this.lans = new LanSwitches(drawing.topology());
        this.containers = new Containers(machine, ground, this::tellLater, this::lost);
        this.tracing = new Tracing(new JourneyTracker(routes), lans, gate, log, events);
        this.counting = new Counting(tracing, gate, events, this::lost);
        this.drifting = new Drifting(machine, ground, () -> snapshot);
        this.thread = new SessionThread(ticking(tracing, counting));
    }

    /** Runs the drawing on the machine, which is closed again when that fails. */
    static Session open(Machine machine, CheckedTopology drawing, Consumer<SessionEvent> events) throws MachineLost {
        LocalSession session = new LocalSession(machine, drawing, events);
        boolean up = false;
        try {
            up = session.comeUp();
            return session;
        } finally {
            if (!up) {
                session.close();
            }
        }
    }

    private static SessionThread.Ticking ticking(Tracing tracing, Counting counting) {
        return new SessionThread.Ticking() {
            @Override
            public long periodMillis() {
                return tracing.isLively() ? LIVELY_MILLIS : IDLE_MILLIS;
            }

            @Override
            public void tick() {
                tracing.tick();
                counting.tick();
            }
        };
    }

    private boolean comeUp() throws MachineLost {
        Optional<StepFailure> refused =
                PlanRunner.run(plan, machine, this::running, this::listen, () -> containers.awaitListening(plan));
        failure = refused.orElse(null);
        KernelWatch listening = watch;
        if (refused.isPresent() || listening == null) {
            return false;
        }
        listening.begin();
        ground.ran(plan);
        drifting.began();
        containers.begin();
        return true;
    }

    private void running(RunEvent event) {
        tell(new SessionEvent.Running(event));
    }

    private void tell(SessionEvent event) {
        thread.post(() -> events.accept(event));
    }

    private void tellLater(Supplier<SessionEvent> event) {
        thread.post(() -> events.accept(event.get()));
    }

    /** Nothing has sent yet when this runs: the first packet is already seen. */
    private void listen() throws MachineLost {
        List<SpaceId> spaces = LanSwitches.with(ground.topology());
        KernelWatch listening = new KernelWatch(machine, spaces, this::changed, this::judged, this::lost);
        watch = listening;
        CaptureSession capturing = CaptureSession.open(machine, spaces, batch -> {
            listening.seen(batch);
            captured(batch);
        });
        captures = capturing;
        thread.post(() -> counting.captures(capturing));
    }

    private void changed(Snapshot now) {
        snapshot = lans.without(now);
        thread.post(() -> tracing.tables(now));
        CaptureSession capturing = captures;
        if (capturing != null && !closed) {
            try {
                // After the tables: frames are told under names that the tracker knows by then.
                capturing.follow(now);
            } catch (MachineLost e) {
                lost(e);
            }
        }
    }

    private void judged(FilterNews news) {
        thread.post(() -> tracing.judged(news));
    }

    private void captured(List<Sighting> batch) {
        if (gate.enter(batch)) {
            thread.post(() -> {
                gate.leave(batch);
                tracing.sightings(batch);
            });
        }
    }

    private void lost(MachineLost loss) {
        if (!closed && broken.compareAndSet(false, true)) {
            thread.post(() -> events.accept(new SessionEvent.Broken(loss.what(), loss.remedy())));
        }
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public CheckedTopology drawing() {
        return ground.drawing();
    }

    @Override
    public Optional<StepFailure> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<Journey> journeys() {
        return log.all();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the inner future is awaited with the outer one
    public PingReply ping(SpaceId from, IpAddress to, int sequence, int payload) throws MachineLost {
        vain.awaitNone();
        int identifier = identifiers.updateAndGet(n -> n % LARGEST_IDENTIFIER + 1);
        Echo echo = new Echo(from, to, identifier, sequence);
        long newestBefore = await(thread.ask(() -> {
            tracing.expect(echo);
            return log.newest();
        }));
        PingReply reply = machine.ping(from, new PingRequest(to, identifier, sequence, payload, PING_TIMEOUT_MILLIS));
        PingWait wait = new PingWait(echo, reply, newestBefore, Clock.now());
        await(thread.ask(() -> tracing.conclude(wait)).thenCompose(done -> done));
        return reply;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the inner future is awaited with the outer one
    public CallReply call(SpaceId from, Optional<Name> container, CallRequest request) throws MachineLost {
        vain.awaitNone();
        long newestBefore = await(thread.ask(log::newest));
        CallReply reply = machine.call(from, container, request);
        String protocol = request.protocol() == CallRequest.Protocol.UDP ? "udp" : "tcp";
        CallWait wait = new CallWait(new Call(from, request.to(), request.port(), protocol), reply, newestBefore);
        await(thread.ask(() -> tracing.conclude(wait)).thenCompose(done -> done));
        return reply;
    }

    private <T> T await(CompletableFuture<T> answer) throws MachineLost {
        while (true) {
            try {
                return answer.get(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (closed) {
                    throw stopped();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MachineLost(Sentence.of("The ping was interrupted."), Sentence.of("Ping again."));
            } catch (ExecutionException e) {
                throw new IllegalStateException("tracing failed", e);
            }
        }
    }

    private static MachineLost stopped() {
        return new MachineLost(
                Sentence.of("The drawing does not run any more."), Sentence.of("Press Run, then ping again."));
    }

    @Override
    public Optional<IpAddress> addressOf(SpaceId space, SpaceId from) {
        return reachability.addressOf(space, from, snapshot);
    }

    @Override
    public Applied apply(CheckedTopology next) throws MachineLost {
        KernelWatch listening = listening();
        lans.learn(next.topology());
        Applied applied = ground.become(next, listening);
        if (!applied.plan().steps().isEmpty()) {
            changed();
        }
        containers.changed(applied);
        return applied;
    }

    @Override
    public Changed change(List<NetOp> operations) throws MachineLost {
        List<Step> steps = new ArrayList<>();
        for (NetOp op : operations) {
            steps.add(new Step(steps.size() + 1, Stage.CONFIGURE, op, op.space().toString()));
        }
        List<NetOp> done = new ArrayList<>();
        Optional<StepFailure> refused = machine.run(steps, step -> done.add(step.op()));
        changed();
        return new Changed(done, refused);
    }

    @Override
    public ExecResult exec(SpaceId space, List<String> command, long timeoutMillis) throws MachineLost {
        ExecResult result = machine.exec(space, command, timeoutMillis);
        changed();
        return result;
    }

    private void changed() {
        vain.changed();
        thread.post(tracing::changed);
    }

    private KernelWatch listening() throws MachineLost {
        KernelWatch listening = watch;
        if (listening == null || closed) {
            throw stopped();
        }
        return listening;
    }

    @Override
    public List<Drift> drifts(List<NetOp> known) throws MachineLost {
        return drifting.find(known, listening());
    }

    @Override
    public void adopt(List<Drift> drifts) {
        drifting.adopt(drifts);
    }

    @Override
    public Optional<StepFailure> putBack(List<Drift> drifts) throws MachineLost {
        Optional<StepFailure> refused = drifting.putBack(drifts, listening());
        changed();
        return refused;
    }

    @Override
    public List<Listener> listeners(SpaceId space) throws MachineLost {
        return machine.listeners(space);
    }

    @Override
    public Optional<String> containerPath(SpaceId space, Name container) {
        return machine.containerPath(space, container);
    }

    @Override
    public String namespacePath(SpaceId space) {
        return machine.namespacePath(space);
    }

    @Override
    public Shell shell(SpaceId space, Optional<Name> container) throws IOException {
        return shells.open(space, container);
    }

    @Override
    public List<String> leftBehind() {
        return machine.leftBehind().stream()
                .map(h -> "%s is held by process %d (%s).".formatted(h.space(), h.pid(), h.command()))
                .toList();
    }

    /** The last frames' drops are known only now; a machine that does not answer is not waited for. */
    private void countOnceMore() {
        CompletableFuture<Boolean> counted = thread.ask(() -> {
            counting.count();
            return true;
        });
        counted.completeOnTimeout(false, LAST_COUNT_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        KernelWatch listening = watch;
        if (listening != null) {
            listening.close();
        }
        containers.close();
        countOnceMore();
        shells.close();
        machine.close();
        thread.post(() -> {
            tracing.end();
            counting.tell();
        });
        thread.close();
    }
}
