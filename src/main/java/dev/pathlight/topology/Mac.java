package dev.pathlight.topology;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** An Ethernet address: 48 bits, the first octet in the highest byte. Written {@code 02:42:ac:11:00:02}. */
public record Mac(long bits) implements Comparable<Mac> {
    public static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);
    private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}");

    public Mac {
        if (bits < 0 || bits > 0xffff_ffff_ffffL) {
            throw new IllegalArgumentException("not 48 bits: " + Long.toHexString(bits));
        }
    }

    /** What is wrong with {@code text} as an Ethernet address, or empty. */
    public static Optional<Sentence> problem(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "\"{0}\" is not a MAC address: write six pairs of hex digits, as 02:42:ac:11:00:02", text));
    }

    /** Reads {@code aa:bb:cc:dd:ee:ff}; throws IllegalArgumentException where {@link #problem} finds one. */
    public static Mac parse(String text) {
        Malformed.refuse(problem(text));
        return new Mac(Long.parseLong(text.replace(":", ""), 16));
    }

    /** The address in six bytes at {@code offset}. */
    public static Mac at(byte[] bytes, int offset) {
        long v = 0;
        for (int i = 0; i < 6; i++) {
            v = v << 8 | (bytes[offset + i] & 0xff);
        }
        return new Mac(v);
    }

    public byte[] bytes() {
        byte[] b = new byte[6];
        for (int i = 0; i < 6; i++) {
            b[i] = (byte) (bits >> (40 - 8 * i));
        }
        return b;
    }

    /** True for broadcast and multicast addresses: the lowest bit of the first octet is set. */
    public boolean isGroup() {
        return (bits >> 40 & 1) == 1;
    }

    @Override
    public int compareTo(Mac other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(bytes());
    }
}
