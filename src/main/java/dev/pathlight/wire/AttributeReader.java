package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cursor over the attributes of a message that remembers the first error: after one, {@link #next} is false and
 * every value is zero, so that a reader checks once, at the end. Readers of nested attributes share the error with
 * their parent.
 */
final class AttributeReader {
    private static final byte[] NOTHING = {};

    private final byte[] bytes;
    private final int end;
    private final FirstError error;
    private int following;
    private int type;
    private int from;
    private int length;

    AttributeReader(byte[] bytes, int from, int end) {
        this(bytes, from, end, new FirstError());
        if (from > end) {
            fail("the message ends before its attributes");
        }
    }

    private AttributeReader(byte[] bytes, int from, int end, FirstError error) {
        this.bytes = bytes;
        this.end = end;
        this.error = error;
        this.following = from;
    }

    /** Moves to the next attribute; false at the end, or when something is wrong. */
    boolean next() {
        if (failed() || end - following < Netlink.ATTRIBUTE_HEADER) {
            return false;
        }
        ByteBuffer header = buffer(following, Netlink.ATTRIBUTE_HEADER);
        int whole = header.getShort() & 0xffff;
        if (whole < Netlink.ATTRIBUTE_HEADER || whole > end - following) {
            fail("attribute length " + whole + " where " + (end - following) + " bytes are left");
            return false;
        }
        type = header.getShort() & Netlink.NLA_TYPE_MASK;
        from = following + Netlink.ATTRIBUTE_HEADER;
        length = whole - Netlink.ATTRIBUTE_HEADER;
        following += Netlink.aligned(whole);
        return true;
    }

    int type() {
        return type;
    }

    int length() {
        return length;
    }

    int u8() {
        return need(1) ? bytes[from] & 0xff : 0;
    }

    /** The byte at {@code offset} of the payload. */
    int u8At(int offset) {
        return need(offset + 1) ? bytes[from + offset] & 0xff : 0;
    }

    int u16() {
        return u16At(0);
    }

    /** The 16 bits at {@code offset} of the payload. */
    int u16At(int offset) {
        return need(offset + 2) ? buffer(from + offset, 2).getShort() & 0xffff : 0;
    }

    int u32() {
        return u32At(0);
    }

    /** The 32 bits at {@code offset} of the payload. */
    int u32At(int offset) {
        return need(offset + 4) ? buffer(from + offset, 4).getInt() : 0;
    }

    /** 64 bits. */
    long u64() {
        return need(8) ? buffer(from, 8).getLong() : 0;
    }

    /** 16 bits in network order. */
    int big16() {
        return need(2) ? network(2).getShort() & 0xffff : 0;
    }

    /** 32 bits in network order. */
    int big32() {
        return need(4) ? network(4).getInt() : 0;
    }

    /** 64 bits in network order. */
    long big64() {
        return need(8) ? network(8).getLong() : 0;
    }

    private ByteBuffer network(int size) {
        return ByteBuffer.wrap(bytes, from, size);
    }

    /** Up to the first zero byte. */
    String string() {
        int n = 0;
        while (n < length && bytes[from + n] != 0) {
            n++;
        }
        return new String(bytes, from, n, StandardCharsets.UTF_8);
    }

    byte[] payload() {
        return failed() ? NOTHING : Arrays.copyOfRange(bytes, from, from + length);
    }

    /** An Ethernet address; empty when the link layer's addresses have another length. */
    Optional<Mac> mac() {
        return length == 6 && !failed() ? Optional.of(Mac.at(bytes, from)) : Optional.empty();
    }

    /** An address of 4 or 16 bytes; another length is an error. */
    Optional<IpAddress> ip() {
        return ipAt(0);
    }

    /** The address that follows {@code offset} bytes of the payload. */
    Optional<IpAddress> ipAt(int offset) {
        if (failed() || length - offset != 4 && length - offset != 16) {
            fail("an IP address in " + (length - offset) + " bytes");
            return Optional.empty();
        }
        return Optional.of(IpAddress.of(Arrays.copyOfRange(bytes, from + offset, from + length)));
    }

    /** Over the attributes inside this one. */
    AttributeReader nested() {
        return nestedAt(0, length);
    }

    /** Over the attributes in a part of this one's payload. */
    AttributeReader nestedAt(int offset, int partEnd) {
        if (offset > partEnd || partEnd > length) {
            fail("a nested part from " + offset + " to " + partEnd + " of " + length + " bytes");
            return new AttributeReader(bytes, end, end, error);
        }
        return new AttributeReader(bytes, from + offset, from + partEnd, error);
    }

    boolean failed() {
        return error.text.isPresent();
    }

    /** What was wrong first. */
    Optional<String> error() {
        return error.text;
    }

    void fail(String what) {
        if (error.text.isEmpty()) {
            error.text = Optional.of(what);
        }
    }

    private boolean need(int wanted) {
        if (length < wanted) {
            fail("attribute " + type + " has " + length + " bytes, not " + wanted);
        }
        return !failed();
    }

    private ByteBuffer buffer(int at, int size) {
        return ByteBuffer.wrap(bytes, at, size).order(ByteOrder.nativeOrder());
    }

    private static final class FirstError {
        private Optional<String> text = Optional.empty();
    }
}
