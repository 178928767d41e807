package dev.pathlight.machine;

import dev.pathlight.machine.engine.Command;
import dev.pathlight.machine.engine.EngineDoor;
import dev.pathlight.machine.engine.EngineLink;
import dev.pathlight.machine.engine.EngineLost;
import dev.pathlight.machine.engine.Event;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.NetlinkDecoder;
import dev.pathlight.wire.NetlinkEncoder;
import dev.pathlight.wire.Query;
import dev.pathlight.wire.SockDiag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A machine behind an engine: namespaces become numbers, operations netlink bytes, and the answers values again. */
final class EngineMachine implements Machine {
    private static final int ENOENT = 2;

    /** Tables that change while they are read are read again, this often. */
    private static final int TRIES = 5;

    /** The engine itself gives up waiting for namespaces to die after 20 s. */
    private static final long FAREWELL_MILLIS = 25_000;

    private final NoticeFlow notices = new NoticeFlow(this::spaces);
    private final FrameFlow frames = new FrameFlow();
    private final EngineSpaces spaces = new EngineSpaces();
    private final AtomicInteger sequences = new AtomicInteger();
    private final EngineLink link;
    private final StepRun steps;
    private final long pid;
    private boolean closed;
    private volatile List<Holder> left = List.of();
    private volatile Consumer<ContainerEnd> containerEnds = end -> {};

    private EngineMachine(EngineDoor door) throws EngineLost {
        link = door.open(this::take);
        steps = new StepRun(link, spaces);
        pid = link.pid();
    }

    /** Opens the door and waits until the engine answers. */
    static EngineMachine behind(EngineDoor door) throws EngineLost {
        return new EngineMachine(door);
    }

    private EngineSpaces spaces() {
        return spaces;
    }

    /** For tests that look for what is left of a sandbox: stands in the command lines of its processes alone. */
    String marker() {
        return link.marker();
    }

    /** For measurements: the engine's process id on this host. */
    long enginePid() {
        return pid;
    }

    private void take(Event event) {
        notices.take(event);
        frames.take(event);
        if (event instanceof Event.Ended end) {
            spaces.id(end.space()).ifPresent(space -> {
                spaces.ended(space, end.name());
                containerEnds.accept(new ContainerEnd(space, new Name(end.name()), end.code(), end.lastWords()));
            });
        }
    }

    @Override
    public void containerEnds(Consumer<ContainerEnd> sink) {
        containerEnds = sink;
    }

    @Override
    public Optional<String> containerPath(SpaceId space, Name container) {
        return spaces.process(space, container.value()).map(p -> "/proc/" + pid + "/root/proc/" + p);
    }

    @Override
    public Optional<StepFailure> run(List<Step> wanted, Consumer<Step> done) throws MachineLost {
        try {
            return steps.run(wanted, done);
        } catch (EngineLost e) {
            throw Losses.of(e);
        } finally {
            frames.forget(wanted.stream()
                    .filter(s -> s.op() instanceof NetOp.DropNamespace)
                    .map(s -> s.op().space())
                    .collect(Collectors.toSet()));
        }
    }

    private Event tell(Command command) throws MachineLost {
        try {
            return link.ask(command);
        } catch (EngineLost e) {
            throw Losses.of(e);
        }
    }

    @Override
    public List<KernelNotice> ask(SpaceId space, Query query) throws MachineLost {
        if (!spaces.has(space)) {
            return List.of(new KernelNotice.Answer(0, ENOENT, "the namespace is gone"));
        }
        List<KernelNotice> rows = List.of();
        boolean interrupted = true;
        for (int i = 0; interrupted && i < TRIES; i++) {
            byte[] message = NetlinkEncoder.encode(query, sequences.incrementAndGet());
            int number = spaces.number(space);
            Event event = tell(
                    NetlinkEncoder.isFilter(query)
                            ? new Command.AskFilter(number, message)
                            : new Command.Ask(number, message));
            if (!(event instanceof Event.Answer answer)) {
                return List.of(refusal(event));
            }
            List<KernelNotice> all = answer.datagrams().stream()
                    .flatMap(d -> NetlinkDecoder.decode(d).stream())
                    .toList();
            interrupted = answer.datagrams().stream().anyMatch(NetlinkDecoder::interrupted);
            rows = all.stream().filter(EngineMachine::isRow).toList();
        }
        return rows;
    }

    private static boolean isRow(KernelNotice n) {
        return !(n instanceof KernelNotice.Done) && !(n instanceof KernelNotice.Answer a && a.errno() == 0);
    }

    private static KernelNotice refusal(Event event) {
        return event instanceof Event.Failed f
                ? new KernelNotice.Answer(0, f.errno(), f.what())
                : new KernelNotice.Answer(0, 0, "the engine answered " + event);
    }

    @Override
    public void watch(Consumer<SpaceNotice> sink) throws MachineLost {
        notices.open(sink);
        expectOk(tell(new Command.Watch()));
    }

    private static void expectOk(Event event) throws MachineLost {
        if (event instanceof Event.Failed f) {
            throw new MachineLost(
                    Sentence.of("{0}: {1}", f.what(), Errno.name(f.errno())),
                    Sentence.of("Stop and run the drawing again; this should not happen."));
        }
    }

    @Override
    public void capture(List<SpaceId> wanted, Consumer<List<CapturedFrame>> sink) throws MachineLost {
        frames.open(sink);
        FrameFlow.refuse(captureAt(wanted));
    }

    @Override
    public void captureMore(List<SpaceId> wanted) throws MachineLost {
        captureAt(wanted);
    }

    @Override
    public Set<CapturePoint> captured() {
        return frames.points();
    }

    /** Returns what could not be opened. */
    private List<Event.Shut> captureAt(List<SpaceId> wanted) throws MachineLost {
        List<Command.Tap> taps = new ArrayList<>();
        for (SpaceId space : wanted) {
            for (KernelNotice row : ask(space, new Query.Links())) {
                if (row instanceof KernelNotice.LinkSet set && set.link().isUp()) {
                    frames.tap(space, set.link())
                            .ifPresent(id -> taps.add(new Command.Tap(
                                    id, spaces.number(space), set.link().name())));
                }
            }
        }
        if (taps.isEmpty()) {
            return List.of();
        }
        Event event = tell(new Command.Capture(taps));
        List<Integer> asked = taps.stream().map(Command.Tap::id).toList();
        List<Event.Shut> shut = event instanceof Event.Captured captured
                ? captured.shut()
                : asked.stream().map(id -> new Event.Shut(id, event.toString())).toList();
        frames.opened(asked, shut);
        return shut;
    }

    @Override
    public long captureDrops() throws MachineLost {
        Event event = tell(new Command.CountDrops());
        return frames.dropped() + (event instanceof Event.Drops d ? d.frames() : 0);
    }

    @Override
    public PingReply ping(SpaceId from, PingRequest r) throws MachineLost {
        Event event = tell(new Command.Ping(
                spaces.number(from),
                r.to().bytes(),
                r.identifier(),
                r.sequence(),
                r.payloadBytes(),
                r.timeoutMillis()));
        if (!(event instanceof Event.Pinged p)) {
            int errno = event instanceof Event.Failed f ? f.errno() : 0;
            return new PingReply.Refused(errno, Errno.name(errno));
        }
        return switch (p.outcome()) {
            case ANSWERED -> new PingReply.Answered(p.roundTripNanos());
            case SILENCE -> new PingReply.Silence();
            case REFUSED -> new PingReply.Refused(p.errno(), Errno.name(p.errno()));
            case ERROR ->
                new PingReply.Error(p.type(), p.code(), IpAddress.of(p.from()).toString());
        };
    }

    @Override
    public List<Listener> listeners(SpaceId space) throws MachineLost {
        if (!spaces.has(space)) {
            return List.of();
        }
        Event event = tell(new Command.AskSockets(spaces.number(space), SockDiag.questions()));
        return event instanceof Event.Sockets sockets ? Listeners.of(sockets) : List.of();
    }

    @Override
    public CallReply call(SpaceId from, Optional<Name> container, CallRequest r) throws MachineLost {
        boolean http = r.protocol() == CallRequest.Protocol.HTTP;
        Event event = tell(new Command.Call(
                spaces.number(from),
                container.map(Name::value).orElse(""),
                r.protocol() == CallRequest.Protocol.UDP,
                r.to().bytes(),
                r.port(),
                r.bytes(),
                http,
                r.timeoutMillis()));
        if (!(event instanceof Event.Called c)) {
            return new CallReply.Refused(event instanceof Event.Failed f ? f.what() : event.toString());
        }
        return switch (c.outcome()) {
            case ANSWERED -> new CallReply.Answered(c.roundTripNanos(), new String(c.answer(), StandardCharsets.UTF_8));
            case SILENCE -> new CallReply.Silence();
            case REFUSED, ERROR -> new CallReply.Refused(c.why());
        };
    }

    @Override
    public ExecResult exec(SpaceId space, List<String> command, long timeoutMillis) throws MachineLost {
        return run(new Command.Exec(spaces.number(space), "", command, timeoutMillis));
    }

    @Override
    public ExecResult exec(SpaceId space, Name container, List<String> command, long timeoutMillis) throws MachineLost {
        return run(new Command.Exec(spaces.number(space), container.value(), command, timeoutMillis));
    }

    private ExecResult run(Command.Exec program) throws MachineLost {
        Event event = tell(program);
        if (event instanceof Event.Exited x) {
            return new ExecResult(
                    x.code(),
                    new String(x.stdout(), StandardCharsets.UTF_8),
                    new String(x.stderr(), StandardCharsets.UTF_8));
        }
        // What a shell answers when a program cannot be run.
        return new ExecResult(126, "", event instanceof Event.Failed f ? f.what() : event.toString());
    }

    @Override
    public String namespacePath(SpaceId space) {
        return "/proc/" + pid + "/fd/" + (link.descriptorBase() + spaces.number(space));
    }

    @Override
    public void close() {
        close(FAREWELL_MILLIS);
    }

    /** @param millis how long the engine may take to remove everything before it is killed */
    synchronized void close(long millis) {
        if (closed) {
            return;
        }
        closed = true;
        Holders holders = new Holders(spaces.all(), this::namespacePath);
        // The sandbox's end would drop them as well, but later than this returns.
        List<Integer> all = spaces.all().stream().map(spaces::number).toList();
        if (!link.tellWithin(new Command.DropSpaces(all), millis)) {
            link.kill();
        }
        link.close();
        notices.close();
        frames.close();
        left = holders.find();
    }

    @Override
    public List<Holder> leftBehind() {
        return left;
    }
}
