package dev.pathlight.trace;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.util.List;
import java.util.Optional;

/**
 * All sightings of one packet, in order.
 *
 * @param id from 1, in the order in which journeys were first told; it stays the same when more is known
 * @param what one line, as {@code ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1}
 * @param protocol icmp, icmpv6, arp, tcp, udp …
 * @param startNanos ns since 1970 of the first sighting
 * @param settled false while more sightings are expected; a late one may still mend a settled journey, told again then
 * @param missing what must have been seen and was not, so that hops lie less close together than cables and bridges do
 */
public record Journey(
        long id,
        String what,
        String protocol,
        long startNanos,
        Outcome outcome,
        boolean settled,
        List<Hop> hops,
        Optional<Lost> lost,
        List<Missing> missing) {
    public Journey {
        hops = List.copyOf(hops);
        missing = List.copyOf(missing);
    }

    /** One of which nothing is missing. */
    public Journey(
            long id,
            String what,
            String protocol,
            long startNanos,
            Outcome outcome,
            boolean settled,
            List<Hop> hops,
            Optional<Lost> lost) {
        this(id, what, protocol, startNanos, outcome, settled, hops, lost, List.of());
    }

    public enum Outcome {
        DELIVERED,
        LOST,
        FLOODED,
        AMBIGUOUS
    }

    /** Where a packet died: the last interface it was seen at, the reason's word (see the command line), one sentence. */
    public record Lost(PortId at, String why, String explanation) {}

    /**
     * A sighting that a capture lost.
     *
     * @param before index of the hop it should stand before
     * @param explanation one sentence
     */
    public record Missing(int before, PortId at, Direction direction, String explanation) {}
}
