package dev.pathlight.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes one netlink message: the header, a fixed part, then attributes, each padded to 4 bytes. */
final class MessageWriter {
    private ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());

    MessageWriter(int type, int flags, int sequence) {
        out.putInt(0)
                .putShort((short) type)
                .putShort((short) (Netlink.NLM_F_REQUEST | flags))
                .putInt(sequence)
                .putInt(0);
    }

    MessageWriter u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    MessageWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    MessageWriter u32(int value) {
        room(4).putInt(value);
        return this;
    }

    MessageWriter attribute(int type, byte[] payload) {
        room(Netlink.ATTRIBUTE_HEADER + payload.length + 3)
                .putShort((short) (Netlink.ATTRIBUTE_HEADER + payload.length))
                .putShort((short) type)
                .put(payload);
        return pad();
    }

    MessageWriter attributeU8(int type, int value) {
        return attribute(type, new byte[] {(byte) value});
    }

    MessageWriter attributeU16(int type, int value) {
        return nest(type, w -> w.u16(value));
    }

    MessageWriter attributeU32(int type, int value) {
        return nest(type, w -> w.u32(value));
    }

    /** A string with its final zero. */
    MessageWriter attribute(int type, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return attribute(type, Arrays.copyOf(utf8, utf8.length + 1));
    }

    /** An attribute whose payload {@code content} writes. */
    MessageWriter nest(int type, Consumer<MessageWriter> content) {
        room(Netlink.ATTRIBUTE_HEADER);
        int start = out.position();
        out.putShort((short) 0).putShort((short) type);
        content.accept(this);
        out.putShort(start, (short) (out.position() - start));
        return pad();
    }

    byte[] toBytes() {
        out.putInt(0, out.position());
        return Arrays.copyOf(out.array(), out.position());
    }

    private MessageWriter pad() {
        while (out.position() != Netlink.aligned(out.position())) {
            u8(0);
        }
        return this;
    }

    private ByteBuffer room(int more) {
        if (out.remaining() < more) {
            ByteBuffer bigger = ByteBuffer.allocate(2 * (out.capacity() + more)).order(ByteOrder.nativeOrder());
            out = bigger.put(out.flip());
        }
        return out;
    }
}
