package dev.pathlight.trace;

/**
 * Tells packets nobody asked for: what a kernel says by itself as soon as a link is up (IPv6 address checks, router and
 * listener discovery, IGMP, mDNS, STP, LLDP).
 */
public final class Chatter {
    private static final int MDNS_PORT = 5353;

    private Chatter() {}

    /** By a journey's first frame; one without frames was asked for. */
    public static boolean is(Journey journey) {
        return switch (journey.protocol()) {
            case "igmp", "stp", "lldp" -> true;
            case "udp", "icmpv6" ->
                journey.hops().stream()
                        .findFirst()
                        .map(h -> is(new Frame(h.bytes())))
                        .orElse(false);
            default -> false;
        };
    }

    private static boolean is(Frame f) {
        if (!f.hasTransport(4)) {
            return false;
        }
        if (f.protocol() == Frame.UDP) {
            return Octets.u16(f.bytes(), f.transport() + 2) == MDNS_PORT;
        }
        return switch (Octets.u8(f.bytes(), f.transport())) {
            // Listener queries and reports (RFC 2710, RFC 3810), router solicitations and advertisements (RFC 4861).
            case 130, 131, 132, 133, 134, 143 -> true;
            // From nobody yet: is this address free (RFC 4862, 5.4)?
            case 135 -> (f.from().high() | f.from().low()) == 0;
            // To all: it answers nobody's question.
            case 136 -> f.isGroup();
            default -> false;
        };
    }
}
