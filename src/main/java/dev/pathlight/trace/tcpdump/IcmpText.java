package dev.pathlight.trace.tcpdump;

import dev.pathlight.topology.IpAddress;

/** ICMP (RFC 792, RFC 1812). */
final class IcmpText {
    private IcmpText() {}

    static String of(IpText.Carried c) {
        Slice m = c.body();
        return "ICMP " + what(m) + ", length " + c.length();
    }

    private static String what(Slice m) {
        return switch (m.u8(0)) {
            case 0 -> "echo reply, id " + m.u16(4) + ", seq " + m.u16(6);
            case 8 -> "echo request, id " + m.u16(4) + ", seq " + m.u16(6);
            case 3 -> unreachable(m.u8(1), m.u16(6), m.behind(8));
            case 4 -> "source quench";
            case 5 -> "redirect " + m.v4(24) + " to " + (m.u8(1) == 0 ? "net " : "host ") + m.v4(4);
            case 11 -> m.u8(1) == 0 ? "time exceeded in-transit" : "ip reassembly time exceeded";
            case 12 -> "parameter problem - octet " + m.u8(4);
            default -> "type-#" + m.u8(0);
        };
    }

    /** @param about the packet that could not be delivered, from its IP header on */
    private static String unreachable(int code, int mtu, Slice about) {
        IpAddress to = about.v4(16);
        return switch (code) {
            case 0 -> "net " + to + " unreachable";
            case 1 -> "host " + to + " unreachable";
            case 2 -> to + " protocol " + about.u8(9) + " unreachable";
            case 3 -> to + " " + port(about) + " unreachable";
            case 4 -> to + " unreachable - need to frag" + (mtu == 0 ? "" : " (mtu " + mtu + ")");
            case 5 -> to + " unreachable - source route failed";
            case 6 -> "net " + to + " unreachable - unknown";
            case 7 -> "host " + to + " unreachable - unknown";
            case 8 -> to + " unreachable - source host isolated";
            case 9 -> "net " + to + " unreachable - admin prohibited";
            case 10 -> "host " + to + " unreachable - admin prohibited";
            case 11 -> "net " + to + " unreachable - tos prohibited";
            case 12 -> "host " + to + " unreachable - tos prohibited";
            case 13 -> "host " + to + " unreachable - admin prohibited filter";
            case 14 -> "host " + to + " unreachable - host precedence violation";
            case 15 -> "host " + to + " unreachable - precedence cutoff";
            default -> to + " unreachable - #" + code;
        };
    }

    private static String port(Slice about) {
        Slice transport = about.behind((about.u8(0) & 15) * 4);
        return protocol(about.u8(9)) + " port " + transport.u16(2);
    }

    static String protocol(int number) {
        return number == 6 ? "tcp" : number == 17 ? "udp" : "protocol " + number;
    }
}
