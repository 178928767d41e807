package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads one {@code RTM_NEWROUTE} or {@code RTM_DELROUTE}: struct rtmsg, then RTA_* ({@code linux/rtnetlink.h}). */
final class RouteReader {
    private Optional<IpAddress> destination = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private long metric;
    private int table;
    private OptionalInt preference = OptionalInt.empty();
    private final SortedMap<Integer, Integer> metrics = new TreeMap<>();
    private final Hop single = new Hop();
    private final List<Hop> hops = new ArrayList<>();

    /** Where it leads: the device, and the gateway if there is one. */
    private static final class Hop {
        private int device;
        private int flags;
        private int weight;
        private Optional<IpAddress> gateway = Optional.empty();

        private void take(AttributeReader a) {
            switch (a.type()) {
                case RtNetlink.RTA_OIF -> device = a.u32();
                case RtNetlink.RTA_GATEWAY -> gateway = a.ip();
                case RtNetlink.RTA_VIA -> gateway = a.ipAt(2);
                default -> {}
            }
        }
    }

    private RouteReader(int table) {
        this.table = table;
    }

    /** One notice per next hop; none when the message cannot be read or is of another family than IPv4 and IPv6. */
    static List<KernelNotice> read(NetlinkDecoder.Header header) {
        if (header.bodyLength() < RtNetlink.RTMSG) {
            return List.of();
        }
        int family = header.u8(0);
        int prefix = header.u8(1);
        boolean v6 = family == Netlink.AF_INET6;
        if (!v6 && family != Netlink.AF_INET || prefix > (v6 ? 128 : 32)) {
            return List.of();
        }
        RouteReader reader = new RouteReader(header.u8(4));
        AttributeReader attributes = header.attributes(RtNetlink.RTMSG);
        while (attributes.next()) {
            reader.take(attributes);
        }
        IpAddress address = reader.destination.orElse(new IpAddress(v6, 0, 0));
        if (attributes.failed() || address.v6() != v6) {
            return List.of();
        }
        boolean set = header.type() == RtNetlink.RTM_NEWROUTE;
        return reader.rows(new Cidr(address, prefix), header).stream()
                .map(r -> set ? (KernelNotice) new KernelNotice.RouteSet(r) : new KernelNotice.RouteGone(r))
                .toList();
    }

    private List<RouteRow> rows(Cidr to, NetlinkDecoder.Header header) {
        single.flags = header.s32(8) & 0xff;
        List<Hop> all = hops.isEmpty() ? List.of(single) : hops;
        return IntStream.range(0, all.size())
                .mapToObj(i -> row(to, all.get(i), i, header))
                .toList();
    }

    private RouteRow row(Cidr to, Hop h, int place, NetlinkDecoder.Header header) {
        return new RouteRow(
                to,
                h.gateway,
                h.device,
                source,
                metric,
                table,
                header.u8(7),
                header.u8(6),
                header.u8(5),
                new RouteRow.Facts(h.flags, h.weight, place, preference, metrics));
    }

    private void take(AttributeReader a) {
        switch (a.type()) {
            case RtNetlink.RTA_DST -> destination = a.ip();
            case RtNetlink.RTA_PREFSRC -> source = a.ip();
            case RtNetlink.RTA_PRIORITY -> metric = Integer.toUnsignedLong(a.u32());
            case RtNetlink.RTA_TABLE -> table = a.u32();
            case RtNetlink.RTA_PREF -> preference = OptionalInt.of(a.u8());
            case RtNetlink.RTA_METRICS -> takeMetrics(a.nested());
            case RtNetlink.RTA_MULTIPATH -> takeHops(a);
            default -> single.take(a);
        }
    }

    private void takeMetrics(AttributeReader a) {
        while (a.next()) {
            if (a.length() == 4) {
                metrics.put(a.type(), a.u32());
            }
        }
    }

    /** Several struct rtnexthop, each with its own attributes within its length. */
    private void takeHops(AttributeReader a) {
        int at = 0;
        while (!a.failed() && a.length() - at >= RtNetlink.RTNEXTHOP) {
            int whole = a.u16At(at);
            if (whole < RtNetlink.RTNEXTHOP) {
                a.fail("a next hop of " + whole + " bytes");
                return;
            }
            Hop hop = new Hop();
            hop.flags = a.u8At(at + 2);
            hop.weight = a.u8At(at + 3) + 1;
            hop.device = a.u32At(at + 4);
            AttributeReader inside = a.nestedAt(at + RtNetlink.RTNEXTHOP, at + whole);
            while (inside.next()) {
                hop.take(inside);
            }
            hops.add(hop);
            at += Netlink.aligned(whole);
        }
    }
}
