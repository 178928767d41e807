package dev.pathlight.live;

import dev.pathlight.machine.CapturePoint;
import dev.pathlight.machine.CapturedFrame;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Frames captured on a machine, told as sightings, batch by batch in the machine's order. It follows the tables: what comes
 * up later is captured too, and what is renamed is told under its new name. Any thread.
 */
public final class CaptureSession {
    private final Machine machine;
    private final Map<SpaceId, Named> named = new ConcurrentHashMap<>();
    /** The links for which a capture was asked for, as they were then: to ask again makes sense once they changed. */
    private final Map<CapturePoint, LinkRow> asked = new HashMap<>();

    private Snapshot newest = Snapshot.EMPTY;
    private Set<CapturePoint> captured = Set.of();
    private volatile SortedSet<PortId> uncaptured = Collections.emptySortedSet();

    /** A namespace's links and, by index, what they are called. */
    private record Named(List<LinkRow> links, Map<Integer, PortId> ports) {
        static Named of(SpaceState state) {
            Map<Integer, PortId> ports = new HashMap<>();
            for (LinkRow link : state.links()) {
                if (IfName.problem(link.name()).isEmpty()) {
                    ports.put(link.index(), new PortId(state.id(), new IfName(link.name())));
                }
            }
            return new Named(state.links(), ports);
        }
    }

    private CaptureSession(Machine machine) {
        this.machine = machine;
    }

    /**
     * Starts capturing on every interface that is up in {@code spaces}; returns once all captures are open. The sink is
     * called on the machine's own thread and must not block.
     */
    public static CaptureSession open(Machine machine, List<SpaceId> spaces, Consumer<List<Sighting>> sink)
            throws MachineLost {
        CaptureSession session = new CaptureSession(machine);
        machine.capture(spaces, frames -> sink.accept(session.sightings(frames)));
        return session;
    }

    /** Captures at what has come up, and from now on uses the names of {@code now}. May take some 20 ms. */
    public synchronized void follow(Snapshot now) throws MachineLost {
        boolean changed = false;
        for (SpaceState state : now.spaces().values()) {
            Named before = named.get(state.id());
            if (before == null || !before.links().equals(state.links())) {
                named.put(state.id(), Named.of(state));
                changed = true;
            }
        }
        newest = now;
        lookAgain(changed);
    }

    /** Captures again where a capture has ended by itself though its interface is up. */
    public synchronized void lookAgain() throws MachineLost {
        lookAgain(false);
    }

    private void lookAgain(boolean linksChanged) throws MachineLost {
        Set<CapturePoint> open = machine.captured();
        if (!linksChanged && open.equals(captured)) {
            return;
        }
        captured.stream().filter(p -> !open.contains(p)).forEach(asked::remove);
        List<SpaceId> promising = newest.spaces().values().stream()
                .filter(s -> isWorthAsking(s, open))
                .map(SpaceState::id)
                .toList();
        if (!promising.isEmpty()) {
            machine.captureMore(promising);
        }
        captured = machine.captured();
        uncaptured = missing();
    }

    /** Is something up and not captured, for which nobody has asked since it changed? Notes that it is asked for now. */
    private boolean isWorthAsking(SpaceState state, Set<CapturePoint> open) {
        boolean any = false;
        for (LinkRow link : state.links()) {
            CapturePoint point = new CapturePoint(state.id(), link.index());
            if (link.isUp() && !open.contains(point)) {
                any |= !link.equals(asked.put(point, link));
            }
        }
        return any;
    }

    private SortedSet<PortId> missing() {
        SortedSet<PortId> missing = new TreeSet<>();
        for (SpaceState state : newest.spaces().values()) {
            for (LinkRow link : state.links()) {
                if (link.isUp() && !captured.contains(new CapturePoint(state.id(), link.index()))) {
                    name(state.id(), link.index()).ifPresent(missing::add);
                }
            }
        }
        return Collections.unmodifiableSortedSet(missing);
    }

    /** Interfaces that are up and cannot be looked at, as last known: what passes there is not seen. */
    public SortedSet<PortId> uncaptured() {
        return uncaptured;
    }

    /** Frames the kernel dropped so far because the captures could not keep up. */
    public long drops() throws MachineLost {
        return machine.captureDrops();
    }

    private List<Sighting> sightings(List<CapturedFrame> frames) {
        return frames.stream()
                .map(f -> new Sighting(port(f), f.direction(), f.nanos(), f.length(), f.bytes()))
                .toList();
    }

    private PortId port(CapturedFrame f) {
        return name(f.port().space(), f.index()).orElse(f.port());
    }

    private Optional<PortId> name(SpaceId space, int index) {
        Named known = named.get(space);
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.ports().get(index));
    }
}
