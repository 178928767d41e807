package dev.pathlight.session;

import java.util.Optional;

/**
 * The identity of an echo request or reply inside a captured Ethernet frame (RFC 792, RFC 4443): by it a ping finds the
 * journeys it made.
 *
 * @param identifier 0..65535
 * @param sequence 0..65535
 */
record EchoFrame(boolean request, int identifier, int sequence) {
    private static final int ETHERNET_HEADER = 14;
    private static final int VLAN_TAG = 4;
    private static final int IPV6_HEADER = 40;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int ETHERTYPE_VLAN = 0x8100;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    /** Reads a frame, with or without a VLAN tag; empty when it holds no whole echo message at its outermost. */
    static Optional<EchoFrame> read(byte[] frame) {
        int ip = ETHERNET_HEADER;
        if (u16(frame, ip - 2) == ETHERTYPE_VLAN) {
            ip += VLAN_TAG;
        }
        return switch (u16(frame, ip - 2)) {
            case ETHERTYPE_IPV4 ->
                u8(frame, ip + 9) == ICMP ? echo(frame, ip + 4 * (u8(frame, ip) & 15), 8, 0) : Optional.empty();
            case ETHERTYPE_IPV6 ->
                u8(frame, ip + 6) == ICMPV6 ? echo(frame, ip + IPV6_HEADER, 128, 129) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<EchoFrame> echo(byte[] frame, int at, int requestType, int replyType) {
        int type = u8(frame, at);
        if (type != requestType && type != replyType || frame.length < at + 8) {
            return Optional.empty();
        }
        return Optional.of(new EchoFrame(type == requestType, u16(frame, at + 4), u16(frame, at + 6)));
    }

    private static int u16(byte[] b, int at) {
        return u8(b, at) << 8 | u8(b, at + 1) & 0xff;
    }

    /** The byte there, or -1 behind the end: no field has that value. */
    private static int u8(byte[] b, int at) {
        return at < b.length ? b[at] & 0xff : -1;
    }
}
