package dev.pathlight.machine;

import dev.pathlight.machine.engine.Event;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine's captured frames on their way to the one who captures, each with the port it was seen at. */
final class FrameFlow {
    /** Frames that may wait; beyond it they are dropped and counted. */
    private static final long CAPACITY = 400_000;

    private final Map<Integer, Tap> taps = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private volatile @Nullable Mailbox<List<Event.Frame>> box;

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
        PortId port = new PortId(space, new IfName(link.name()));
        if (taps.values().stream().anyMatch(t -> t.port().equals(port) && t.index() == link.index())) {
            return Optional.empty();
        }
        Tap tap = new Tap(port, link.index(), link.master() == 0 ? 1 : 0);
        int id = ids.incrementAndGet();
        taps.put(id, tap);
        return Optional.of(id);
    }

    /** Forgets the captures in namespaces that are gone: the same links may come again. */
    synchronized void forget(Set<SpaceId> gone) {
        taps.values().removeIf(t -> gone.contains(t.port().space()));
    }

    /** Forgets captures that were not opened; throws unless all that failed is that a link went down meanwhile. */
    void refuse(List<Event.Shut> shut) throws MachineLost {
        for (Event.Shut s : shut) {
            taps.remove(s.tap());
        }
        for (Event.Shut s : shut) {
            if (s.why().contains("libpcap")) {
                throw new MachineLost(
                        "Packets cannot be captured: " + s.why(),
                        "Install libpcap (Debian, Ubuntu: apt install libpcap0.8; Fedora: dnf install libpcap).");
            }
            if (!s.why().contains("not up")) {
                throw new MachineLost("Packets cannot be captured at " + s.why(), "Stop and run the drawing again.");
            }
        }
    }

    void take(Event event) {
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
