package dev.pathlight.trace;

import java.util.Optional;

/**
 * The packet that an ICMP error is about, of which it brings the beginning (RFC 792; RFC 4443, 3). An error about a
 * translated packet is translated too, with what it quotes.
 *
 * @param flow as the quoted packet carries it here
 */
record Quote(Flow flow, Frame packet) {
    private static final int ETHERNET = 14;
    private static final int HEADER = 8;

    static Optional<Quote> in(Frame f) {
        if (!isError(f)) {
            return Optional.empty();
        }
        byte[] quoted = new byte[ETHERNET + f.end() - f.transport() - HEADER];
        System.arraycopy(f.bytes(), f.transport() + HEADER, quoted, ETHERNET, quoted.length - ETHERNET);
        Octets.put16(quoted, ETHERNET - 2, f.etherType());
        Frame packet = new Frame(quoted);
        return Flow.of(packet).map(flow -> new Quote(flow, packet));
    }

    /** Unreachable, time exceeded, parameter problem, too big. */
    private static boolean isError(Frame f) {
        boolean v4 = f.kind() == Frame.Kind.IPV4 && f.protocol() == Frame.ICMP;
        boolean v6 = f.kind() == Frame.Kind.IPV6 && f.protocol() == Frame.ICMPV6;
        if (!v4 && !v6 || !f.hasTransport(HEADER)) {
            return false;
        }
        int type = Octets.u8(f.bytes(), f.transport());
        return v6 ? type >= 1 && type <= 4 : type == 3 || type == 11 || type == 12;
    }

    /**
     * The error {@code f} as if it were about a packet of another flow, and came from where that one went. What a translation
     * changes besides, checksums, is put to 0.
     */
    Frame about(Flow other, Frame f) {
        byte[] inside = packet.translated(other).bytes();
        if (packet.kind() == Frame.Kind.IPV4) {
            Octets.put16(inside, packet.network() + 10, 0);
        }
        int sum = packet.transport() + PacketIdentity.checksumOffset(packet.protocol());
        if (sum >= packet.transport() && sum + 2 <= packet.end()) {
            Octets.put16(inside, sum, 0);
        }
        byte[] b = f.bytes().clone();
        System.arraycopy(inside, ETHERNET, b, f.transport() + HEADER, inside.length - ETHERNET);
        int source = f.network() + (f.kind() == Frame.Kind.IPV6 ? 8 : 12);
        byte[] from = other.to().bytes();
        byte[] to = other.from().bytes();
        System.arraycopy(from, 0, b, source, from.length);
        System.arraycopy(to, 0, b, source + from.length, to.length);
        return new Frame(b);
    }
}
