package dev.pathlight.wire;

import static dev.pathlight.wire.Netlink.NLM_F_DUMP;

import dev.pathlight.topology.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a namespace who listens, and reads the answers (NETLINK_SOCK_DIAG; {@code linux/sock_diag.h}, {@code
 * linux/inet_diag.h}). The kernel sends no notices of listeners, so they have to be asked for again and again.
 */
public final class SockDiag {
    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int TCP = 6;
    private static final int UDP = 17;

    /** {@code linux/tcp_states.h}: TCP_LISTEN, and TCP_CLOSE, which a UDP socket without a peer is in. */
    private static final int LISTEN = 1 << 10;

    private static final int CLOSE = 1 << 7;
    private static final int NO_SOCKET_ID = 48;

    private static final int HEADER = 16;
    private static final int INET_DIAG_MSG = 72;
    private static final int INET_DIAG_SKV6ONLY = 11;

    private SockDiag() {}

    /** Four dumps: TCP and UDP, of IPv4 and IPv6. */
    public static List<byte[]> questions() {
        List<byte[]> all = new ArrayList<>();
        for (int family : new int[] {AF_INET, AF_INET6}) {
            all.add(question(family, TCP, LISTEN, all.size() + 1));
            all.add(question(family, UDP, CLOSE, all.size() + 1));
        }
        return all;
    }

    /** {@code struct inet_diag_req_v2} for sockets in these states, whatever their addresses. */
    private static byte[] question(int family, int protocol, int states, int sequence) {
        MessageWriter w = new MessageWriter(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, sequence)
                .u8(family)
                .u8(protocol)
                .u8(0)
                .u8(0)
                .u32(states);
        for (int i = 0; i < NO_SOCKET_ID; i++) {
            w.u8(0);
        }
        return w.toBytes();
    }

    /** The sockets in a datagram that answers a question; {@code protocol} is the question's. */
    public static List<ListenerRow> read(String protocol, byte[] datagram) {
        List<ListenerRow> rows = new ArrayList<>();
        ByteBuffer b = ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder());
        int at = 0;
        while (at + HEADER <= datagram.length) {
            int length = b.getInt(at);
            if (length < HEADER || length > datagram.length - at) {
                break;
            }
            boolean whole = b.getShort(at + 4) == SOCK_DIAG_BY_FAMILY && length >= HEADER + INET_DIAG_MSG;
            if (whole) {
                rows.add(row(protocol, datagram, b, at + HEADER, at + length));
            }
            at += (length + 3) & ~3;
        }
        return rows;
    }

    private static ListenerRow row(String protocol, byte[] bytes, ByteBuffer b, int at, int end) {
        boolean v6 = bytes[at] == AF_INET6;
        int port = (bytes[at + 4] & 0xff) << 8 | bytes[at + 5] & 0xff;
        IpAddress address = IpAddress.of(Arrays.copyOfRange(bytes, at + 8, at + (v6 ? 24 : 12)));
        long inode = Integer.toUnsignedLong(b.getInt(at + 68));
        return new ListenerRow(protocol, address, v6 && !v6Only(bytes, b, at + INET_DIAG_MSG, end), port, inode);
    }

    private static boolean v6Only(byte[] bytes, ByteBuffer b, int from, int end) {
        int at = from;
        while (at + 4 <= end) {
            int length = Short.toUnsignedInt(b.getShort(at));
            if (length < 4 || length > end - at) {
                break;
            }
            if (b.getShort(at + 2) == INET_DIAG_SKV6ONLY && length > 4) {
                return bytes[at + 4] != 0;
            }
            at += (length + 3) & ~3;
        }
        return false;
    }

    /** Which protocol the question at this place of {@link #questions} is about. */
    public static String protocol(int position) {
        return position % 2 == 0 ? "tcp" : "udp";
    }
}
