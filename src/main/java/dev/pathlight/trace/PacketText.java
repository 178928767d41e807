package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;

/** Says in one line what a packet is, as {@code ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1}. */
final class PacketText {
    private PacketText() {}

    /** The line for a frame. */
    static String what(Frame f) {
        return switch (f.kind()) {
            case ARP -> arp(f);
            case OTHER -> other(f);
            case IPV4, IPV6 -> f.fragmentOffset() > 0 ? fragment(f) : ip(f);
        };
    }

    /** The line for an echo message that never became a frame; {@code from} as far as it is known. */
    static String echo(boolean request, String from, IpAddress to, int identifier, int sequence) {
        return (to.v6() ? "ICMPv6" : "ICMP") + " echo " + (request ? "request " : "reply ") + from + " → " + to
                + ", id " + identifier + ", seq " + sequence;
    }

    /** The protocol's short name: icmp, icmpv6, arp, tcp, udp, igmp, ipv4, ipv6, stp, lldp or ethernet. */
    static String protocol(Frame f) {
        return switch (f.kind()) {
            case ARP -> "arp";
            case OTHER -> isStp(f) ? "stp" : f.etherType() == 0x88cc ? "lldp" : "ethernet";
            case IPV4, IPV6 ->
                switch (f.protocol()) {
                    case Frame.ICMP -> "icmp";
                    case Frame.IGMP -> "igmp";
                    case Frame.TCP -> "tcp";
                    case Frame.UDP -> "udp";
                    case Frame.ICMPV6 -> "icmpv6";
                    default -> f.kind() == Frame.Kind.IPV4 ? "ipv4" : "ipv6";
                };
        };
    }

    private static boolean isStp(Frame f) {
        return f.etherType() < 1536
                && f.network() + 3 <= f.bytes().length
                && Octets.u16(f.bytes(), f.network()) == 0x4242;
    }

    private static String other(Frame f) {
        String way = f.source() + " → " + f.destination();
        return switch (protocol(f)) {
            case "stp" -> "STP " + way;
            case "lldp" -> "LLDP " + way;
            default -> "Ethernet 0x%04x %s".formatted(f.etherType(), way);
        };
    }

    private static String arp(Frame f) {
        if (f.protocol() == 2) {
            return "ARP " + f.from() + " is at " + Mac.at(f.bytes(), f.network() + 8);
        }
        if (f.protocol() != 1) {
            return "ARP operation " + f.protocol() + " " + f.from() + " → " + f.to();
        }
        return f.from().equals(f.to())
                ? "ARP announcement: " + f.from() + " is at " + Mac.at(f.bytes(), f.network() + 8)
                : "ARP who has " + f.to() + "? tell " + f.from();
    }

    private static String way(Frame f) {
        return f.from() + " → " + f.to();
    }

    private static String fragment(Frame f) {
        return "%s fragment %s, id %d, offset %d"
                .formatted(f.kind() == Frame.Kind.IPV4 ? "IPv4" : "IPv6", way(f), f.datagram(), f.fragmentOffset());
    }

    private static String ip(Frame f) {
        return switch (f.protocol()) {
            case Frame.ICMP -> f.hasTransport(8) ? IcmpText.v4(f) : "ICMP " + way(f);
            case Frame.ICMPV6 -> f.hasTransport(8) ? IcmpText.v6(f) : "ICMPv6 " + way(f);
            case Frame.TCP -> f.hasTransport(20) ? tcp(f) : "TCP " + way(f);
            case Frame.UDP -> f.hasTransport(8) ? udp(f) : "UDP " + way(f);
            case Frame.IGMP -> "IGMP " + way(f);
            default -> (f.kind() == Frame.Kind.IPV4 ? "IPv4" : "IPv6") + " protocol " + f.protocol() + " " + way(f);
        };
    }

    private static String tcp(Frame f) {
        byte[] b = f.bytes();
        int at = f.transport();
        int flags = Octets.u8(b, at + 13);
        StringBuilder s = new StringBuilder("TCP ").append(ports(f)).append(',');
        String[] names = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};
        for (int i : new int[] {1, 0, 2, 3, 4, 5}) {
            if ((flags >> i & 1) == 1) {
                s.append(' ').append(names[i]);
            }
        }
        s.append((flags & 0x3f) == 0 ? " no flags" : "").append(", seq ").append(Octets.u32(b, at + 4));
        if ((flags & 0x10) != 0) {
            s.append(", ack ").append(Octets.u32(b, at + 8));
        }
        int payload = f.length() - (at - f.network()) - (Octets.u8(b, at + 12) >> 4) * 4;
        return s.append(", ").append(Math.max(0, payload)).append(" bytes").toString();
    }

    private static String udp(Frame f) {
        int port = Octets.u16(f.bytes(), f.transport() + 2);
        // RFC 7348's port, and the one Linux took before there was an RFC.
        if ((port == 4789 || port == 8472) && f.hasTransport(16)) {
            return "VXLAN " + way(f) + ", VNI " + (Octets.u32(f.bytes(), f.transport() + 12) >> 8);
        }
        int payload = Math.max(0, Octets.u16(f.bytes(), f.transport() + 4) - 8);
        return "UDP " + ports(f) + ", " + payload + " bytes";
    }

    private static String ports(Frame f) {
        return withPort(f.from(), Octets.u16(f.bytes(), f.transport())) + " → "
                + withPort(f.to(), Octets.u16(f.bytes(), f.transport() + 2));
    }

    private static String withPort(IpAddress a, int port) {
        return a.v6() ? "[" + a + "]:" + port : a + ":" + port;
    }
}
