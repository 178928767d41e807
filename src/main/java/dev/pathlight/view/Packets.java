package dev.pathlight.view;

import dev.pathlight.topology.IpAddress;
import java.util.Arrays;
import java.util.Optional;

/** Reads from a captured Ethernet frame what a caption says about it. */
final class Packets {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    static final int ARP = 0x0806;

    private Packets() {}

    /** The EtherType; -1 when the frame is too short to have one. */
    static int etherType(byte[] frame) {
        return frame.length < 14 ? -1 : number(frame, 12, 2);
    }

    /** Where the packet wants to go: the IP destination, or the address an ARP packet is about. */
    static Optional<IpAddress> destination(byte[] frame) {
        return switch (etherType(frame)) {
            case IPV4 -> address(frame, 30, 4);
            case IPV6 -> address(frame, 38, 16);
            case ARP -> address(frame, 38, 4);
            default -> Optional.empty();
        };
    }

    private static Optional<IpAddress> address(byte[] frame, int at, int length) {
        return frame.length < at + length
                ? Optional.empty()
                : Optional.of(IpAddress.of(Arrays.copyOfRange(frame, at, at + length)));
    }

    static int number(byte[] b, int at, int length) {
        int v = 0;
        for (int i = at; i < at + length; i++) {
            v = v << 8 | (b[i] & 0xff);
        }
        return v;
    }
}
