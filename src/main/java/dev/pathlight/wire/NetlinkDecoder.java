package dev.pathlight.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads netlink route messages. Never throws on any bytes: what it cannot read is {@link KernelNotice.Unknown}, as is
 * the rest of a datagram behind a message whose length is impossible.
 */
public final class NetlinkDecoder {
    private static final int BROKEN = -1;

    private NetlinkDecoder() {}

    /** All messages in one datagram, in order. A route with several next hops gives one notice for each. */
    public static List<KernelNotice> decode(byte[] datagram) {
        List<KernelNotice> notices = new ArrayList<>();
        int at = 0;
        while (datagram.length - at >= Netlink.HEADER) {
            ByteBuffer header = ByteBuffer.wrap(datagram, at, Netlink.HEADER).order(ByteOrder.nativeOrder());
            int length = header.getInt();
            if (length < Netlink.HEADER || length > datagram.length - at) {
                notices.add(new KernelNotice.Unknown(BROKEN));
                return notices;
            }
            Header read = new Header(
                    header.getShort() & 0xffff, header.getShort() & 0xffff, header.getInt(), datagram, at, at + length);
            notices.addAll(message(read));
            at += Netlink.aligned(length);
        }
        return notices;
    }

    /**
     * True when a message of this datagram says that the tables changed while they were being dumped
     * (NLM_F_DUMP_INTR). The kernel says so in the messages that follow the change, not always in the last: whoever
     * reads a dump must remember it over all datagrams up to {@link KernelNotice.Done}.
     */
    public static boolean interrupted(byte[] datagram) {
        int at = 0;
        while (datagram.length - at >= Netlink.HEADER) {
            ByteBuffer header = ByteBuffer.wrap(datagram, at, Netlink.HEADER).order(ByteOrder.nativeOrder());
            int length = header.getInt(at);
            if ((header.getShort(at + 6) & Netlink.NLM_F_DUMP_INTR) != 0) {
                return true;
            }
            if (length < Netlink.HEADER || length > datagram.length - at) {
                return false;
            }
            at += Netlink.aligned(length);
        }
        return false;
    }

    private static List<KernelNotice> message(Header header) {
        List<KernelNotice> read = switch (header.type) {
            case Netlink.NLMSG_NOOP -> List.of();
            case Netlink.NLMSG_ERROR -> one(answer(header));
            case Netlink.NLMSG_DONE -> one(done(header));
            case RtNetlink.RTM_NEWLINK, RtNetlink.RTM_DELLINK -> one(LinkReader.read(header));
            case RtNetlink.RTM_NEWADDR, RtNetlink.RTM_DELADDR -> one(AddressReader.read(header));
            case RtNetlink.RTM_NEWROUTE, RtNetlink.RTM_DELROUTE -> RouteReader.read(header);
            case RtNetlink.RTM_NEWNEIGH, RtNetlink.RTM_DELNEIGH -> one(NeighbourReader.read(header));
            case RtNetlink.RTM_NEWRULE, RtNetlink.RTM_DELRULE -> List.of(new KernelNotice.RulesChanged());
            case RtNetlink.RTM_NEWNETCONF -> one(SettingsReader.read(header));
            case RtNetlink.RTM_DELNSID -> one(namespaceGone(header));
            case Conntrack.NEW, Conntrack.DELETE -> one(ConnectionReader.read(header));
            default ->
                header.type >> 8 == Nftables.SUBSYSTEM
                        ? one(FilterReader.read(header))
                        : List.of(new KernelNotice.Unknown(header.type));
        };
        return read.isEmpty() && header.type != Netlink.NLMSG_NOOP
                ? List.of(new KernelNotice.Unknown(header.type))
                : read;
    }

    private static List<KernelNotice> one(Optional<KernelNotice> notice) {
        return notice.map(List::of).orElse(List.of());
    }

    /** struct nlmsgerr: s32 negative errno, the request's header, the request unless capped, then attributes. */
    private static Optional<KernelNotice> answer(Header header) {
        if (header.bodyLength() < 4 + Netlink.HEADER) {
            return Optional.empty();
        }
        int errno = -header.s32(0);
        int repeated = (header.flags & Netlink.NLM_F_CAPPED) != 0 ? Netlink.HEADER : header.s32(4);
        return Optional.of(
                new KernelNotice.Answer(header.sequence, errno, text(header, 4L + Netlink.aligned(repeated))));
    }

    /** The dump's end carries 0, or the negative errno that ended it early. */
    private static Optional<KernelNotice> done(Header header) {
        int result = header.bodyLength() < 4 ? 0 : header.s32(0);
        return Optional.of(
                result < 0
                        ? new KernelNotice.Answer(header.sequence, -result, text(header, 4))
                        : new KernelNotice.Done(header.sequence, (header.flags & Netlink.NLM_F_DUMP_INTR) != 0));
    }

    private static String text(Header header, long offset) {
        if ((header.flags & Netlink.NLM_F_ACK_TLVS) == 0 || offset < 4 || offset > header.bodyLength()) {
            return "";
        }
        AttributeReader attributes = header.attributes((int) offset);
        while (attributes.next()) {
            if (attributes.type() == Netlink.NLMSGERR_ATTR_MSG) {
                return attributes.string();
            }
        }
        return "";
    }

    private static Optional<KernelNotice> namespaceGone(Header header) {
        AttributeReader attributes = header.attributes(RtNetlink.RTGENMSG);
        Optional<KernelNotice> gone = Optional.empty();
        while (attributes.next()) {
            if (attributes.type() == RtNetlink.NETNSA_NSID) {
                gone = Optional.of(new KernelNotice.NamespaceGone(attributes.u32()));
            }
        }
        return attributes.failed() ? Optional.empty() : gone;
    }

    /** One message within a datagram; offsets count from the end of its header. */
    record Header(int type, int flags, int sequence, byte[] datagram, int start, int end) {
        int bodyLength() {
            return end - start - Netlink.HEADER;
        }

        int u8(int offset) {
            return datagram[start + Netlink.HEADER + offset] & 0xff;
        }

        int u16(int offset) {
            return buffer().getShort(start + Netlink.HEADER + offset) & 0xffff;
        }

        int s32(int offset) {
            return buffer().getInt(start + Netlink.HEADER + offset);
        }

        AttributeReader attributes(int fixedPart) {
            return new AttributeReader(datagram, start + Netlink.HEADER + fixedPart, end);
        }

        private ByteBuffer buffer() {
            return ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder());
        }
    }
}
