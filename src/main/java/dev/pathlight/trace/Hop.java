package dev.pathlight.trace;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One step of a journey: a sighting with what decided it.
 *
 * @param timeNanos since the journey's first sighting
 * @param ttl IPv4 TTL or IPv6 hop limit; empty for ARP
 * @param decisions the row that decided it first; more where several tables took part (route, then neighbour). May be empty.
 * @param parent index in the journey's hops of the hop this one continues; -1 for the first. A flood has several children.
 * @param bytes the frame as captured here, read-only
 * @param coat what it is wrapped in here, on its way through a tunnel; the addresses and the TTL above are then the coat's
 */
public record Hop(
        PortId port,
        Direction direction,
        long timeNanos,
        Mac source,
        Mac destination,
        OptionalInt ttl,
        List<Decision> decisions,
        int parent,
        byte[] bytes,
        Optional<Coat> coat) {
    public Hop {
        decisions = List.copyOf(decisions);
    }

    /** One that is not wrapped up. */
    public Hop(
            PortId port,
            Direction direction,
            long timeNanos,
            Mac source,
            Mac destination,
            OptionalInt ttl,
            List<Decision> decisions,
            int parent,
            byte[] bytes) {
        this(port, direction, timeNanos, source, destination, ttl, decisions, parent, bytes, Optional.empty());
    }

    public Hop withParent(int next) {
        return new Hop(port, direction, timeNanos, source, destination, ttl, decisions, next, bytes, coat);
    }
}
