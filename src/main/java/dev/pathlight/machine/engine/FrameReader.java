package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link FrameWriter} wrote. Whatever the bytes, it ends in values or in {@link BadFrame}. */
final class FrameReader {
    private final ByteBuffer in;

    FrameReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    private void need(int n) throws BadFrame {
        if (n < 0 || in.remaining() < n) {
            throw new BadFrame("a frame ends before its content: " + n + " bytes wanted, " + in.remaining() + " left");
        }
    }

    int u8() throws BadFrame {
        need(1);
        return in.get() & 0xff;
    }

    boolean flag() throws BadFrame {
        int v = u8();
        if (v > 1) {
            throw new BadFrame("a flag is 0 or 1, not " + v);
        }
        return v == 1;
    }

    int i32() throws BadFrame {
        need(4);
        return in.getInt();
    }

    long i64() throws BadFrame {
        need(8);
        return in.getLong();
    }

    byte[] blob() throws BadFrame {
        int n = i32();
        need(n);
        byte[] b = new byte[n];
        in.get(b);
        return b;
    }

    String text() throws BadFrame {
        return new String(blob(), StandardCharsets.UTF_8);
    }

    /** @param smallest an item's least size in bytes: a count that cannot be true is refused before memory is taken */
    <T> List<T> list(int smallest, Item<T> item) throws BadFrame {
        int n = i32();
        if (n < 0 || (long) n * smallest > in.remaining()) {
            throw new BadFrame("a list of " + n + " items does not fit into " + in.remaining() + " bytes");
        }
        List<T> items = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            items.add(item.read(this));
        }
        return items;
    }

    /** The value, when it took all bytes. */
    <T> T end(T value) throws BadFrame {
        if (in.hasRemaining()) {
            throw new BadFrame(in.remaining() + " bytes follow the end of a frame");
        }
        return value;
    }

    /** Reads one item of a list. */
    interface Item<T> {
        T read(FrameReader r) throws BadFrame;
    }
}
