package dev.pathlight.plan;

import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A device that is there.
 *
 * @param element what was drawn for it
 * @param made what can only be changed by making it anew
 */
record HeldLink(int index, String element, Made made, Settings set, Port port) {
    /** ETH_DATA_LEN of {@code linux/if_ether.h}: a veth pair that is told nothing has it. */
    static final int CABLE_MTU = 1500;

    /** The kernel chooses the MTU, and chooses again when a bridge's ports change. */
    static final int ANY_MTU = 0;

    static final int DEFAULT_VLAN = 1;

    /** What a device is from its making on. */
    sealed interface Made {
        record Cable(PortId peer) implements Made {}

        record Bridge() implements Made {}

        /**
         * An interface of another kind. {@code kind} has no peers, which are rows, and no members, who know their master
         * themselves.
         *
         * @param below what it stands on; with that it goes
         */
        record Upper(LinkKind kind, Optional<PortId> below) implements Made {
            static Upper of(LinkKind kind, Optional<PortId> below) {
                LinkKind bare = switch (kind) {
                    case LinkKind.Vxlan v -> v.withPeers(List.of());
                    default -> kind.withMembers(List.of());
                };
                return new Upper(bare, below);
            }

            /** After what it stands on was renamed. */
            Upper over(PortId next) {
                return new Upper(kind.renamed(n -> next.name()), Optional.of(next));
            }
        }
    }

    /**
     * What can be set while it is there.
     *
     * @param mac empty where the kernel chose one
     * @param options a bridge's own; the default's for other devices
     * @param ipv6Off links made while the namespace keeps IPv6 off stay without it
     */
    record Settings(Optional<Mac> mac, int mtu, boolean up, BridgeOptions options, boolean ipv6Off) {}

    /**
     * What it is to a bridge; all of it begins anew with each joining.
     *
     * @param vlans the VLANs it is in
     */
    record Port(Optional<IfName> bridge, boolean hairpin, SortedSet<Integer> vlans) {
        static final Port NONE = of(Optional.empty());

        static Port of(Optional<IfName> bridge) {
            return new Port(bridge, false, new TreeSet<>(bridge.isPresent() ? List.of(DEFAULT_VLAN) : List.of()));
        }

        Port with(int vlan) {
            SortedSet<Integer> more = new TreeSet<>(vlans);
            more.add(vlan);
            return new Port(bridge, hairpin, more);
        }

        Port without(int vlan) {
            SortedSet<Integer> fewer = new TreeSet<>(vlans);
            fewer.remove(vlan);
            return new Port(bridge, hairpin, fewer);
        }
    }

    /** What two devices have to have in common to be alike: the index is anybody's, and so is what was drawn. */
    record Alike(Made made, Settings set, Port port) {}

    Alike alike() {
        return new Alike(made, set, port);
    }

    static int mtu(Made made, OptionalInt drawn) {
        return drawn.orElse(made instanceof Made.Cable ? CABLE_MTU : ANY_MTU);
    }

    HeldLink with(Made next) {
        return new HeldLink(index, element, next, set, port);
    }

    HeldLink with(Settings next) {
        return new HeldLink(index, element, made, next, port);
    }

    HeldLink with(Port next) {
        return new HeldLink(index, element, made, set, next);
    }

    HeldLink withMac(Mac mac) {
        return with(new Settings(Optional.of(mac), set.mtu, set.up, set.options, set.ipv6Off));
    }

    HeldLink withMtu(int mtu) {
        return with(new Settings(set.mac, mtu, set.up, set.options, set.ipv6Off));
    }

    HeldLink withUp(boolean up) {
        return with(new Settings(set.mac, set.mtu, up, set.options, set.ipv6Off));
    }

    HeldLink withOptions(BridgeOptions options) {
        return with(new Settings(set.mac, set.mtu, set.up, options, set.ipv6Off));
    }

    HeldLink withIpv6Off(boolean off) {
        return with(new Settings(set.mac, set.mtu, set.up, set.options, off));
    }

    /** What it stands on. */
    Optional<PortId> below() {
        return made instanceof Made.Upper u ? u.below() : Optional.empty();
    }

    boolean isBond() {
        return made instanceof Made.Upper(LinkKind.Bond _, var _);
    }

    boolean isVrf() {
        return made instanceof Made.Upper(LinkKind.Vrf _, var _);
    }
}
