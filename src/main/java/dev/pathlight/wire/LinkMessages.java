package dev.pathlight.wire;

import static dev.pathlight.wire.Netlink.AF_UNSPEC;
import static dev.pathlight.wire.Netlink.NLM_F_ACK;
import static dev.pathlight.wire.Netlink.NLM_F_CREATE;
import static dev.pathlight.wire.Netlink.NLM_F_DUMP;
import static dev.pathlight.wire.Netlink.NLM_F_EXCL;
import static dev.pathlight.wire.RtNetlink.RTM_DELLINK;
import static dev.pathlight.wire.RtNetlink.RTM_GETLINK;
import static dev.pathlight.wire.RtNetlink.RTM_NEWLINK;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.SpaceId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** The messages about links: {@code RTM_*LINK} with a struct ifinfomsg. */
final class LinkMessages {
    private static final int CREATE = NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    private static final boolean AS_IS = false;

    private final ToIntFunction<SpaceId> descriptorOf;

    LinkMessages(ToIntFunction<SpaceId> descriptorOf) {
        this.descriptorOf = descriptorOf;
    }

    /** Multicast snooping stays off while ports join: 13 to 18 % of a big bridge's time; SetSnooping turns it on. */
    byte[] createBridge(NetOp.CreateBridge op, int sequence) {
        MessageWriter w = link(RTM_NEWLINK, CREATE, sequence, op.index(), AS_IS);
        identity(w, op.name().value(), op.mac(), op.mtu());
        return info(w, "bridge", data -> bridgeData(data, op.options())).toBytes();
    }

    private static void bridgeData(MessageWriter data, BridgeOptions options) {
        options.forwardDelaySeconds().ifPresent(s -> data.attributeU32(IfLink.IFLA_BR_FORWARD_DELAY, ticks(s)));
        options.ageingSeconds().ifPresent(s -> data.attributeU32(IfLink.IFLA_BR_AGEING_TIME, ticks(s)));
        if (options.stp()) {
            data.attributeU32(IfLink.IFLA_BR_STP_STATE, 1);
        }
        options.priority().ifPresent(p -> data.attributeU16(IfLink.IFLA_BR_PRIORITY, p));
        if (options.vlanFiltering()) {
            data.attributeU8(IfLink.IFLA_BR_VLAN_FILTERING, 1);
        }
        data.attributeU8(IfLink.IFLA_BR_MCAST_SNOOPING, 0);
    }

    private static int ticks(int seconds) {
        return seconds * IfLink.TICKS_PER_SECOND;
    }

    /**
     * Both ends in place by one message, sent in a's namespace; b's is named by its descriptor. The peer cannot be
     * set up in it (ENOTCONN) nor join a bridge. One queue each way: a veth pair of a drawing needs no more, and many
     * cost 10 to 35 % of the creation.
     */
    byte[] createVeth(NetOp.CreateVeth op, int sequence) {
        MessageWriter w =
                link(RTM_NEWLINK, CREATE, sequence, op.a().index(), op.a().up());
        end(w, op.a());
        op.a().bridge().ifPresent(b -> w.attributeU32(IfLink.IFLA_MASTER, b.index()));
        Consumer<MessageWriter> peer = p -> end(ifinfomsg(p, op.b().index(), AS_IS), op.b())
                .attributeU32(
                        IfLink.IFLA_NET_NS_FD, descriptorOf.applyAsInt(op.b().space()));
        return info(w, "veth", data -> data.nest(IfLink.VETH_INFO_PEER, peer)).toBytes();
    }

    private static MessageWriter end(MessageWriter w, NetOp.VethEnd end) {
        identity(w, end.name().value(), end.mac(), end.mtu());
        return w.attributeU32(IfLink.IFLA_NUM_TX_QUEUES, 1).attributeU32(IfLink.IFLA_NUM_RX_QUEUES, 1);
    }

    /** Sent in the namespace of what it stands on; where it shall be in another one, that is named by its descriptor. */
    byte[] createLink(NetOp.CreateLink op, int sequence) {
        MessageWriter w = link(RTM_NEWLINK, CREATE, sequence, op.index(), AS_IS);
        identity(w, op.name().value(), op.mac(), op.mtu());
        op.under()
                .filter(u -> !(op.kind() instanceof LinkKind.Vxlan))
                .ifPresent(u -> w.attributeU32(IfLink.IFLA_LINK, u.index()));
        if (op.isFromElsewhere()) {
            w.attributeU32(IfLink.IFLA_NET_NS_FD, descriptorOf.applyAsInt(op.at()));
        }
        return info(w, op.kind().word(), data -> KindData.write(data, op)).toBytes();
    }

    static byte[] enslave(NetOp.Enslave op, int sequence) {
        return change(op.index(), sequence)
                .attributeU32(IfLink.IFLA_MASTER, op.masterIndex())
                .toBytes();
    }

    static byte[] join(NetOp.JoinBridge op, int sequence) {
        return change(op.index(), sequence)
                .attributeU32(IfLink.IFLA_MASTER, op.bridgeIndex())
                .toBytes();
    }

    /** Master 0 is none (do_set_master of net/core/rtnetlink.c). */
    static byte[] leave(NetOp.LeaveBridge op, int sequence) {
        return change(op.index(), sequence).attributeU32(IfLink.IFLA_MASTER, 0).toBytes();
    }

    static byte[] up(NetOp.SetUp op, int sequence) {
        MessageWriter w = new MessageWriter(RTM_NEWLINK, NLM_F_ACK, sequence);
        return w.u32(AF_UNSPEC)
                .u32(op.index())
                .u32(op.up() ? LinkRow.IFF_UP : 0)
                .u32(LinkRow.IFF_UP)
                .toBytes();
    }

    static byte[] mtu(NetOp.SetMtu op, int sequence) {
        return change(op.index(), sequence)
                .attributeU32(IfLink.IFLA_MTU, op.mtu())
                .toBytes();
    }

    static byte[] mac(NetOp.SetMac op, int sequence) {
        return change(op.index(), sequence)
                .attribute(IfLink.IFLA_ADDRESS, op.mac().bytes())
                .toBytes();
    }

    static byte[] rename(NetOp.RenameLink op, int sequence) {
        return change(op.index(), sequence)
                .attribute(IfLink.IFLA_IFNAME, op.next().value())
                .toBytes();
    }

    /** All of them, for what is left out stays as it was. VLAN filtering only where it is on or may have been. */
    static byte[] bridge(NetOp.SetBridge op, int sequence) {
        BridgeOptions options = op.options();
        return info(change(op.index(), sequence), "bridge", d -> {
                    d.attributeU32(
                            IfLink.IFLA_BR_FORWARD_DELAY,
                            ticks(options.forwardDelaySeconds().orElse(IfLink.FORWARD_DELAY_SECONDS)));
                    d.attributeU32(
                            IfLink.IFLA_BR_AGEING_TIME,
                            ticks(options.ageingSeconds().orElse(IfLink.AGEING_SECONDS)));
                    d.attributeU32(IfLink.IFLA_BR_STP_STATE, options.stp() ? 1 : 0);
                    d.attributeU16(IfLink.IFLA_BR_PRIORITY, options.priority().orElse(IfLink.BRIDGE_PRIORITY));
                    if (op.filtersVlans()) {
                        d.attributeU8(IfLink.IFLA_BR_VLAN_FILTERING, options.vlanFiltering() ? 1 : 0);
                    }
                })
                .toBytes();
    }

    static byte[] snooping(NetOp.SetSnooping op, int sequence) {
        int on = op.on() ? 1 : 0;
        return info(change(op.index(), sequence), "bridge", d -> d.attributeU8(IfLink.IFLA_BR_MCAST_SNOOPING, on))
                .toBytes();
    }

    static byte[] hairpin(NetOp.SetHairpin op, int sequence) {
        return change(op.index(), sequence)
                .nest(
                        IfLink.IFLA_LINKINFO,
                        info -> info.attribute(IfLink.IFLA_INFO_SLAVE_KIND, "bridge")
                                .nest(
                                        IfLink.IFLA_INFO_SLAVE_DATA,
                                        d -> d.attributeU8(IfLink.IFLA_BRPORT_MODE, op.on() ? 1 : 0)))
                .toBytes();
    }

    static byte[] vlan(NetOp.AddPortVlan op, int sequence) {
        return vlan(
                RtNetlink.RTM_SETLINK,
                op.index(),
                IfLink.BRIDGE_VLAN_INFO_PVID | IfLink.BRIDGE_VLAN_INFO_UNTAGGED,
                op.vlan(),
                sequence);
    }

    static byte[] vlan(NetOp.RemovePortVlan op, int sequence) {
        return vlan(RTM_DELLINK, op.index(), 0, op.vlan(), sequence);
    }

    /** Of family AF_BRIDGE, which makes RTM_DELLINK mean the VLAN and not the port. */
    private static byte[] vlan(int type, int port, int flags, int vlan, int sequence) {
        return new MessageWriter(type, NLM_F_ACK, sequence)
                .u32(Netlink.AF_BRIDGE)
                .u32(port)
                .u32(0)
                .u32(0)
                .nest(
                        IfLink.IFLA_AF_SPEC,
                        spec -> spec.attribute(
                                IfLink.IFLA_BRIDGE_VLAN_INFO,
                                new byte[] {(byte) flags, 0, (byte) vlan, (byte) (vlan >> 8)}))
                .toBytes();
    }

    static byte[] delete(NetOp.DeleteLink op, int sequence) {
        return link(RTM_DELLINK, NLM_F_ACK, sequence, op.index(), AS_IS).toBytes();
    }

    static byte[] get(NetOp.AwaitUsable op, int sequence) {
        return withoutCounters(link(RTM_GETLINK, NLM_F_ACK, sequence, op.index(), AS_IS));
    }

    static byte[] dump(int sequence) {
        return withoutCounters(link(RTM_GETLINK, NLM_F_DUMP, sequence, 0, AS_IS));
    }

    private static byte[] withoutCounters(MessageWriter w) {
        return w.attributeU32(IfLink.IFLA_EXT_MASK, RtNetlink.RTEXT_FILTER_SKIP_STATS)
                .toBytes();
    }

    private static MessageWriter change(int index, int sequence) {
        return link(RTM_NEWLINK, NLM_F_ACK, sequence, index, AS_IS);
    }

    private static MessageWriter link(int type, int flags, int sequence, int index, boolean up) {
        return ifinfomsg(new MessageWriter(type, flags, sequence), index, up);
    }

    private static MessageWriter ifinfomsg(MessageWriter w, int index, boolean up) {
        int flag = up ? LinkRow.IFF_UP : 0;
        return w.u32(AF_UNSPEC).u32(index).u32(flag).u32(flag);
    }

    private static void identity(MessageWriter w, String name, Optional<Mac> mac, OptionalInt mtu) {
        w.attribute(IfLink.IFLA_IFNAME, name);
        mac.ifPresent(m -> w.attribute(IfLink.IFLA_ADDRESS, m.bytes()));
        mtu.ifPresent(m -> w.attributeU32(IfLink.IFLA_MTU, m));
    }

    private static MessageWriter info(MessageWriter w, String kind, Consumer<MessageWriter> data) {
        return w.nest(
                IfLink.IFLA_LINKINFO,
                info -> info.attribute(IfLink.IFLA_INFO_KIND, kind).nest(IfLink.IFLA_INFO_DATA, data));
    }
}
