package dev.pathlight.trace;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;

/** Where a packet is after a sighting, which says where it may be seen next. */
sealed interface Where {
    /** It left by this interface: it may come in at the cable's other end, or leave by a port of this bridge. */
    record Sent(PortId port) implements Where {}

    /** It came in at a port of this bridge: it may leave by another port of it, or climb to the bridge itself. */
    record Bridged(PortId bridge) implements Where {}

    /** It came in to this network stack: it may be routed out. */
    record Arrived(SpaceId space) implements Where {}
}
