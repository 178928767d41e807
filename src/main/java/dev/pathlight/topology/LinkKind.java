package dev.pathlight.topology;

import java.util.Optional;
import java.util.OptionalInt;

/** What an interface is made of. The world is closed: a kind not listed here cannot be drawn. */
public sealed interface LinkKind {
    /** One end of a cable (a veth pair), or of a LAN: the default. */
    record CableEnd() implements LinkKind {}

    /** A dummy device: holds addresses, leads nowhere. */
    record Dummy() implements LinkKind {}

    /** A VXLAN tunnel end, RFC 7348. {@code vni} 0..16777215, {@code udpPort} 1..65535 (default 4789). */
    record Vxlan(int vni, IfName device, Optional<IpAddress> local, Optional<IpAddress> remote, OptionalInt udpPort)
            implements LinkKind {}

    /** A tagged sub-interface, IEEE 802.1Q. {@code tag} 1..4094. */
    record Vlan(IfName parent, int tag) implements LinkKind {}

    /** A macvlan on {@code parent}; mode is private, vepa, bridge or passthru. */
    record Macvlan(IfName parent, String mode) implements LinkKind {}

    /** An ipvlan on {@code parent}; mode is l2, l3 or l3s. */
    record Ipvlan(IfName parent, String mode) implements LinkKind {}

    /** A VRF device with its routing table number. */
    record Vrf(int table) implements LinkKind {}

    /** An IP tunnel; kind is ipip, gre, sit or ip6tnl. */
    record Tunnel(String kind, IpAddress local, IpAddress remote) implements LinkKind {}

    /** A WireGuard interface; keys are made when it runs, peers are the other drawn ends. */
    record Wireguard(int listenPort) implements LinkKind {}

    /** A bond of interfaces; mode as {@code ip link} names it. */
    record Bond(String mode, java.util.List<IfName> members) implements LinkKind {}

    /** The word for it in files and in {@code ip link add … type …}. */
    default String word() {
        return switch (this) {
            case CableEnd c -> "cable";
            case Dummy d -> "dummy";
            case Vxlan v -> "vxlan";
            case Vlan v -> "vlan";
            case Macvlan m -> "macvlan";
            case Ipvlan i -> "ipvlan";
            case Vrf v -> "vrf";
            case Tunnel t -> t.kind();
            case Wireguard w -> "wireguard";
            case Bond b -> "bond";
        };
    }
}
