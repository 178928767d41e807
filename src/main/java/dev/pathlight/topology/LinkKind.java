package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What an interface is made of. The world is closed: a kind not listed here cannot be drawn. */
public sealed interface LinkKind {
    List<String> MACVLAN_MODES = List.of("bridge", "private", "vepa", "passthru");
    List<String> IPVLAN_MODES = List.of("l2", "l3", "l3s");
    List<String> TUNNEL_KINDS = List.of("ipip", "gre", "sit", "ip6tnl");
    List<String> BOND_MODES =
            List.of("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb");
    List<String> WORDS = List.of(
            "cable",
            "dummy",
            "vxlan",
            "vlan",
            "macvlan",
            "ipvlan",
            "vrf",
            "ipip",
            "gre",
            "sit",
            "ip6tnl",
            "wireguard",
            "bond");

    /** One end of a cable (a veth pair), or of a LAN: the default. */
    record CableEnd() implements LinkKind {}

    /** A dummy device: holds addresses, leads nowhere. */
    record Dummy() implements LinkKind {}

    /**
     * A VXLAN tunnel end, RFC 7348. {@code vni} 0..16777215, {@code udpPort} 1..65535 (default 4789).
     *
     * @param device the underlay: what the outer packets leave by
     * @param remote where frames go whose destination is in no row
     * @param learning the kernel notes from which machine a MAC address came (default on)
     * @param peers who is known to live behind which machine, written down beforehand
     */
    record Vxlan(
            int vni,
            IfName device,
            Optional<IpAddress> local,
            Optional<IpAddress> remote,
            OptionalInt udpPort,
            boolean learning,
            List<Peer> peers)
            implements LinkKind {
        /** The port of RFC 7348. */
        public static final int PORT = 4789;

        /**
         * A neighbour on the other side: {@code mac} is reached through the machine {@code remote} (a row of the
         * device's MAC table), and {@code address} belongs to that MAC (a permanent row of the neighbour table).
         */
        public record Peer(Mac mac, IpAddress remote, Optional<IpAddress> address) {}

        public Vxlan {
            Bounds.within("vni", vni, 0, Bounds.VNI);
            udpPort.ifPresent(p -> Bounds.within("udp port", p, 1, Bounds.PORT));
            peers = List.copyOf(peers);
        }

        public Vxlan withDevice(IfName next) {
            return new Vxlan(vni, next, local, remote, udpPort, learning, peers);
        }

        public Vxlan withPeers(List<Peer> next) {
            return new Vxlan(vni, device, local, remote, udpPort, learning, next);
        }
    }

    /** A tagged sub-interface, IEEE 802.1Q. {@code tag} 1..4094. */
    record Vlan(IfName parent, int tag) implements LinkKind {
        public Vlan {
            Bounds.within("tag", tag, 1, Bounds.VLAN_TAG);
        }
    }

    /** A macvlan on {@code parent}; mode is private, vepa, bridge or passthru. */
    record Macvlan(IfName parent, String mode) implements LinkKind {
        public Macvlan {
            Bounds.oneOf("mode", mode, MACVLAN_MODES);
        }
    }

    /** An ipvlan on {@code parent}; mode is l2, l3 or l3s. */
    record Ipvlan(IfName parent, String mode) implements LinkKind {
        public Ipvlan {
            Bounds.oneOf("mode", mode, IPVLAN_MODES);
        }
    }

    /** A VRF device with its routing table number, 1..2147483647, and the interfaces whose packets are routed by it. */
    record Vrf(int table, List<IfName> members) implements LinkKind {
        public Vrf {
            Bounds.within("table", table, 1, Integer.MAX_VALUE);
            members = List.copyOf(members);
        }
    }

    /** An IP tunnel; kind is ipip, gre, sit or ip6tnl. */
    record Tunnel(String kind, IpAddress local, IpAddress remote) implements LinkKind {
        public Tunnel {
            Bounds.oneOf("kind", kind, TUNNEL_KINDS);
        }
    }

    /** A WireGuard interface; keys are made when it runs, peers are the other drawn ends. */
    record Wireguard(int listenPort) implements LinkKind {
        public Wireguard {
            Bounds.within("listen port", listenPort, 1, Bounds.PORT);
        }
    }

    /** A bond of interfaces; mode as {@code ip link} names it. */
    record Bond(String mode, List<IfName> members) implements LinkKind {
        public Bond {
            Bounds.oneOf("mode", mode, BOND_MODES);
            members = List.copyOf(members);
        }
    }

    /**
     * The one interface it stands on, which has to be there first: of the same namespace or, for vlan, macvlan and ipvlan where
     * that has none of the name, of the node's own stack.
     */
    default Optional<IfName> standsOn() {
        return switch (this) {
            case Vxlan v -> Optional.of(v.device());
            case Vlan v -> Optional.of(v.parent());
            case Macvlan m -> Optional.of(m.parent());
            case Ipvlan i -> Optional.of(i.parent());
            case CableEnd c -> Optional.empty();
            case Dummy d -> Optional.empty();
            case Vrf v -> Optional.empty();
            case Tunnel t -> Optional.empty();
            case Wireguard w -> Optional.empty();
            case Bond b -> Optional.empty();
        };
    }

    /** The interfaces of the same namespace that it is the master of: their packets are its. Bridges have ports instead. */
    default List<IfName> masterOf() {
        return switch (this) {
            case Bond b -> b.members();
            case Vrf v -> v.members();
            default -> List.of();
        };
    }

    /** As the master of these; what is no master stays as it is. */
    default LinkKind withMembers(List<IfName> next) {
        return switch (this) {
            case Bond b -> new Bond(b.mode(), next);
            case Vrf v -> new Vrf(v.table(), next);
            default -> this;
        };
    }

    /** With every interface it names called what {@code name} gives. */
    default LinkKind renamed(UnaryOperator<IfName> name) {
        return switch (this) {
            case Vxlan v -> v.withDevice(name.apply(v.device()));
            case Vlan v -> new Vlan(name.apply(v.parent()), v.tag());
            case Macvlan m -> new Macvlan(name.apply(m.parent()), m.mode());
            case Ipvlan i -> new Ipvlan(name.apply(i.parent()), i.mode());
            case Vrf v -> new Vrf(v.table(), Rewrite.each(v.members(), name));
            case Bond b -> new Bond(b.mode(), Rewrite.each(b.members(), name));
            case CableEnd c -> c;
            case Dummy d -> d;
            case Tunnel t -> t;
            case Wireguard w -> w;
        };
    }

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
