package dev.pathlight.trace;

import java.util.Optional;

/**
 * What stays the same of a packet on its whole way, so that two sightings of one packet have equal identities. Not the
 * Ethernet addresses (a router changes them), nor TTL, traffic class and checksums (veth leaves them unfilled).
 *
 * @param sourceHigh addresses as in {@link dev.pathlight.topology.IpAddress}; Ethernet addresses where there is no IP
 * @param protocol the transport's number, or ARP's operation
 * @param datagram IPv4 identification (often 0) or IPv6 fragment's, with the fragment's offset above it
 * @param length bytes from the network header on
 * @param content digest of the transport's header and the first bytes of its payload, checksum left out: ports, sequence
 *     numbers, flags, ICMP identifier and sequence number are all in it
 */
record PacketIdentity(
        int etherType,
        long sourceHigh,
        long sourceLow,
        long targetHigh,
        long targetLow,
        int protocol,
        long datagram,
        int length,
        long content) {
    /** Bytes of transport and payload that count: enough for any header, the same for short and long captures. */
    private static final int DIGESTED = 256;

    /** As the client of the packet's connection knows it, on both sides of a translation. */
    static PacketIdentity of(Frame f, Translations translations) {
        if (translations.isEmpty()) {
            return of(f);
        }
        Optional<Flow> flow = Flow.of(f);
        if (flow.isEmpty()) {
            return of(Quote.in(f)
                    .filter(q -> translations.isTranslated(q.flow()))
                    .map(q -> q.about(translations.known(q.flow()), f))
                    .orElse(f));
        }
        Optional<Flow> known = flow.map(translations::known);
        return known.equals(flow) ? of(f) : of(f.translated(known.orElseThrow()));
    }

    static PacketIdentity of(Frame f) {
        long content = content(f);
        if (f.kind() == Frame.Kind.OTHER) {
            return new PacketIdentity(
                    f.etherType(), 0, f.sourceBits(), 0, f.destinationBits(), f.protocol(), 0, f.length(), content);
        }
        return new PacketIdentity(
                f.etherType(),
                f.sourceHigh(),
                f.sourceLow(),
                f.targetHigh(),
                f.targetLow(),
                f.protocol(),
                (long) f.fragmentOffset() << 32 | f.datagram(),
                f.length(),
                content);
    }

    /** All of it is in the digest or rarely differs alone. */
    @Override
    public int hashCode() {
        return Long.hashCode(content * 31 + datagram * 37 + sourceLow * 41 + targetLow);
    }

    private static long content(Frame f) {
        int from = f.isIp() ? f.transport() : f.network();
        int to = Math.min(f.end(), from + DIGESTED);
        int checksum = f.isIp() && f.fragmentOffset() == 0 ? checksumOffset(f.protocol()) : -1;
        if (checksum < 0 || from + checksum + 2 > to) {
            return Octets.digest(0, f.bytes(), from, to);
        }
        return Octets.digest(Octets.digest(0, f.bytes(), from, from + checksum), f.bytes(), from + checksum + 2, to);
    }

    /** Where in the header of a transport its checksum is; -1 for one of which it is not known. */
    static int checksumOffset(int protocol) {
        return switch (protocol) {
            case Frame.TCP -> 16;
            case Frame.UDP -> 6;
            case Frame.ICMP, Frame.ICMPV6 -> 2;
            default -> -1;
        };
    }
}
