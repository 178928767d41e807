package dev.pathlight.trace.tcpdump;

/** ICMPv6 (RFC 4443), neighbour discovery (RFC 4861), multicast listener discovery (RFC 3810). */
final class Icmp6Text {
    private Icmp6Text() {}

    static String of(IpText.Carried c) {
        return "ICMP6, " + what(c.body()) + ", length " + c.length();
    }

    private static String what(Slice m) {
        return switch (m.u8(0)) {
            case 1 -> "destination unreachable, " + unreachable(m.u8(1), m.behind(8));
            case 2 -> "packet too big, mtu " + m.u32(4);
            case 3 -> m.u8(1) == 0 ? "time exceeded in-transit for " + m.v6(32) : "ip reassembly time exceeded";
            case 128 -> "echo request, id " + m.u16(4) + ", seq " + m.u16(6);
            case 129 -> "echo reply, id " + m.u16(4) + ", seq " + m.u16(6);
            case 133 -> "router solicitation";
            case 134 -> "router advertisement";
            case 135 -> "neighbor solicitation, who has " + m.v6(8);
            case 136 -> "neighbor advertisement, tgt is " + m.v6(8);
            case 143 -> "multicast listener report v2, " + m.u16(6) + " group record(s)";
            default -> "type-#" + m.u8(0);
        };
    }

    /** @param about the packet that could not be delivered, from its IP header on */
    private static String unreachable(int code, Slice about) {
        return switch (code) {
            case 0 -> "unreachable route " + about.v6(24);
            case 1 -> "unreachable prohibited " + about.v6(24);
            case 3 -> "unreachable address " + about.v6(24);
            case 4 ->
                "unreachable port, " + about.v6(24) + " " + IcmpText.protocol(about.u8(6)) + " port " + about.u16(42);
            default -> "code-#" + code + " " + about.v6(24);
        };
    }
}
