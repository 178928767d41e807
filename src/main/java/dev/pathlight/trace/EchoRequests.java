package dev.pathlight.trace;

import dev.pathlight.topology.SpaceId;
import java.util.Optional;

/** Tells whether a frame is an echo request, and which. */
final class EchoRequests {
    private static final int V4 = 8;
    private static final int V6 = 128;

    private EchoRequests() {}

    /** The echo request seen in a frame at {@code space}. */
    static Optional<Echo> in(SpaceId space, Frame f) {
        boolean v4 = f.kind() == Frame.Kind.IPV4 && f.protocol() == Frame.ICMP;
        boolean v6 = f.kind() == Frame.Kind.IPV6 && f.protocol() == Frame.ICMPV6;
        if (!v4 && !v6 || !f.hasTransport(8) || Octets.u8(f.bytes(), f.transport()) != (v4 ? V4 : V6)) {
            return Optional.empty();
        }
        int identifier = Octets.u16(f.bytes(), f.transport() + 4);
        int sequence = Octets.u16(f.bytes(), f.transport() + 6);
        return Optional.of(new Echo(space, f.to(), identifier, sequence));
    }
}
