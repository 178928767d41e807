package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import java.util.List;

/** IFLA_INFO_DATA of the rarer kinds of interfaces: IFLA_VLAN_* … of {@code linux/if_link.h} and {@code linux/if_tunnel.h}. */
final class KindData {
    private static final int IFLA_VLAN_ID = 1;
    private static final int IFLA_MACVLAN_MODE = 1;
    private static final int IFLA_IPVLAN_MODE = 1;
    private static final int IFLA_VRF_TABLE = 1;
    private static final int IFLA_BOND_MODE = 1;
    private static final int IFLA_IPTUN_LOCAL = 2;
    private static final int IFLA_IPTUN_REMOTE = 3;
    private static final int IFLA_IPTUN_TTL = 4;
    private static final int IFLA_IPTUN_ENCAP_LIMIT = 6;
    private static final int IFLA_GRE_LOCAL = 6;
    private static final int IFLA_GRE_REMOTE = 7;

    /** What {@code ip} sets where nothing is said: left out, the kernel would let no tunnel be inside another, and no hop be made. */
    private static final int IP6TNL_ENCAP_LIMIT = 4;

    private static final int IP6TNL_HOP_LIMIT = 64;

    /** MACVLAN_MODE_* are bits. */
    private static final List<String> MACVLAN_BITS = List.of("private", "vepa", "bridge", "passthru");

    private KindData() {}

    static void write(MessageWriter data, NetOp.CreateLink op) {
        switch (op.kind()) {
            case LinkKind.Vxlan v -> vxlan(data, v, op.under().orElseThrow().index());
            case LinkKind.Vlan v -> data.attributeU16(IFLA_VLAN_ID, v.tag());
            case LinkKind.Macvlan m -> data.attributeU32(IFLA_MACVLAN_MODE, 1 << MACVLAN_BITS.indexOf(m.mode()));
            case LinkKind.Ipvlan i -> data.attributeU16(IFLA_IPVLAN_MODE, LinkKind.IPVLAN_MODES.indexOf(i.mode()));
            case LinkKind.Vrf v -> data.attributeU32(IFLA_VRF_TABLE, v.table());
            case LinkKind.Bond b -> data.attributeU8(IFLA_BOND_MODE, LinkKind.BOND_MODES.indexOf(b.mode()));
            case LinkKind.Tunnel t
            when t.kind().equals("gre") -> ends(data, IFLA_GRE_LOCAL, t.local(), IFLA_GRE_REMOTE, t.remote());
            case LinkKind.Tunnel t -> {
                ends(data, IFLA_IPTUN_LOCAL, t.local(), IFLA_IPTUN_REMOTE, t.remote());
                if (t.kind().equals("ip6tnl")) {
                    data.attributeU8(IFLA_IPTUN_TTL, IP6TNL_HOP_LIMIT);
                    data.attributeU8(IFLA_IPTUN_ENCAP_LIMIT, IP6TNL_ENCAP_LIMIT);
                }
            }
            case LinkKind.Dummy d -> {}
            case LinkKind.Wireguard w -> {}
            case LinkKind.CableEnd c -> throw new IllegalArgumentException("a cable makes its ends: " + op);
        }
    }

    private static void ends(MessageWriter data, int local, IpAddress here, int remote, IpAddress there) {
        data.attribute(local, here.bytes());
        data.attribute(remote, there.bytes());
    }

    /** The port is always said: left out, the kernel takes 8472, from before there was an RFC. */
    private static void vxlan(MessageWriter data, LinkKind.Vxlan v, int device) {
        int port = v.udpPort().orElse(LinkKind.Vxlan.PORT);
        data.attributeU32(IfLink.IFLA_VXLAN_ID, v.vni());
        v.remote()
                .ifPresent(r -> data.attribute(r.v6() ? IfLink.IFLA_VXLAN_GROUP6 : IfLink.IFLA_VXLAN_GROUP, r.bytes()));
        data.attributeU32(IfLink.IFLA_VXLAN_LINK, device);
        v.local()
                .ifPresent(l -> data.attribute(l.v6() ? IfLink.IFLA_VXLAN_LOCAL6 : IfLink.IFLA_VXLAN_LOCAL, l.bytes()));
        data.attributeU8(IfLink.IFLA_VXLAN_LEARNING, v.learning() ? 1 : 0);
        data.attribute(IfLink.IFLA_VXLAN_PORT, new byte[] {(byte) (port >> 8), (byte) port});
    }
}
