package dev.pathlight.wire;

import java.util.List;

/** Reads netlink route messages. Never throws on any bytes: what it cannot read is {@link KernelNotice.Unknown}. */
public final class NetlinkDecoder {
    private NetlinkDecoder() {}

    /** All messages in one datagram, in order. */
    public static List<KernelNotice> decode(byte[] datagram) {
        throw new UnsupportedOperationException("being built: " + datagram.length);
    }
}
