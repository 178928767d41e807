package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Arrays;

/** Says what an ICMP (RFC 792), ICMPv6 (RFC 4443) or neighbour discovery (RFC 4861) message is. At least 8 bytes of it are here. */
final class IcmpText {
    private IcmpText() {}

    static String v4(Frame f) {
        int type = Octets.u8(f.bytes(), f.transport());
        int code = Octets.u8(f.bytes(), f.transport() + 1);
        return switch (type) {
            case 8 -> "ICMP echo request " + way(f) + echo(f);
            case 0 -> "ICMP echo reply " + way(f) + echo(f);
            case 3 -> "ICMP " + unreachable(code) + " " + way(f) + about(f);
            case 5 -> "ICMP redirect " + way(f) + about(f);
            case 11 -> "ICMP time exceeded " + way(f) + about(f);
            default -> "ICMP type " + type + " " + way(f);
        };
    }

    static String v6(Frame f) {
        int type = Octets.u8(f.bytes(), f.transport());
        return switch (type) {
            case 128 -> "ICMPv6 echo request " + way(f) + echo(f);
            case 129 -> "ICMPv6 echo reply " + way(f) + echo(f);
            case 1 -> "ICMPv6 destination unreachable " + way(f) + about(f);
            case 2 -> "ICMPv6 packet too big " + way(f) + about(f);
            case 3 -> "ICMPv6 time exceeded " + way(f) + about(f);
            case 130, 131, 132, 143 -> "MLD " + (type == 130 ? "query " : "report ") + way(f);
            case 133 -> "ND router solicitation " + way(f);
            case 134 -> "ND router advertisement " + way(f);
            case 135 -> question(f);
            case 136 -> answer(f);
            default -> "ICMPv6 type " + type + " " + way(f);
        };
    }

    private static String way(Frame f) {
        return f.from() + " → " + f.to();
    }

    private static String echo(Frame f) {
        return ", id " + Octets.u16(f.bytes(), f.transport() + 4) + ", seq " + Octets.u16(f.bytes(), f.transport() + 6);
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "network unreachable";
            case 1 -> "host unreachable";
            case 2 -> "protocol unreachable";
            case 3 -> "port unreachable";
            case 4 -> "fragmentation needed";
            case 9, 10, 13 -> "prohibited";
            default -> "destination unreachable (code " + code + ")";
        };
    }

    /** The addresses of the packet that an error quotes. */
    private static String about(Frame f) {
        int at = f.transport() + 8;
        if (f.kind() == Frame.Kind.IPV4 && at + 20 <= f.end()) {
            return ", about " + address(f, at + 12, 4) + " → " + address(f, at + 16, 4);
        }
        if (f.kind() == Frame.Kind.IPV6 && at + 40 <= f.end()) {
            return ", about " + address(f, at + 8, 16) + " → " + address(f, at + 24, 16);
        }
        return "";
    }

    private static IpAddress address(Frame f, int at, int n) {
        return IpAddress.of(Arrays.copyOfRange(f.bytes(), at, at + n));
    }

    private static String question(Frame f) {
        return Discovery.target(f)
                .map(t -> "ND who has " + t + "? "
                        + (f.sourceHigh() == 0 && f.sourceLow() == 0 ? "(is it free?)" : "tell " + f.from()))
                .orElse("ND neighbour solicitation " + way(f));
    }

    private static String answer(Frame f) {
        return Discovery.target(f)
                .map(t -> "ND " + t
                        + Discovery.linkAddress(f)
                                .map(Mac::toString)
                                .map(m -> " is at " + m)
                                .orElse(" is here"))
                .orElse("ND neighbour advertisement " + way(f));
    }
}
