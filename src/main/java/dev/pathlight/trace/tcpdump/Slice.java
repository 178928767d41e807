package dev.pathlight.trace.tcpdump;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a packet, in network order. Reading never fails: what lies behind its end reads as zero, and {@link #has} says
 * whether something lies there.
 */
record Slice(byte[] bytes, int from, int to) {
    int length() {
        return to - from;
    }

    boolean has(int n) {
        return length() >= n;
    }

    int u8(int at) {
        return at >= 0 && from + at < to ? bytes[from + at] & 0xff : 0;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    Mac mac(int at) {
        return new Mac((long) u16(at) << 32 | u32(at + 2));
    }

    IpAddress v4(int at) {
        return new IpAddress(false, 0, u32(at));
    }

    IpAddress v6(int at) {
        return new IpAddress(true, u32(at) << 32 | u32(at + 4), u32(at + 8) << 32 | u32(at + 12));
    }

    /** Without the first {@code n} bytes. */
    Slice behind(int n) {
        return new Slice(bytes, Math.min(to, from + n), to);
    }

    /** At most the first {@code n} bytes. */
    Slice first(int n) {
        return new Slice(bytes, from, Math.max(from, Math.min(to, from + n)));
    }

    String text() {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.ISO_8859_1);
    }
}
