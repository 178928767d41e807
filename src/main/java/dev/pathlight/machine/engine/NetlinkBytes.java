package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The little netlink the engine speaks on its own account ({@code linux/netlink.h}, {@code linux/rtnetlink.h},
 * {@code linux/net_namespace.h}, {@code linux/if_link.h}); everything else comes to it as finished bytes.
 */
final class NetlinkBytes {
    static final int HEADER = 16;
    static final int NLMSG_ERROR = 2;
    static final int NLMSG_DONE = 3;
    static final int RTM_DELLINK = 17;
    private static final int RTM_NEWLINK = 16;
    private static final int RTM_NEWNSID = 88;
    private static final int NLM_F_REQUEST = 1;
    private static final int NLM_F_ACK = 4;
    private static final int NLM_F_DUMP = 0x300;
    private static final int NLM_F_NEW = 0x600;
    private static final int NESTED = 0x8000;

    private final ByteBuffer b = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());

    private NetlinkBytes(int type, int flags, int sequence) {
        b.putInt(0)
                .putShort((short) type)
                .putShort((short) flags)
                .putInt(sequence)
                .putInt(0);
    }

    /** Gives the namespace behind a descriptor the id by which notices from it are told. */
    static byte[] newNsid(int descriptor, int nsid, int sequence) {
        NetlinkBytes m = new NetlinkBytes(RTM_NEWNSID, NLM_F_REQUEST | NLM_F_ACK, sequence);
        m.b.putInt(0); // struct rtgenmsg, padded
        m.number(1, nsid); // NETNSA_NSID
        m.number(3, descriptor); // NETNSA_FD
        return m.finished();
    }

    /** A cable between the socket's own namespace and the one behind a descriptor. */
    static byte[] cableInto(int descriptor, int sequence) {
        NetlinkBytes m = new NetlinkBytes(RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK | NLM_F_NEW, sequence);
        m.interfaceInfo();
        m.text(3, "here"); // IFLA_IFNAME
        int info = m.open(18); // IFLA_LINKINFO
        m.text(1, "veth"); // IFLA_INFO_KIND
        int data = m.open(2); // IFLA_INFO_DATA
        int peer = m.open(1); // VETH_INFO_PEER
        m.interfaceInfo();
        m.text(3, "there");
        m.number(28, descriptor); // IFLA_NET_NS_FD
        m.shut(peer);
        m.shut(data);
        m.shut(info);
        return m.finished();
    }

    private void interfaceInfo() {
        b.putLong(0).putLong(0);
    }

    private void number(int type, int value) {
        b.putShort((short) 8).putShort((short) type).putInt(value);
    }

    private void text(int type, String value) {
        byte[] v = value.getBytes(StandardCharsets.US_ASCII);
        b.putShort((short) (5 + v.length)).putShort((short) type).put(v).put((byte) 0);
        b.position((b.position() + 3) & ~3);
    }

    private int open(int type) {
        b.putShort((short) 0).putShort((short) (type | NESTED));
        return b.position() - 4;
    }

    private void shut(int start) {
        b.putShort(start, (short) (b.position() - start));
    }

    private byte[] finished() {
        b.putInt(0, b.position());
        byte[] message = new byte[b.position()];
        b.get(0, message);
        return message;
    }

    /** Messages one behind the other, each at a multiple of four bytes. */
    static byte[] joined(List<byte[]> messages) {
        if (messages.size() == 1) {
            return messages.getFirst();
        }
        ByteBuffer all = ByteBuffer.allocate(
                messages.stream().mapToInt(m -> aligned(m.length)).sum());
        for (byte[] message : messages) {
            int start = all.position();
            all.put(message).position(start + aligned(message.length));
        }
        return all.array();
    }

    private static int aligned(int length) {
        return (length + 3) & ~3;
    }

    /** Whether this is one whole message of at least a header's length, as far as its own length says. */
    static boolean isMessage(byte[] m) {
        return m.length >= HEADER && field(m, 0) == m.length;
    }

    static int sequence(byte[] message) {
        return field(message, 8);
    }

    static boolean isDump(byte[] message) {
        return (flags(message) & NLM_F_DUMP) == NLM_F_DUMP;
    }

    static boolean wantsAck(byte[] message) {
        return (flags(message) & NLM_F_ACK) != 0;
    }

    private static int flags(byte[] message) {
        return ByteBuffer.wrap(message).order(ByteOrder.nativeOrder()).getShort(6);
    }

    private static int field(byte[] message, int at) {
        return ByteBuffer.wrap(message).order(ByteOrder.nativeOrder()).getInt(at);
    }
}
