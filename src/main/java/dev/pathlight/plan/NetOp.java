package dev.pathlight.plan;

import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing to do to a kernel. Interface indexes are chosen by the planner, unique over the drawing and above 1, so
 * every message can be computed before the first is sent; {@code index} always means one of them.
 */
public sealed interface NetOp {
    /** The namespace it happens in. */
    SpaceId space();

    /** Makes a network namespace. {@code number} counts the plan's namespaces from 0. */
    record MakeNamespace(SpaceId space, int number) implements NetOp {}

    /** Drops a namespace with everything in it. */
    record DropNamespace(SpaceId space) implements NetOp {}

    /**
     * Writes {@code value} to /proc/sys/net below {@code key}, whose dots stand for slashes: {@code ipv4.ip_forward}.
     */
    record WriteSysctl(SpaceId space, String key, String value) implements NetOp {
        /**
         * The file below /proc/sys/net: {@code ipv4/ip_forward}, {@code ipv4/conf/eth0.100/rp_filter}. Never has
         * "..".
         */
        public String path() {
            return Sysctls.path(key);
        }
    }

    /**
     * Gives a setting the value it has in a namespace nobody has touched: that of the machine's own. A device's is taken from
     * the namespace's own pattern for new devices, {@code default}.
     */
    record ResetSysctl(SpaceId space, String key) implements NetOp {
        /** The file below /proc/sys/net. */
        public String path() {
            return Sysctls.path(key);
        }

        /** The file below /proc/sys/net whose value is taken. */
        public String sourcePath() {
            return Sysctls.path(Sysctls.ofDefault(key));
        }

        /** Whether that is the namespace's own pattern for new devices, and not the setting of a namespace nobody touched. */
        public boolean isFromHere() {
            return !Sysctls.ofDefault(key).equals(key);
        }
    }

    /** Makes a bridge, down, multicast snooping off (it goes on at the end, see {@link SetSnooping}). */
    record CreateBridge(
            SpaceId space, int index, IfName name, Optional<Mac> mac, OptionalInt mtu, BridgeOptions options)
            implements NetOp {}

    /** Makes a cable with both ends in place by one message; end {@code a} comes up and joins its bridge at once. */
    record CreateVeth(VethEnd a, VethEnd b) implements NetOp {
        @Override
        public SpaceId space() {
            return a.space();
        }
    }

    /** The bridge that a port joins. */
    record Master(int index, IfName name) {}

    /** One end of a cable. {@code bridge} is what it joins; b's end joins by {@link JoinBridge}. */
    record VethEnd(
            SpaceId space,
            int index,
            IfName name,
            Optional<Mac> mac,
            OptionalInt mtu,
            Optional<Master> bridge,
            boolean up) {}

    /** Gives a device another Ethernet address; it may be up. */
    record SetMac(SpaceId space, int index, IfName name, Mac mac) implements NetOp {}

    /** Gives a device that is down another name. */
    record RenameLink(SpaceId space, int index, IfName name, IfName next) implements NetOp {}

    /**
     * Sets the options of a bridge that are its own, but for multicast snooping; what is not drawn gets the kernel's default.
     *
     * @param filtersVlans VLAN filtering is on, or was: kernels that lack it are not asked otherwise
     */
    record SetBridge(SpaceId space, int index, IfName name, BridgeOptions options, boolean filtersVlans)
            implements NetOp {}

    /** What an interface stands on: in the same namespace or, for vlan, macvlan and ipvlan, in another. */
    record Under(SpaceId space, int index, IfName name) {}

    /**
     * Makes an interface that is no cable's end, down: {@code kind} says which. Peers and members come by steps of their own.
     *
     * @param at the namespace it comes to be in; where that is another than of what it stands on, it is made from there
     */
    record CreateLink(
            SpaceId at,
            int index,
            IfName name,
            Optional<Mac> mac,
            OptionalInt mtu,
            LinkKind kind,
            Optional<Under> under)
            implements NetOp {
        @Override
        public SpaceId space() {
            return under.map(Under::space).orElse(at);
        }

        /** Is it made from another namespace than the one it comes to be in? */
        public boolean isFromElsewhere() {
            return !space().equals(at);
        }
    }

    /** Writes into a tunnel end's MAC table that {@code mac} is behind the machine {@code remote}, for ever. */
    record AddTunnelRow(SpaceId space, int index, IfName device, Mac mac, IpAddress remote) implements NetOp {}

    /** Takes a row out of a tunnel end's MAC table. */
    record DeleteTunnelRow(SpaceId space, int index, IfName device, Mac mac, IpAddress remote) implements NetOp {}

    /** Writes into the neighbour table that {@code address} has {@code mac}, for ever. */
    record AddNeighbour(SpaceId space, int index, IfName device, IpAddress address, Mac mac) implements NetOp {}

    record JoinBridge(SpaceId space, int index, IfName port, int bridgeIndex, IfName bridge) implements NetOp {}

    /** Makes a device a member of a bond, for which it must be down, or of a VRF. */
    record Enslave(SpaceId space, int index, IfName name, int masterIndex, IfName master) implements NetOp {}

    /** Takes a device out of its bridge, bond or VRF. */
    record LeaveBridge(SpaceId space, int index, IfName port) implements NetOp {}

    /**
     * Sets a device's MTU in bytes. A bridge needs it on its own: an MTU given while it is created counts as the
     * kernel's own choice, which the first port to join overwrites ({@code br_mtu_auto_adjust}, seen on 6.18).
     */
    record SetMtu(SpaceId space, int index, IfName name, int mtu) implements NetOp {}

    record SetUp(SpaceId space, int index, IfName name, boolean up) implements NetOp {}

    record SetSnooping(SpaceId space, int index, IfName bridge, boolean on) implements NetOp {}

    record SetHairpin(SpaceId space, int index, IfName port, boolean on) implements NetOp {}

    /** Puts a bridge's port into VLAN {@code vlan}: of it is what comes in without a tag, and it leaves without one. */
    record AddPortVlan(SpaceId space, int index, IfName port, int vlan) implements NetOp {}

    /** Takes a bridge's port out of a VLAN. */
    record RemovePortVlan(SpaceId space, int index, IfName port, int vlan) implements NetOp {}

    record DeleteLink(SpaceId space, int index, IfName name) implements NetOp {}

    record AddAddress(SpaceId space, int index, IfName device, Cidr address) implements NetOp {}

    record DeleteAddress(SpaceId space, int index, IfName device, Cidr address) implements NetOp {}

    /**
     * Adds a route behind those to the same destination. {@code deviceIndex} resolves {@code route.device()}.
     *
     * @param inFront before those instead: IPv4 only, where the kernel made one with the address ("connected")
     */
    record AddRoute(SpaceId space, Route route, OptionalInt deviceIndex, boolean inFront) implements NetOp {
        /** Behind those to the same destination. */
        public AddRoute(SpaceId space, Route route, OptionalInt deviceIndex) {
            this(space, route, deviceIndex, false);
        }
    }

    record DeleteRoute(SpaceId space, Route route, OptionalInt deviceIndex) implements NetOp {}

    /** Makes a table of nftables, of family inet: for IPv4 and IPv6. */
    record AddFilterTable(SpaceId space, String table) implements NetOp {}

    /** Deletes a table with all that is in it. */
    record DeleteFilterTable(SpaceId space, String table) implements NetOp {}

    record AddFilterChain(SpaceId space, String table, FilterChain chain) implements NetOp {}

    /** Appends a rule to a chain. */
    record AddFilterRule(SpaceId space, String table, String chain, FilterRule rule) implements NetOp {}

    /** Forgets who has an address: the next packet to it asks first. */
    record DeleteNeighbour(SpaceId space, int index, IfName device, IpAddress address) implements NetOp {}

    /** Asks for a link, which makes the kernel finish its pending link-state work: afterwards it is usable. */
    record AwaitUsable(SpaceId space, int index, IfName name) implements NetOp {}

    /**
     * Starts a container: a process group in the namespace with mount, process and UTS namespaces of its own, the container's
     * name as host name, and a /tmp, a /proc and an /etc/hostname that are its own.
     */
    record StartContainer(SpaceId space, Container container) implements NetOp {}

    /** Ends a container with all its processes. */
    record StopContainer(SpaceId space, Name container) implements NetOp {}
}
