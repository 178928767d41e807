package dev.pathlight.wire;

import dev.pathlight.topology.Mac;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A link as the kernel lists it (RTM_NEWLINK, {@code linux/if_link.h}).
 *
 * @param flags IFF_* of {@code linux/if.h}
 * @param operState IF_OPER_* (RFC 2863): 0 unknown, 2 down, 3 lower layer down, 6 up …
 * @param master index of the bridge (or other master) it is enslaved to, 0 for none
 * @param peer IFLA_LINK: for a veth the other end's index in its namespace, 0 for none
 * @param peerNsid IFLA_LINK_NETNSID: the other end's namespace id as seen from here; empty when it is in this one
 * @param kind IFLA_INFO_KIND: "veth", "bridge", … or "" (lo)
 * @param portNumber for a bridge port, the port's number from 1; 0 otherwise
 * @param portState for a bridge port, its STP state (BR_STATE_*: 0 disabled … 3 forwarding)
 * @param bridge for a bridge, its own data
 * @param facts what only a listing of links tells
 */
public record LinkRow(
        int index,
        String name,
        Optional<Mac> mac,
        int mtu,
        int flags,
        int operState,
        int master,
        int peer,
        OptionalInt peerNsid,
        String kind,
        int portNumber,
        int portState,
        Optional<BridgeRow> bridge,
        LinkFacts facts) {
    public static final int IFF_UP = 1;
    public static final int IFF_BROADCAST = 2;
    public static final int IFF_LOOPBACK = 8;
    public static final int IFF_LOWER_UP = 0x10000;

    /** One of which no more is known. */
    public LinkRow(
            int index,
            String name,
            Optional<Mac> mac,
            int mtu,
            int flags,
            int operState,
            int master,
            int peer,
            OptionalInt peerNsid,
            String kind,
            int portNumber,
            int portState,
            Optional<BridgeRow> bridge) {
        this(
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
                LinkFacts.UNKNOWN);
    }

    public boolean isUp() {
        return (flags & IFF_UP) != 0;
    }

    public boolean isLoopback() {
        return (flags & IFF_LOOPBACK) != 0;
    }

    public LinkRow withPortState(int next) {
        return new LinkRow(
                index, name, mac, mtu, flags, operState, master, peer, peerNsid, kind, portNumber, next, bridge, facts);
    }

    /**
     * A bridge's own data: its id as {@code brctl show} prints it ({@code 8000.8e495ef498dd}), STP, ageing in 1/100
     * s, and its part in the spanning tree.
     */
    public record BridgeRow(String id, boolean stp, long ageingCentiseconds, SpanningTree tree) {
        /** One of whose tree nothing is known. */
        public BridgeRow(String id, boolean stp, long ageingCentiseconds) {
            this(id, stp, ageingCentiseconds, SpanningTree.NONE);
        }

        /** Does it take itself for the root of the spanning tree? */
        public boolean isRoot() {
            return stp && tree.root().equals(id);
        }
    }
}
