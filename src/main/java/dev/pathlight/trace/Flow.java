package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.wire.ConnectionRow;
import java.util.Optional;

/**
 * What connection tracking tells packets apart by, as a packet carries it at one place: addresses and ports may be others
 * behind a translation.
 *
 * @param fromPort source port, or an echo's identifier
 * @param toPort destination port, or ICMP's type
 */
record Flow(int protocol, IpAddress from, IpAddress to, int fromPort, int toPort) {
    private static final int SCTP = 132;

    /** Empty for what is no IP packet, for later fragments, and for ICMP that is no echo. */
    static Optional<Flow> of(Frame f) {
        if (!f.isIp()) {
            return Optional.empty();
        }
        return switch (f.protocol()) {
            case Frame.TCP, Frame.UDP, SCTP ->
                f.hasTransport(4)
                        ? Optional.of(new Flow(
                                f.protocol(),
                                f.from(),
                                f.to(),
                                Octets.u16(f.bytes(), f.transport()),
                                Octets.u16(f.bytes(), f.transport() + 2)))
                        : Optional.empty();
            case Frame.ICMP, Frame.ICMPV6 ->
                EchoMessage.in(f)
                        .map(e -> new Flow(
                                f.protocol(), f.from(), f.to(), e.identifier(), Octets.u8(f.bytes(), f.transport())));
            default -> Optional.empty();
        };
    }

    static Flow of(ConnectionRow c, ConnectionRow.Tuple t) {
        return new Flow(c.protocol(), t.from(), t.to(), t.fromPort(), t.toPort());
    }

    boolean isIcmp() {
        return protocol == Frame.ICMP || protocol == Frame.ICMPV6;
    }

    /** That of the packets that answer these. An echo's identifier stays, its type becomes the other one. */
    Flow answered() {
        return isIcmp()
                ? new Flow(protocol, to, from, fromPort, protocol == Frame.ICMP ? 8 - toPort : 257 - toPort)
                : new Flow(protocol, to, from, toPort, fromPort);
    }

    /** Going where another one goes. */
    Flow to(Flow other) {
        return new Flow(protocol, from, other.to, fromPort, isIcmp() ? toPort : other.toPort);
    }
}
