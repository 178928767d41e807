package dev.pathlight.view;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Introduction;
import dev.pathlight.trace.Journey;
import java.util.OptionalLong;

/**
 * When interfaces heard what bridges and stacks learn from. The kernel's notice that it learned comes some µs after the frame
 * that taught it, often after the next packet; the frame itself says exactly from when on the row was there.
 */
final class Evidence {
    private record Heard(PortId port, Mac source) {}

    private record Taught(PortId port, IpAddress address, Mac mac) {}

    private final Times<Heard> heard = new Times<>();
    private final Times<Taught> taught = new Times<>();

    void add(Journey journey) {
        for (Hop hop : journey.hops()) {
            if (hop.direction() == Direction.IN) {
                long nanos = journey.startNanos() + hop.timeNanos();
                heard.note(new Heard(hop.port(), hop.source()), nanos);
                Introduction.in(hop.bytes())
                        .ifPresent(l -> taught.note(new Taught(hop.port(), l.address(), l.mac()), nanos));
            }
        }
    }

    void clear() {
        heard.clear();
        taught.clear();
    }

    /** When a frame from {@code source} came in at an interface last, not after {@code nanos}. */
    OptionalLong lastHeard(SpaceId space, String device, Mac source, long nanos) {
        return IfName.problem(device).isPresent()
                ? OptionalLong.empty()
                : heard.last(new Heard(new PortId(space, new IfName(device)), source), nanos);
    }

    /** When one came in first, not before {@code nanos}. */
    OptionalLong firstHeard(SpaceId space, String device, Mac source, long nanos) {
        return IfName.problem(device).isPresent()
                ? OptionalLong.empty()
                : heard.first(new Heard(new PortId(space, new IfName(device)), source), nanos);
    }

    /** When an interface was told last that a neighbour has this Ethernet address, not after {@code nanos}. */
    OptionalLong lastTaught(SpaceId space, String device, IpAddress address, Mac mac, long nanos) {
        return IfName.problem(device).isPresent()
                ? OptionalLong.empty()
                : taught.last(new Taught(new PortId(space, new IfName(device)), address, mac), nanos);
    }
}
