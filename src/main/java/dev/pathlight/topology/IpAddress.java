package dev.pathlight.topology;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address. {@code high} is 0 for IPv4, whose 32 bits are the lowest of {@code low}. */
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
    private static final Pattern V4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final int LONGEST = 45; // INET6_ADDRSTRLEN less its final zero
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    public IpAddress {
        if (!v6 && (high != 0 || low < 0 || low > 0xffff_ffffL)) {
            throw new IllegalArgumentException("not 32 bits");
        }
    }

    /** What is wrong with {@code text} as an address, or empty. Never asks a name server. */
    public static Optional<Sentence> problem(String text) {
        return read(text) != null
                ? Optional.empty()
                : Optional.of(Sentence.of("\"{0}\" is not an IP address: write it as 10.1.1.2 or fd00::2", text));
    }

    public static IpAddress parse(String text) {
        byte[] b = read(text);
        if (b == null) {
            throw new Malformed(problem(text).orElseThrow());
        }
        return of(b);
    }

    /** Of the machine itself: 127.0.0.0/8 (RFC 1122, 3.2.1.3) or ::1 (RFC 4291, 2.5.3). */
    public boolean isLoopback() {
        return v6 ? high == 0 && low == 1 : low >>> 24 == 127;
    }

    /** From 4 or 16 bytes in network order. */
    public static IpAddress of(byte[] b) {
        if (b.length == 4) {
            return new IpAddress(false, 0, number(b, 0, 4));
        }
        if (b.length == 16) {
            return new IpAddress(true, number(b, 0, 8), number(b, 8, 8));
        }
        throw new IllegalArgumentException("4 or 16 bytes, not " + b.length);
    }

    private static long number(byte[] b, int from, int n) {
        long v = 0;
        for (int i = from; i < from + n; i++) {
            v = v << 8 | (b[i] & 0xff);
        }
        return v;
    }

    private static byte @org.jspecify.annotations.Nullable [] read(String text) {
        // InetAddress would look a host name up: only literal addresses may reach it.
        if (text.length() > LONGEST
                || !V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return null;
        }
        try {
            byte[] b = InetAddress.ofLiteral(text).getAddress();
            // A v4-mapped literal comes back as 4 bytes; as an interface's IPv6 address it makes no sense.
            return b.length == 4 && text.indexOf(':') >= 0 ? null : b;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** 4 or 16 bytes in network order. */
    public byte[] bytes() {
        byte[] b = new byte[v6 ? 16 : 4];
        for (int i = 0; i < b.length; i++) {
            int fromEnd = b.length - 1 - i;
            b[i] = (byte) (fromEnd >= 8 ? high >>> (8 * (fromEnd - 8)) : low >>> (8 * fromEnd));
        }
        return b;
    }

    /** Address length in bits: 32 or 128. */
    public int width() {
        return v6 ? 128 : 32;
    }

    /** The address with all bits after the first {@code prefix} cleared. */
    public IpAddress masked(int prefix) {
        byte[] b = bytes();
        for (int i = 0; i < b.length; i++) {
            int keep = Math.clamp(prefix - 8L * i, 0, 8);
            b[i] &= (byte) (0xff << (8 - keep));
        }
        return of(b);
    }

    @Override
    public int compareTo(IpAddress o) {
        return v6 != o.v6 ? Boolean.compare(v6, o.v6) : Arrays.compareUnsigned(bytes(), o.bytes());
    }

    /** The canonical text: dotted quad, or RFC 5952. */
    @Override
    public String toString() {
        return v6 ? Rfc5952.format(bytes()) : dotted();
    }

    private String dotted() {
        return (low >> 24 & 255) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
    }
}
