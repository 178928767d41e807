package dev.pathlight.lesson;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that can be seen in the kernel's tables or in a packet's journey. */
public sealed interface Observation {
    /** The drawing runs, or nothing does. */
    record Running(boolean runs) implements Observation {}

    /**
     * Since the step began a packet took this way.
     *
     * @param from whose stack sent it
     * @param through interfaces it was seen at, in this order, with others between them perhaps
     */
    record Packet(PacketKind kind, Optional<SpaceId> from, Ending ending, List<PortId> through, Optional<Used> used)
            implements Observation {
        public Packet {
            through = List.copyOf(through);
        }
    }

    /**
     * How a packet ended.
     *
     * @param at whose stack took it, or where it was lost
     * @param why the reason's word as the command line says it ({@code no-route}); of lost ones only
     * @param ttl on arrival, IPv4 TTL or IPv6 hop limit; of delivered ones only
     */
    record Ending(Journey.Outcome outcome, Optional<SpaceId> at, Optional<String> why, OptionalInt ttl) {
        /** The reasons for a loss that the command line documents. */
        public static final List<String> REASONS = List.of(
                "no-route",
                "no-neighbour",
                "forwarding-off",
                "rp-filter",
                "link-down",
                "filtered",
                "ttl-expired",
                "mtu",
                "stp-blocked",
                "no-listener",
                "unknown");
    }

    /** What is wrong with {@code row} as words of a row, or empty. */
    static Optional<Sentence> rowProblem(String row) {
        return row.chars().anyMatch(c -> c > ' ' && c < 0x7f)
                ? Optional.empty()
                : Optional.of(Sentence.of("a row without words is in every table"));
    }

    /**
     * A row that decided one of the packet's hops.
     *
     * @param row words the row has one after another, as iproute2 prints it
     */
    record Used(SpaceId in, Decision.Kind kind, String row) {}

    /**
     * A route stands in a namespace's table, or none does.
     *
     * @param row words the row has one after another, as iproute2 prints it
     * @param before words of a row that comes after it
     */
    record Route(SpaceId in, String row, boolean present, Optional<String> before) implements Observation {}

    /** A namespace knows the Ethernet address of a neighbour, or does not. */
    record Neighbour(SpaceId in, IpAddress address, boolean present) implements Observation {}

    /**
     * A bridge has learned where an interface's Ethernet address is, or has not.
     *
     * @param port where it must be, when that matters
     */
    record MacLearned(PortId bridge, PortId owner, Optional<IfName> port, boolean present) implements Observation {}

    /** A namespace forwards IPv4 packets for others, or does not. */
    record Forwarding(SpaceId in, boolean on) implements Observation {}
}
