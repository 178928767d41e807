package dev.pathlight.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes numbers in network order. The caller knows that the bytes are there. */
final class Octets {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private Octets() {}

    static int u8(byte[] b, int at) {
        return b[at] & 0xff;
    }

    static int u16(byte[] b, int at) {
        return (short) SHORT.get(b, at) & 0xffff;
    }

    static void put16(byte[] b, int at, int value) {
        SHORT.set(b, at, (short) value);
    }

    static long u32(byte[] b, int at) {
        return (int) INT.get(b, at) & 0xffff_ffffL;
    }

    static long u48(byte[] b, int at) {
        return (long) u16(b, at) << 32 | u32(b, at + 2);
    }

    static long u64(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }

    /** A 64-bit digest of {@code b[from..to)}, continuing {@code hash}; order and length count. */
    static long digest(long hash, byte[] b, int from, int to) {
        long h = hash;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            h = mix(h, u64(b, i));
        }
        long rest = Math.max(0, to - from);
        for (; i < to; i++) {
            rest = rest << 8 | u8(b, i);
        }
        return mix(h, rest);
    }

    private static long mix(long h, long v) {
        long m = (h ^ v) * 0x9e37_79b9_7f4a_7c15L;
        return m ^ m >>> 32;
    }
}
