package dev.pathlight.view;

import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a journey is less whole than it looks: what a capture lost, and where two that were told apart turned out to be one
 * packet.
 */
final class Seams {
    /** The sighting at which a part begins, whatever its journey's id. */
    private record Joint(PortId port, long nanos) {}

    private final Map<Long, Set<Joint>> joints = new HashMap<>();

    /** {@code part} is no journey of its own but goes on in {@code into}. */
    void joined(Journey part, long into) {
        Set<Joint> all = joints.computeIfAbsent(into, x -> new HashSet<>());
        all.addAll(joints.getOrDefault(part.id(), Set.of()));
        joints.remove(part.id());
        part.hops().stream().findFirst().ifPresent(h -> all.add(joint(part, h)));
    }

    void clear() {
        joints.clear();
    }

    private static Joint joint(Journey j, Hop h) {
        return new Joint(h.port(), j.startNanos() + h.timeNanos());
    }

    /** Whether a part begins here that was told by itself at first. A journey's own beginning is no seam. */
    boolean isJoined(Moment m) {
        Set<Joint> known = joints.getOrDefault(m.journey().id(), Set.of());
        return m.hops().stream()
                .filter(i -> i > 0)
                .map(i -> joint(m.journey(), m.journey().hops().get(i)))
                .anyMatch(known::contains);
    }

    /** The interfaces at which the packet must have been seen before it came here, and was not; after the last hop, at its end. */
    static List<PortId> missing(Moment m) {
        int end = m.journey().hops().size();
        return m.journey().missing().stream()
                .filter(x -> m.hops().contains(Math.min(x.before(), end - 1)))
                .map(Journey.Missing::at)
                .toList();
    }
}
