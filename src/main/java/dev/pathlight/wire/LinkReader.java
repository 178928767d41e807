package dev.pathlight.wire;

import dev.pathlight.topology.Mac;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one {@code RTM_NEWLINK} or {@code RTM_DELLINK}: struct ifinfomsg, then IFLA_* ({@code linux/if_link.h}). */
final class LinkReader {
    private String name = "";
    private Optional<Mac> mac = Optional.empty();
    private int mtu;
    private int operState;
    private int master;
    private int peer;
    private OptionalInt peerNsid = OptionalInt.empty();
    private String kind = "";
    private int portNumber;
    private int portState;
    private Optional<LinkRow.BridgeRow> bridge = Optional.empty();
    private final int type;
    private byte[] address = {};
    private byte[] broadcast = {};
    private String qdisc = "";
    private int group;
    private int queueLength;
    private boolean hasLower;
    private Optional<VxlanRow> vxlan = Optional.empty();
    private boolean hairpin;
    private PortRow portTree = PortRow.NONE;

    private LinkReader(int type) {
        this.type = type;
    }

    /** Empty when the message cannot be read. */
    static Optional<KernelNotice> read(NetlinkDecoder.Header header) {
        if (header.bodyLength() < IfLink.IFINFOMSG) {
            return Optional.empty();
        }
        LinkReader reader = new LinkReader(header.u16(2));
        AttributeReader attributes = header.attributes(IfLink.IFINFOMSG);
        while (attributes.next()) {
            reader.take(attributes);
        }
        boolean set = header.type() == RtNetlink.RTM_NEWLINK;
        int index = header.s32(4);
        if (attributes.failed()) {
            return Optional.empty();
        }
        if (header.u8(0) == Netlink.AF_BRIDGE) {
            return set
                    ? Optional.of(new KernelNotice.PortSet(index, reader.master, reader.portState))
                    : Optional.empty();
        }
        LinkRow row = reader.row(index, header.s32(8));
        return Optional.of(set ? new KernelNotice.LinkSet(row) : new KernelNotice.LinkGone(row));
    }

    private LinkRow row(int index, int flags) {
        LinkFacts facts = new LinkFacts(
                type,
                HardwareAddress.text(type, address),
                HardwareAddress.text(type, broadcast),
                qdisc,
                group,
                queueLength,
                hasLower,
                vxlan,
                hairpin,
                portTree);
        return new LinkRow(
                index,
                name,
                mac,
                mtu,
                flags,
                operState,
                master,
                peer,
                peerNsid,
                kind,
                portNumber,
                portState,
                bridge,
                facts);
    }

    private void take(AttributeReader a) {
        switch (a.type()) {
            case IfLink.IFLA_IFNAME -> name = a.string();
            case IfLink.IFLA_ADDRESS -> {
                mac = a.mac();
                address = a.payload();
            }
            case IfLink.IFLA_BROADCAST -> broadcast = a.payload();
            case IfLink.IFLA_QDISC -> qdisc = a.string();
            case IfLink.IFLA_GROUP -> group = a.u32();
            case IfLink.IFLA_TXQLEN -> queueLength = a.u32();
            case IfLink.IFLA_MTU -> mtu = a.u32();
            case IfLink.IFLA_OPERSTATE -> operState = a.u8();
            case IfLink.IFLA_MASTER -> master = a.u32();
            case IfLink.IFLA_LINK -> {
                peer = a.u32();
                hasLower = true;
            }
            case IfLink.IFLA_LINK_NETNSID -> peerNsid = OptionalInt.of(a.u32());
            case IfLink.IFLA_LINKINFO -> takeInfo(a.nested());
            case IfLink.IFLA_PROTINFO -> takePort(a.nested());
            default -> {}
        }
    }

    private void takeInfo(AttributeReader info) {
        String slaveKind = "";
        while (info.next()) {
            switch (info.type()) {
                case IfLink.IFLA_INFO_KIND -> kind = info.string();
                case IfLink.IFLA_INFO_SLAVE_KIND -> slaveKind = info.string();
                case IfLink.IFLA_INFO_DATA -> {
                    if (kind.equals("bridge")) {
                        takeBridge(info.nested());
                    } else if (kind.equals("vxlan")) {
                        vxlan = Optional.of(VxlanRow.read(info.nested()));
                    }
                }
                case IfLink.IFLA_INFO_SLAVE_DATA -> {
                    if (slaveKind.equals("bridge")) {
                        takePort(info.nested());
                    }
                }
                default -> {}
            }
        }
    }

    private void takePort(AttributeReader port) {
        TreeReader.Port tree = new TreeReader.Port();
        while (port.next()) {
            switch (port.type()) {
                case IfLink.IFLA_BRPORT_MODE -> hairpin = port.u8() != 0;
                case IfLink.IFLA_BRPORT_NO -> portNumber = port.u16();
                case IfLink.IFLA_BRPORT_STATE -> portState = port.u8();
                default -> tree.take(port);
            }
        }
        portTree = tree.row();
    }

    private void takeBridge(AttributeReader data) {
        String id = "";
        boolean stp = false;
        long ageing = 0;
        TreeReader.Bridge tree = new TreeReader.Bridge();
        while (data.next()) {
            switch (data.type()) {
                case IfLink.IFLA_BR_BRIDGE_ID -> id = TreeReader.bridgeId(data);
                case IfLink.IFLA_BR_STP_STATE -> stp = data.u32() != 0;
                case IfLink.IFLA_BR_AGEING_TIME -> ageing = Integer.toUnsignedLong(data.u32());
                default -> tree.take(data);
            }
        }
        bridge = Optional.of(new LinkRow.BridgeRow(id, stp, ageing, tree.row()));
    }
}
