package dev.pathlight.view;

import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.Locale;

/** Tells packets nobody asked for: what a kernel says by itself as soon as a link is up (IPv6 ND and MLD, IGMP, mDNS, STP). */
final class Chatter {
    private static final int MDNS_PORT = 5353;

    private Chatter() {}

    static boolean is(Journey journey) {
        return switch (journey.protocol().toLowerCase(Locale.ROOT)) {
            case "icmpv6" -> !journey.what().toLowerCase(Locale.ROOT).contains("echo");
            case "igmp", "mld", "stp", "lldp", "mdns" -> true;
            case "udp" ->
                journey.hops().stream().findFirst().map(Chatter::isMdns).orElse(false);
            default -> false;
        };
    }

    /** UDP to port 5353, in IPv4 (RFC 791) or IPv6 without extension headers (RFC 8200). */
    private static boolean isMdns(Hop hop) {
        byte[] b = hop.bytes();
        if (b.length < 15) {
            return false;
        }
        boolean v6 = Packets.etherType(b) == Packets.IPV6;
        int udp = v6 ? 14 + 40 : 14 + 4 * (b[14] & 0x0f);
        return b.length >= udp + 4 && Packets.number(b, udp + 2, 2) == MDNS_PORT;
    }
}
