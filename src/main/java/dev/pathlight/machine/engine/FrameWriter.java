package dev.pathlight.machine.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes numbers (big endian), texts (UTF-8) and lists into growing bytes. */
final class FrameWriter {
    private byte[] bytes = new byte[256];
    private int size;

    private int grow(int n) {
        int at = size;
        if (at + n > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + n));
        }
        size = at + n;
        return at;
    }

    FrameWriter u8(int v) {
        int at = grow(1);
        bytes[at] = (byte) v;
        return this;
    }

    FrameWriter i32(int v) {
        int at = grow(4);
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (v >>> (24 - 8 * i));
        }
        return this;
    }

    FrameWriter i64(long v) {
        return i32((int) (v >>> 32)).i32((int) v);
    }

    FrameWriter blob(byte[] v) {
        i32(v.length);
        int at = grow(v.length);
        System.arraycopy(v, 0, bytes, at, v.length);
        return this;
    }

    FrameWriter text(String v) {
        return blob(v.getBytes(StandardCharsets.UTF_8));
    }

    <T> FrameWriter list(List<T> items, BiConsumer<FrameWriter, T> each) {
        i32(items.size());
        items.forEach(item -> each.accept(this, item));
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
