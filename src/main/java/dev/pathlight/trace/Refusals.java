package dev.pathlight.trace;

import dev.pathlight.topology.SpaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which packets a stack turned away because nobody listens: it said so by a TCP reset that answers a SYN (RFC 9293, 3.5.2) or by
 * an ICMP error "port unreachable" that quotes a datagram (RFC 792 type 3 code 3, RFC 4443 type 1 code 4).
 */
final class Refusals {
    private static final int MOST = 4096;
    private static final int FIN_SYN_RST_ACK = 0x17;
    private static final int SYN = 0x02;
    private static final int RST_ACK = 0x14;

    private final Map<Turned, Long> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Turned, Long> eldest) {
            return size() > MOST;
        }
    };

    /** A packet that came to {@code space}, by what the answer tells of it; {@code ports} are both, the source's above. */
    private record Turned(SpaceId space, int protocol, Ends ends, int ports) {}

    private record Ends(long fromHigh, long fromLow, long toHigh, long toLow) {}

    /** A packet leaves the stack that made it. True when it turns another one away. */
    boolean hear(SpaceId space, Frame f, long nanos) {
        Optional<Turned> turned = f.protocol() == Frame.TCP ? byReset(space, f) : byError(space, f);
        turned.ifPresent(t -> seen.put(t, nanos));
        return turned.isPresent();
    }

    /** Was this packet, which came to the stack of {@code space}, turned away within {@code nanos} of its coming? */
    boolean turnedAway(SpaceId space, Frame f, long came, long nanos) {
        if (!isOpening(f)) {
            return false;
        }
        int ports = (int) Octets.u32(f.bytes(), f.transport());
        Ends ends = new Ends(f.sourceHigh(), f.sourceLow(), f.targetHigh(), f.targetLow());
        Long when = seen.get(new Turned(space, f.protocol(), ends, ports));
        return when != null && when >= came && when - came < nanos;
    }

    /** A packet that wants somebody who listens: a SYN, or a datagram. */
    static boolean isOpening(Frame f) {
        return f.isIp()
                && (f.protocol() == Frame.UDP && f.hasTransport(8)
                        || f.protocol() == Frame.TCP
                                && f.hasTransport(14)
                                && (Octets.u8(f.bytes(), f.transport() + 13) & FIN_SYN_RST_ACK) == SYN);
    }

    private static Optional<Turned> byReset(SpaceId space, Frame f) {
        if (!f.isIp()
                || !f.hasTransport(14)
                || (Octets.u8(f.bytes(), f.transport() + 13) & FIN_SYN_RST_ACK) != RST_ACK) {
            return Optional.empty();
        }
        int ports = Integer.rotateLeft((int) Octets.u32(f.bytes(), f.transport()), 16);
        Ends back = new Ends(f.targetHigh(), f.targetLow(), f.sourceHigh(), f.sourceLow());
        return Optional.of(new Turned(space, Frame.TCP, back, ports));
    }

    private static Optional<Turned> byError(SpaceId space, Frame f) {
        boolean v4 = f.kind() == Frame.Kind.IPV4 && f.protocol() == Frame.ICMP;
        boolean v6 = f.kind() == Frame.Kind.IPV6 && f.protocol() == Frame.ICMPV6;
        if (!v4 && !v6 || !f.hasTransport(8)) {
            return Optional.empty();
        }
        byte[] b = f.bytes();
        int quoted = f.transport() + 8;
        int why = Octets.u16(b, f.transport());
        if (v4 && why == 0x0303 && quoted + 24 <= f.end()) {
            int ports = quoted + (Octets.u8(b, quoted) & 15) * 4;
            return ports + 4 > f.end()
                    ? Optional.empty()
                    : Optional.of(new Turned(
                            space,
                            Octets.u8(b, quoted + 9),
                            new Ends(0, Octets.u32(b, quoted + 12), 0, Octets.u32(b, quoted + 16)),
                            (int) Octets.u32(b, ports)));
        }
        if (v6 && why == 0x0104 && quoted + 44 <= f.end()) {
            Ends ends = new Ends(
                    Octets.u64(b, quoted + 8),
                    Octets.u64(b, quoted + 16),
                    Octets.u64(b, quoted + 24),
                    Octets.u64(b, quoted + 32));
            return Optional.of(new Turned(space, Octets.u8(b, quoted + 6), ends, (int) Octets.u32(b, quoted + 40)));
        }
        return Optional.empty();
    }
}
