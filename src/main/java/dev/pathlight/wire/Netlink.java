package dev.pathlight.wire;

/** Numbers every netlink message shares ({@code linux/netlink.h}, {@code linux/socket.h}). */
final class Netlink {
    /** struct nlmsghdr: u32 length, u16 type, u16 flags, u32 sequence, u32 port. */
    static final int HEADER = 16;

    /** struct nlattr: u16 length without padding, u16 type. */
    static final int ATTRIBUTE_HEADER = 4;

    static final int NLMSG_NOOP = 1;
    static final int NLMSG_ERROR = 2;
    static final int NLMSG_DONE = 3;
    static final int NLMSG_OVERRUN = 4;

    static final int NLM_F_REQUEST = 1;
    static final int NLM_F_ACK = 4;
    static final int NLM_F_DUMP_INTR = 0x10;
    static final int NLM_F_DUMP = 0x300;
    static final int NLM_F_EXCL = 0x200;
    static final int NLM_F_CREATE = 0x400;
    static final int NLM_F_APPEND = 0x800;

    /** In an answer: the request is not repeated after its header. */
    static final int NLM_F_CAPPED = 0x100;

    /** In an answer: attributes of the extended acknowledgement follow. */
    static final int NLM_F_ACK_TLVS = 0x200;

    static final int NLMSGERR_ATTR_MSG = 1;

    /** The bits of an attribute's type that are the type; the two above say "nested" and "network byte order". */
    static final int NLA_TYPE_MASK = 0x3fff;

    static final int AF_UNSPEC = 0;
    static final int AF_INET = 2;
    static final int AF_BRIDGE = 7;
    static final int AF_INET6 = 10;

    private Netlink() {}

    /** Messages and attributes begin at multiples of 4. */
    static int aligned(int length) {
        return (length + 3) & ~3;
    }
}
