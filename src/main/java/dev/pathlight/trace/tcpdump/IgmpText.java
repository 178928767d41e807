package dev.pathlight.trace.tcpdump;

/** IGMP (RFC 2236, RFC 3376). */
final class IgmpText {
    private IgmpText() {}

    static String of(Slice m) {
        String group = m.u32(4) == 0 ? "" : " [gaddr " + m.v4(4) + "]";
        return switch (m.u8(0)) {
            case 0x11 -> "igmp query v" + (m.has(12) ? 3 : m.u8(1) == 0 ? 1 : 2) + group;
            case 0x12 -> "igmp v1 report " + m.v4(4);
            case 0x16 -> "igmp v2 report " + m.v4(4);
            case 0x17 -> "igmp leave " + m.v4(4);
            case 0x22 -> "igmp v3 report, " + m.u16(6) + " group record(s)";
            default -> "igmp";
        };
    }
}
