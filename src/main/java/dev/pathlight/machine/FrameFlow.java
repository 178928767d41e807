package dev.pathlight.machine;

import dev.pathlight.machine.engine.Event;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An engine's captured frames on their way to the one who captures, each with the port it was seen at. */
final class FrameFlow {
    /** Frames that may wait; beyond it they are dropped and counted. */
    private static final long CAPACITY = 400_000;

    private final Map<Integer, Tap> taps = new ConcurrentHashMap<>();
    /** Taps asked for, opened or not yet. */
    private final Set<Integer> wanted = new HashSet<>();

    private final Set<Integer> open = new HashSet<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private volatile @Nullable Mailbox<List<Event.Frame>> box;
    private volatile Set<CapturePoint> points = Set.of();

    /** @param rank on a tie of stamps the lower comes first */
    private record Tap(PortId port, int index, int rank) {}

    synchronized void open(Consumer<List<CapturedFrame>> sink) {
        close();
        box = Mailbox.open("machine-frames", CAPACITY, frames -> sink.accept(captured(frames)));
    }

    /** An id for a capture at a link, or empty when there is one already or the link cannot be captured at. */
    synchronized Optional<Integer> tap(SpaceId space, LinkRow link) {
        if (IfName.problem(link.name()).isPresent()) {
            return Optional.empty();
        }
        CapturePoint point = new CapturePoint(space, link.index());
        if (wanted.stream().anyMatch(id -> point.equals(point(id)))) {
            return Optional.empty();
        }
        PortId port = new PortId(space, new IfName(link.name()));
        int id = ids.incrementAndGet();
        taps.put(id, new Tap(port, link.index(), link.master() == 0 ? 1 : 0));
        wanted.add(id);
        return Optional.of(id);
    }

    private @Nullable CapturePoint point(int id) {
        Tap tap = taps.get(id);
        return tap == null ? null : new CapturePoint(tap.port().space(), tap.index());
    }

    /** Where captures are open; the same object until that changes. */
    Set<CapturePoint> points() {
        return points;
    }

    /** Takes the engine's answer: all of these are open but the ones told to be shut. */
    synchronized void opened(Collection<Integer> asked, List<Event.Shut> shut) {
        shut.forEach(s -> wanted.remove(s.tap()));
        asked.stream().filter(wanted::contains).forEach(open::add);
        count();
    }

    /** A capture that ended by itself. Its frames still on the way keep their port. */
    private synchronized void lapsed(int id) {
        wanted.remove(id);
        open.remove(id);
        count();
    }

    private void count() {
        points = open.stream().map(this::point).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets the captures in namespaces that are gone: the same links may come again. */
    synchronized void forget(Set<SpaceId> gone) {
        taps.values().removeIf(t -> gone.contains(t.port().space()));
        wanted.retainAll(taps.keySet());
        open.retainAll(taps.keySet());
        count();
    }

    /** Throws unless all that failed is that a link went down meanwhile. */
    static void refuse(List<Event.Shut> shut) throws MachineLost {
        for (Event.Shut s : shut) {
            if (s.why().contains("libpcap")) {
                throw new MachineLost(
                        Sentence.of("Packets cannot be captured: {0}", s.why()),
                        Sentence.of("Install libpcap (Debian, Ubuntu: apt install libpcap0.8; Fedora: dnf install"
                                + " libpcap)."));
            }
            if (!s.why().contains("not up")) {
                throw new MachineLost(
                        Sentence.of("Packets cannot be captured at {0}", s.why()),
                        Sentence.of("Stop and run the drawing again."));
            }
        }
    }

    void take(Event event) {
        if (event instanceof Event.Lapsed lapse) {
            lapsed(lapse.tap());
        }
        Mailbox<List<Event.Frame>> to = box;
        if (to != null
                && event instanceof Event.Frames f
                && !to.offer(f.frames(), f.frames().size())) {
            dropped.addAndGet(f.frames().size());
        }
    }

    private List<CapturedFrame> captured(List<Event.Frame> frames) {
        return frames.stream()
                .sorted(Comparator.comparingLong(Event.Frame::nanos).thenComparingInt(this::rank))
                .flatMap(f -> captured(f).stream())
                .toList();
    }

    /**
     * A frame that climbs from a port to its bridge keeps its stamp while somebody on the host has the kernel stamp at
     * reception (any socket with SO_TIMESTAMP): the port saw it first.
     */
    private int rank(Event.Frame f) {
        Tap tap = taps.get(f.tap());
        return tap == null ? 0 : tap.rank();
    }

    private Optional<CapturedFrame> captured(Event.Frame f) {
        Tap tap = taps.get(f.tap());
        Direction direction = f.out() ? Direction.OUT : Direction.IN;
        return Optional.ofNullable(tap)
                .map(t -> new CapturedFrame(t.port(), t.index(), direction, f.nanos(), f.length(), f.bytes()));
    }

    long dropped() {
        return dropped.get();
    }

    synchronized void close() {
        Mailbox<List<Event.Frame>> old = box;
        if (old != null) {
            old.close();
        }
    }
}
