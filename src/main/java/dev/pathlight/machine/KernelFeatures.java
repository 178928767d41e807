package dev.pathlight.machine;

import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the kernel's optional parts a machine lacks, found by trying them there.
 *
 * @param missing why each of them cannot be used; what is not named can be
 */
public record KernelFeatures(Map<Feature, Sentence> missing) {
    /** Nothing has been tried: nothing is called missing. */
    public static final KernelFeatures UNKNOWN = new KernelFeatures(Map.of());

    /** A part that kernels are built with or without. */
    public enum Feature {
        BRIDGES,
        /** IEEE 802.1D on bridges. */
        SPANNING_TREE,
        /** IEEE 802.1Q on bridges. */
        VLAN_FILTERING,
        /** Interfaces of kind vlan. */
        VLAN_LINKS,
        VXLAN,
        DUMMY,
        MACVLAN,
        IPVLAN,
        VRF,
        /** IPv4 in IPv4. */
        IPIP,
        GRE,
        /** IPv6 in IPv4. */
        SIT,
        /** IPv4 and IPv6 in IPv6. */
        IP6TNL,
        BOND,
        /** nftables for IPv4 and IPv6 together. */
        NFTABLES,
        /** Bridged packets pass the rules of IP, too. */
        BRIDGE_NETFILTER;

        /** What a kind of interface needs; empty for cables, which every kernel has, and for what nobody can run yet. */
        public static Optional<Feature> of(LinkKind kind) {
            return switch (kind) {
                case LinkKind.CableEnd c -> Optional.empty();
                case LinkKind.Wireguard w -> Optional.empty();
                case LinkKind.Vlan v -> Optional.of(VLAN_LINKS);
                case LinkKind.Vxlan v -> Optional.of(VXLAN);
                case LinkKind.Dummy d -> Optional.of(DUMMY);
                case LinkKind.Macvlan m -> Optional.of(MACVLAN);
                case LinkKind.Ipvlan i -> Optional.of(IPVLAN);
                case LinkKind.Vrf v -> Optional.of(VRF);
                case LinkKind.Bond b -> Optional.of(BOND);
                case LinkKind.Tunnel t -> Optional.of(valueOf(t.kind().toUpperCase(Locale.ROOT)));
            };
        }
    }

    public KernelFeatures {
        missing = Map.copyOf(missing);
    }

    /** Why it cannot be used here, in one sentence; empty when it can, or when nobody tried. */
    public Optional<Sentence> lacks(Feature feature) {
        return Optional.ofNullable(missing.get(feature));
    }
}
