package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import java.util.HexFormat;

/** A link layer's address as {@code ip} prints it: in hexadecimal, but for tunnels, whose addresses are IP addresses. */
final class HardwareAddress {
    /** ARPHRD_TUNNEL, TUNNEL6, SIT, IPGRE, IP6GRE ({@code linux/if_arp.h}). */
    private static final int TUNNEL = 768;

    private static final int TUNNEL6 = 769;
    private static final int SIT = 776;
    private static final int IPGRE = 778;
    private static final int IP6GRE = 823;

    private HardwareAddress() {}

    static String text(int type, byte[] address) {
        boolean v4 = address.length == 4 && (type == TUNNEL || type == SIT || type == IPGRE);
        boolean v6 = address.length == 16 && (type == TUNNEL6 || type == IP6GRE);
        return v4 || v6
                ? IpAddress.of(address).toString()
                : HexFormat.ofDelimiter(":").formatHex(address);
    }
}
