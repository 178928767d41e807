package dev.pathlight.trace.tcpdump;

import dev.pathlight.topology.IpAddress;

/** IPv4 (RFC 791) and IPv6 (RFC 8200), and what they carry. */
final class IpText {
    private static final int ICMP = 1;
    private static final int IGMP = 2;
    private static final int IP_IN_IP = 4;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int FRAGMENT = 44;
    private static final int ICMPV6 = 58;
    private static final int EXTENSIONS = 8;
    private static final int DEPTH = 4;

    private final TcpText tcp = new TcpText();
    private final UdpText udp;
    private int depth;

    IpText(EthernetText ethernet) {
        this.udp = new UdpText(ethernet);
    }

    String v4(Slice p) {
        int header = (p.u8(0) & 15) * 4;
        if (!p.has(20) || header < 20 || p.u8(0) >> 4 != 4) {
            return "[|ip]";
        }
        int total = p.u16(2);
        // A segmentation-offloaded packet above 64 KB says 0.
        int length = total == 0 ? p.length() : total;
        String cut = length > p.length() ? "truncated-ip - " + (length - p.length()) + " bytes missing! " : "";
        Slice body = p.first(length).behind(header);
        Ends ends = new Ends(p.v4(12), p.v4(16));
        int protocol = p.u8(9);
        if ((p.u16(6) & 0x1fff) != 0) {
            return cut + ends.way() + " ip-proto-" + protocol;
        }
        return cut + carried(protocol, new Carried(ends, body, length - header));
    }

    String v6(Slice p) {
        if (!p.has(40) || p.u8(0) >> 4 != 6) {
            return "[|ip6]";
        }
        int length = p.u16(4) == 0 ? p.length() - 40 : p.u16(4);
        Ends ends = new Ends(p.v6(8), p.v6(24));
        Slice body = p.first(40 + length).behind(40);
        int next = p.u8(6);
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < EXTENSIONS && isExtension(next) && body.has(8); i++) {
            int size = next == FRAGMENT ? 8 : 8 + body.u8(1) * 8;
            int offset = body.u16(2) & 0xfff8;
            if (next == FRAGMENT) {
                headers.append("frag (")
                        .append(offset)
                        .append('|')
                        .append(length - 8)
                        .append(") ");
            } else {
                headers.append(name(next)).append(' ');
            }
            boolean rest = next == FRAGMENT && offset > 0;
            next = body.u8(0);
            body = body.behind(size);
            length -= size;
            if (rest) {
                return ends.way() + " " + headers.toString().strip();
            }
        }
        boolean bare = !headers.isEmpty();
        String text = carried(next, new Carried(bare ? ends.unsaid() : ends, body, length));
        return bare ? ends.way() + " " + headers + text.strip() : text;
    }

    private static boolean isExtension(int next) {
        return next == 0 || next == 43 || next == FRAGMENT || next == 60;
    }

    private static String name(int extension) {
        return extension == 0 ? "HBH" : extension == 43 ? "RT6" : "DSTOPT";
    }

    /** What is carried: {@code length} as the header tells, of which {@code body} may hold less. */
    record Carried(Ends ends, Slice body, int length) {}

    /** From whom to whom. */
    record Ends(IpAddress from, IpAddress to, boolean said) {
        Ends(IpAddress from, IpAddress to) {
            this(from, to, true);
        }

        /** As they are behind a header that was written between them and what is carried: only ports are. */
        Ends unsaid() {
            return new Ends(from, to, false);
        }

        String way() {
            return said ? from + " > " + to + ":" : "";
        }

        String way(int fromPort, int toPort) {
            return said ? from + "." + fromPort + " > " + to + "." + toPort + ":" : fromPort + " > " + toPort + ":";
        }
    }

    private String carried(int protocol, Carried c) {
        return switch (protocol) {
            case ICMP -> c.ends().way() + " " + IcmpText.of(c);
            case ICMPV6 -> c.ends().way() + " " + Icmp6Text.of(c);
            case TCP -> tcp.of(c);
            case UDP -> udp.of(c);
            case IGMP -> c.ends().way() + " " + IgmpText.of(c.body());
            case IP_IN_IP -> c.ends().way() + " " + inner(c.body());
            default -> c.ends().way() + "  ip-proto-" + protocol + " " + c.length();
        };
    }

    private String inner(Slice packet) {
        if (depth == DEPTH) {
            return "[|ip]";
        }
        depth++;
        try {
            return v4(packet);
        } finally {
            depth--;
        }
    }
}
