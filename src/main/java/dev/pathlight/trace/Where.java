package dev.pathlight.trace;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;

/**
 * Where a packet is after a sighting, which says where it may be seen next. Looked up several times per sighting: the
 * hashes use only what strings remember.
 */
sealed interface Where {
    /** It left by this interface: it may come in at the cable's other end, or leave by a port of this bridge. */
    record Sent(PortId port) implements Where {
        @Override
        public int hashCode() {
            return port.name().value().hashCode()
                    + 31 * port.space().namespace().hashCode();
        }
    }

    /** It came in at a port of this bridge: it may leave by another port of it, or climb to the bridge itself. */
    record Bridged(PortId bridge) implements Where {
        @Override
        public int hashCode() {
            return bridge.name().value().hashCode()
                    + 37 * bridge.space().node().value().hashCode();
        }
    }

    /** It came in to this network stack: it may be routed out. */
    record Arrived(SpaceId space) implements Where {
        @Override
        public int hashCode() {
            return space.namespace().hashCode() + 41 * space.node().value().hashCode();
        }
    }
}
