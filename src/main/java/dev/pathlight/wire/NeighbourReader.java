package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Optional;

/**
 * Reads one {@code RTM_NEWNEIGH} or {@code RTM_DELNEIGH}: struct ndmsg, then NDA_* ({@code linux/neighbour.h}). Of
 * family AF_BRIDGE it is a row of a MAC table.
 */
final class NeighbourReader {
    private static final int UPDATED = 8;

    private Optional<IpAddress> address = Optional.empty();
    private Optional<Mac> mac = Optional.empty();
    private int master;
    private int vlan;
    private long updated;

    private NeighbourReader() {}

    /** Empty when the message cannot be read or is of a family that is none of IPv4, IPv6 and bridge. */
    static Optional<KernelNotice> read(NetlinkDecoder.Header header) {
        if (header.bodyLength() < Neighbour.NDMSG) {
            return Optional.empty();
        }
        int family = header.u8(0);
        NeighbourReader reader = new NeighbourReader();
        AttributeReader attributes = header.attributes(Neighbour.NDMSG);
        while (attributes.next()) {
            reader.take(attributes);
        }
        if (attributes.failed()) {
            return Optional.empty();
        }
        boolean set = header.type() == RtNetlink.RTM_NEWNEIGH;
        return switch (family) {
            case Netlink.AF_BRIDGE -> reader.fdb(header, set);
            case Netlink.AF_INET, Netlink.AF_INET6 -> reader.neighbour(header, set);
            default -> Optional.empty();
        };
    }

    private void take(AttributeReader a) {
        switch (a.type()) {
            case Neighbour.NDA_DST -> address = a.ip();
            case Neighbour.NDA_LLADDR -> mac = a.mac();
            case Neighbour.NDA_MASTER -> master = a.u32();
            case Neighbour.NDA_VLAN -> vlan = a.u16();
            case Neighbour.NDA_CACHEINFO -> updated = Integer.toUnsignedLong(a.u32At(UPDATED));
            default -> {}
        }
    }

    private Optional<KernelNotice> neighbour(NetlinkDecoder.Header header, boolean set) {
        int state = header.u16(8);
        return address.map(ip -> new NeighbourRow(header.s32(4), ip, mac, state, header.u8(10)))
                .map(row -> set ? new KernelNotice.NeighbourSet(row) : new KernelNotice.NeighbourGone(row));
    }

    private Optional<KernelNotice> fdb(NetlinkDecoder.Header header, boolean set) {
        boolean local = (header.u16(8) & Neighbour.NUD_PERMANENT) != 0;
        FdbRow.Marks marks = new FdbRow.Marks(header.u16(8), header.u8(10), address);
        return mac.map(m -> new FdbRow(header.s32(4), master, m, vlan, local, local ? 0 : updated, marks))
                .map(row -> set ? new KernelNotice.FdbSet(row) : new KernelNotice.FdbGone(row));
    }
}
