package dev.pathlight.wire;

import static dev.pathlight.wire.Netlink.AF_BRIDGE;
import static dev.pathlight.wire.Netlink.AF_INET;
import static dev.pathlight.wire.Netlink.AF_INET6;
import static dev.pathlight.wire.Netlink.NLM_F_ACK;
import static dev.pathlight.wire.Netlink.NLM_F_APPEND;
import static dev.pathlight.wire.Netlink.NLM_F_CREATE;
import static dev.pathlight.wire.Netlink.NLM_F_EXCL;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import java.util.OptionalInt;

/** The messages about addresses (struct ifaddrmsg) and routes (struct rtmsg). */
final class IpMessages {
    private IpMessages() {}

    /** IPv6 addresses are added with IFA_F_NODAD: usable at once, without a second of duplicate address detection. */
    static byte[] add(NetOp.AddAddress op, int sequence) {
        int flags = op.address().address().v6() ? IfLink.IFA_F_NODAD : 0;
        return address(RtNetlink.RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, sequence, op.index(), op.address(), flags);
    }

    static byte[] delete(NetOp.DeleteAddress op, int sequence) {
        return address(RtNetlink.RTM_DELADDR, 0, sequence, op.index(), op.address(), 0);
    }

    private static byte[] address(int type, int flags, int sequence, int index, Cidr cidr, int addressFlags) {
        byte[] bytes = cidr.address().bytes();
        return new MessageWriter(type, NLM_F_ACK | flags, sequence)
                .u8(family(cidr.address()))
                .u8(cidr.prefix())
                .u8(addressFlags)
                .u8(isLoopback(cidr.address()) ? RtNetlink.RT_SCOPE_HOST : RtNetlink.RT_SCOPE_UNIVERSE)
                .u32(index)
                .attribute(IfLink.IFA_LOCAL, bytes)
                .attribute(IfLink.IFA_ADDRESS, bytes)
                .toBytes();
    }

    /** As {@code ip addr}: 127.0.0.0/8 stays on the host. */
    private static boolean isLoopback(IpAddress address) {
        return !address.v6() && address.bytes()[0] == 127;
    }

    /**
     * Appends, so that IPv4 routes to one destination keep the drawing's order. In IPv6 the kernel joins routes of
     * one destination and metric that have gateways into one multipath route, whatever the flags; the planner tells
     * them apart by their metric. With neither that flag nor NLM_F_EXCL a route goes in front ({@code fib_table_insert}).
     */
    static byte[] add(NetOp.AddRoute op, int sequence) {
        Route route = op.route();
        int flags = NLM_F_ACK | NLM_F_CREATE | (op.inFront() ? 0 : NLM_F_APPEND);
        MessageWriter w = new MessageWriter(RtNetlink.RTM_NEWROUTE, flags, sequence);
        return route(w, route, RtNetlink.RTPROT_BOOT, scope(route), op.deviceIndex());
    }

    static byte[] delete(NetOp.DeleteRoute op, int sequence) {
        MessageWriter w = new MessageWriter(RtNetlink.RTM_DELROUTE, NLM_F_ACK, sequence);
        return route(w, op.route(), 0, RtNetlink.RT_SCOPE_NOWHERE, op.deviceIndex());
    }

    /** A struct ndmsg with the address; as {@code arp -d}. */
    static byte[] delete(NetOp.DeleteNeighbour op, int sequence) {
        return new MessageWriter(RtNetlink.RTM_DELNEIGH, NLM_F_ACK, sequence)
                .u8(family(op.address()))
                .u8(0)
                .u8(0)
                .u8(0)
                .u32(op.index())
                .u32(0)
                .attribute(Neighbour.NDA_DST, op.address().bytes())
                .toBytes();
    }

    /** As {@code ip route}: an IPv4 destination reached without a gateway lies on the link. IPv6 knows no scopes. */
    private static int scope(Route route) {
        boolean onLink = !route.destination().address().v6()
                && route.kind() == Route.Kind.UNICAST
                && route.via().isEmpty();
        return onLink ? RtNetlink.RT_SCOPE_LINK : RtNetlink.RT_SCOPE_UNIVERSE;
    }

    /** A row of a device's own MAC table (struct ndmsg, family AF_BRIDGE). */
    static byte[] add(NetOp.AddTunnelRow op, int sequence) {
        return neighbour(AF_BRIDGE, FdbRow.Marks.NTF_SELF, op.index(), sequence)
                .attribute(Neighbour.NDA_LLADDR, op.mac().bytes())
                .attribute(Neighbour.NDA_DST, op.remote().bytes())
                .toBytes();
    }

    static byte[] delete(NetOp.DeleteTunnelRow op, int sequence) {
        return new MessageWriter(RtNetlink.RTM_DELNEIGH, NLM_F_ACK, sequence)
                .u32(AF_BRIDGE)
                .u32(op.index())
                .u16(0)
                .u8(FdbRow.Marks.NTF_SELF)
                .u8(0)
                .attribute(Neighbour.NDA_LLADDR, op.mac().bytes())
                .attribute(Neighbour.NDA_DST, op.remote().bytes())
                .toBytes();
    }

    static byte[] add(NetOp.AddNeighbour op, int sequence) {
        return neighbour(family(op.address()), 0, op.index(), sequence)
                .attribute(Neighbour.NDA_DST, op.address().bytes())
                .attribute(Neighbour.NDA_LLADDR, op.mac().bytes())
                .toBytes();
    }

    private static MessageWriter neighbour(int family, int flags, int index, int sequence) {
        return new MessageWriter(RtNetlink.RTM_NEWNEIGH, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL, sequence)
                .u32(family)
                .u32(index)
                .u16(Neighbour.NUD_PERMANENT)
                .u8(flags)
                .u8(0);
    }

    private static byte[] route(MessageWriter w, Route route, int protocol, int scope, OptionalInt device) {
        int table = route.table().orElse(RtNetlink.RT_TABLE_MAIN);
        w.u8(family(route.destination().address()))
                .u8(route.destination().prefix())
                .u8(0)
                .u8(0)
                .u8(table <= RtNetlink.RT_TABLE_LOCAL ? table : RtNetlink.RT_TABLE_UNSPEC)
                .u8(protocol)
                .u8(scope)
                .u8(type(route.kind()))
                .u32(route.onLink() ? RtNetlink.RTNH_F_ONLINK : 0);
        if (!route.isDefault()) {
            w.attribute(RtNetlink.RTA_DST, route.destination().address().bytes());
        }
        route.via().ifPresent(g -> gateway(w, route, g));
        device.ifPresent(d -> w.attributeU32(RtNetlink.RTA_OIF, d));
        route.source().ifPresent(s -> w.attribute(RtNetlink.RTA_PREFSRC, s.bytes()));
        route.metric().ifPresent(m -> w.attributeU32(RtNetlink.RTA_PRIORITY, m));
        if (table > RtNetlink.RT_TABLE_LOCAL) {
            w.attributeU32(RtNetlink.RTA_TABLE, table);
        }
        return w.toBytes();
    }

    /** A gateway of the other family (RFC 5549) goes into RTA_VIA: u16 family, then the address. */
    private static void gateway(MessageWriter w, Route route, IpAddress gateway) {
        if (gateway.v6() == route.destination().address().v6()) {
            w.attribute(RtNetlink.RTA_GATEWAY, gateway.bytes());
            return;
        }
        w.nest(RtNetlink.RTA_VIA, via -> {
            via.u16(family(gateway));
            for (byte b : gateway.bytes()) {
                via.u8(b);
            }
        });
    }

    private static int type(Route.Kind kind) {
        return switch (kind) {
            case UNICAST -> RtNetlink.RTN_UNICAST;
            case BLACKHOLE -> RtNetlink.RTN_BLACKHOLE;
            case UNREACHABLE -> RtNetlink.RTN_UNREACHABLE;
            case PROHIBIT -> RtNetlink.RTN_PROHIBIT;
        };
    }

    static byte[] lookup(Query.RouteLookup query, int flags, int sequence) {
        MessageWriter w = new MessageWriter(RtNetlink.RTM_GETROUTE, NLM_F_ACK, sequence)
                .u8(family(query.to()))
                .u8(query.to().width())
                .u8(query.from().isPresent() ? query.to().width() : 0)
                .u8(0)
                .u32(0)
                .u32(flags)
                .attribute(RtNetlink.RTA_DST, query.to().bytes());
        query.from().ifPresent(f -> w.attribute(RtNetlink.RTA_SRC, f.bytes()));
        if (query.incoming() != 0) {
            w.attributeU32(RtNetlink.RTA_IIF, query.incoming());
        }
        return w.toBytes();
    }

    private static int family(IpAddress address) {
        return address.v6() ? AF_INET6 : AF_INET;
    }
}
