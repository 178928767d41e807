package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Echo requests (RFC 792, RFC 4443) and what may come back for one. Pure; any bytes are read without failing. */
record EchoPacket(boolean v6, int identifier, int sequence) {
    private static final int HEADER = 8;

    /** A message about this request: its ICMP type and code. */
    record Answer(int type, int code, boolean reply) {}

    /** The ICMP message to send; ICMPv6's checksum is the kernel's to fill in. */
    byte[] request(int payloadBytes) {
        ByteBuffer b = ByteBuffer.allocate(HEADER + payloadBytes);
        b.put((byte) (v6 ? 128 : 8)).put((byte) 0).putShort((short) 0);
        b.putShort((short) identifier).putShort((short) sequence);
        for (int i = 0; i < payloadBytes; i++) {
            b.put((byte) (0x10 + i));
        }
        if (!v6) {
            b.putShort(2, checksum(b.array()));
        }
        return b.array();
    }

    /** The Internet checksum, RFC 1071. */
    private static short checksum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (short) ~sum;
    }

    /** What a raw socket's datagram says about this request; IPv4's comes with its IP header. */
    Optional<Answer> read(byte[] datagram) {
        int at = v6 ? 0 : ipHeader(datagram, 0);
        if (at < 0 || at + HEADER > datagram.length) {
            return Optional.empty();
        }
        int type = datagram[at] & 0xff;
        int code = datagram[at + 1] & 0xff;
        if (type == (v6 ? 129 : 0)) {
            return isOurs(datagram, at) ? Optional.of(new Answer(type, code, true)) : Optional.empty();
        }
        boolean error = v6 ? type >= 1 && type <= 4 : type == 3 || type == 11 || type == 12;
        return error && quotesUs(datagram, at + HEADER) ? Optional.of(new Answer(type, code, false)) : Optional.empty();
    }

    private boolean quotesUs(byte[] d, int ip) {
        int at = v6 ? ip + 40 : ipHeader(d, ip);
        return at >= 0 && at + HEADER <= d.length && (d[at] & 0xff) == (v6 ? 128 : 8) && isOurs(d, at);
    }

    private boolean isOurs(byte[] d, int at) {
        return number(d, at + 4) == identifier && number(d, at + 6) == sequence;
    }

    /** Where the payload of the IPv4 packet at {@code at} begins, -1 when there is none. */
    private static int ipHeader(byte[] d, int at) {
        boolean ipv4 = at + 20 <= d.length && d[at] >>> 4 == 4 && d[at + 9] == 1;
        return ipv4 ? at + 4 * (d[at] & 15) : -1;
    }

    private static int number(byte[] d, int at) {
        return (d[at] & 0xff) << 8 | d[at + 1] & 0xff;
    }
}
