package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The kernel's own route lookup, as the tracker asks for it. The tracker remembers answers until the tables it was told
 * of change, so an implementation may ask the kernel each time.
 */
@FunctionalInterface
public interface Routes {
    /**
     * Which row would the kernel of {@code space} choose for a packet?
     *
     * @param from the packet's source address; empty when it has none yet
     * @param incoming index of the interface it came in by, 0 for one sent from there
     */
    Answer lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming);

    /** The most bytes that a packet to {@code to} may have, as {@code space} learned from its way or a route says; empty for none. */
    default OptionalInt pathMtu(SpaceId space, IpAddress to) {
        return OptionalInt.empty();
    }

    /** What the kernel answers. */
    sealed interface Answer {
        /** It would use this row (of any type: local, unicast, unreachable …). */
        record Found(RouteRow row) implements Answer {}

        /** It would refuse the packet: errno, as 101 ENETUNREACH (no route) or 113 EHOSTUNREACH (also: forwarding is off). */
        record Refused(int errno) implements Answer {}

        /** It could not be asked. */
        record Unknown() implements Answer {}
    }
}
