package dev.pathlight.machine;

import dev.pathlight.topology.Sentence;
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
        /** nftables for IPv4 and IPv6 together. */
        NFTABLES,
        /** Bridged packets pass the rules of IP, too. */
        BRIDGE_NETFILTER
    }

    public KernelFeatures {
        missing = Map.copyOf(missing);
    }

    /** Why it cannot be used here, in one sentence; empty when it can, or when nobody tried. */
    public Optional<Sentence> lacks(Feature feature) {
        return Optional.ofNullable(missing.get(feature));
    }
}
