package dev.pathlight.trace;

import dev.pathlight.topology.PortId;
import java.util.List;
import java.util.Optional;

/**
 * All sightings of one packet, in order.
 *
 * @param id from 1, in order of first sighting
 * @param what one line, as {@code ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1}
 * @param protocol icmp, icmpv6, arp, tcp, udp …
 * @param startNanos ns since 1970 of the first sighting
 * @param settled false while more sightings may come
 */
public record Journey(
        long id,
        String what,
        String protocol,
        long startNanos,
        Outcome outcome,
        boolean settled,
        List<Hop> hops,
        Optional<Lost> lost) {
    public Journey {
        hops = List.copyOf(hops);
    }

    public enum Outcome {
        DELIVERED,
        LOST,
        FLOODED,
        AMBIGUOUS
    }

    /** Where a packet died: the last interface it was seen at, the reason's word (see the command line), one sentence. */
    public record Lost(PortId at, String why, String explanation) {}
}
