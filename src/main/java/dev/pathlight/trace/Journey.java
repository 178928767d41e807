package dev.pathlight.trace;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
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

    /**
     * Where a packet died.
     *
     * @param space whose network stack or interface it was
     * @param port the last interface it was seen at; empty when the stack sent nothing and so chose none
     * @param why the reason's word (see the command line)
     * @param explanation one sentence
     * @param row the row that refused it, or that no row matched; empty when it is not a table that refused
     * @param cause the interface at fault; empty where it is the place of the loss itself, or no interface
     */
    public record Lost(
            SpaceId space,
            Optional<PortId> port,
            String why,
            Sentence explanation,
            Optional<Decision> row,
            Optional<PortId> cause) {
        /** Caused where it was lost. */
        public Lost(SpaceId space, Optional<PortId> port, String why, Sentence explanation, Optional<Decision> row) {
            this(space, port, why, explanation, row, Optional.empty());
        }

        public Lost withCause(Optional<PortId> next) {
            return new Lost(space, port, why, explanation, row, next);
        }

        public Lost withExplanation(Sentence next) {
            return new Lost(space, port, why, next, row, cause);
        }

        /** At an interface, refused by no row. */
        public Lost(PortId at, String why, Sentence explanation) {
            this(at.space(), Optional.of(at), why, explanation, Optional.empty());
        }

        /** The path of the interface or, without one, of the namespace. */
        public String at() {
            return port.map(PortId::toString).orElseGet(space::toString);
        }
    }

    /**
     * A sighting that a capture lost.
     *
     * @param before index of the hop it should stand before
     * @param explanation one sentence
     */
    public record Missing(int before, PortId at, Direction direction, Sentence explanation) {}
}
