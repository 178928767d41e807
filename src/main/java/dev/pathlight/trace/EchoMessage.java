package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import java.util.Optional;

/**
 * An echo request or reply inside a frame (RFC 792, RFC 4443): by identifier and sequence number, both 0..65535, a ping
 * finds the packets it made.
 */
public record EchoMessage(boolean request, IpAddress from, IpAddress to, int identifier, int sequence) {
    private static final int V4_REQUEST = 8;
    private static final int V4_REPLY = 0;
    private static final int V6_REQUEST = 128;
    private static final int V6_REPLY = 129;

    /** Reads an Ethernet frame; empty when it holds no whole echo message at its outermost. */
    public static Optional<EchoMessage> in(byte[] frame) {
        return in(new Frame(frame));
    }

    static Optional<EchoMessage> in(Frame f) {
        boolean v4 = f.kind() == Frame.Kind.IPV4 && f.protocol() == Frame.ICMP;
        boolean v6 = f.kind() == Frame.Kind.IPV6 && f.protocol() == Frame.ICMPV6;
        if (!v4 && !v6 || !f.hasTransport(8)) {
            return Optional.empty();
        }
        int type = Octets.u8(f.bytes(), f.transport());
        if (type != (v4 ? V4_REQUEST : V6_REQUEST) && type != (v4 ? V4_REPLY : V6_REPLY)) {
            return Optional.empty();
        }
        return Optional.of(new EchoMessage(
                type == (v4 ? V4_REQUEST : V6_REQUEST),
                f.from(),
                f.to(),
                Octets.u16(f.bytes(), f.transport() + 4),
                Octets.u16(f.bytes(), f.transport() + 6)));
    }

    /** What answers this request. */
    public EchoMessage reply() {
        return new EchoMessage(false, to, from, identifier, sequence);
    }
}
