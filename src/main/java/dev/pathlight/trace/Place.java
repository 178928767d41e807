package dev.pathlight.trace;

import dev.pathlight.topology.PortId;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.VxlanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An interface with what it is joined to, as the kernel shows it. */
final class Place {
    static final int FORWARDING = 3;
    private static final int LEARNING = 2;

    private final PortId id;
    private final Optional<LinkRow> link;
    private final Where sent;
    private final Where arrived;
    private final Where bridged;
    private final long mac;
    private Optional<Place> bridge = Optional.empty();
    private Optional<Place> below = Optional.empty();
    private final List<Place> above = new ArrayList<>(0);
    private List<Place> tunnels = List.of();
    private final List<Place> peers = new ArrayList<>(1);
    private final List<Place> ports = new ArrayList<>(0);

    /** @param link empty when the tables do not know the interface */
    Place(PortId id, Optional<LinkRow> link) {
        this.id = id;
        this.link = link;
        this.sent = new Where.Sent(id);
        this.arrived = new Where.Arrived(id.space());
        this.bridged = new Where.Bridged(id);
        this.mac = link.flatMap(LinkRow::mac).map(m -> m.bits()).orElse(-1L);
    }

    void enslaveTo(Place master) {
        bridge = Optional.of(master);
        master.ports.add(this);
    }

    void standOn(Place lower) {
        below = Optional.of(lower);
        lower.above.add(this);
    }

    /** What a VLAN, macvlan or ipvlan interface stands on: its frames leave and come by that. */
    Optional<Place> below() {
        return below;
    }

    /** The interfaces that stand on it. */
    List<Place> above() {
        return above;
    }

    /** All tunnels' ends of its namespace. */
    void beside(List<Place> theirs) {
        tunnels = theirs;
    }

    List<Place> tunnels() {
        return tunnels;
    }

    /** Those that packets in this coat belong to. */
    List<Place> tunnels(Coat coat) {
        return tunnels.stream()
                .filter(t -> t.tunnel()
                        .filter(v -> v.vni() == coat.vni() && v.udpPort() == coat.udpPort())
                        .isPresent())
                .toList();
    }

    /** A bridge's port by which a frame may leave that came in by it. */
    boolean isHairpin() {
        return link.map(l -> l.facts().hairpin()).orElse(false);
    }

    /** For a VXLAN tunnel's end, its own data. */
    Optional<VxlanRow> tunnel() {
        return link.flatMap(l -> l.facts().vxlan());
    }

    void cableTo(Place peer) {
        peers.add(peer);
    }

    PortId id() {
        return id;
    }

    String name() {
        return id.name().value();
    }

    int index() {
        return link.map(LinkRow::index).orElse(0);
    }

    int mtu() {
        return link.map(LinkRow::mtu).orElse(0);
    }

    /** The bridge this is a port of. */
    Optional<Place> bridge() {
        return bridge;
    }

    /** The other ends of its cable: one, unless indexes repeat and the tables cannot tell which it is. */
    List<Place> peers() {
        return peers;
    }

    /** A bridge's ports. */
    List<Place> ports() {
        return ports;
    }

    boolean isBridge() {
        return link.map(l -> l.kind().equals("bridge")).orElse(false);
    }

    boolean isLoopback() {
        return link.map(LinkRow::isLoopback).orElse(false);
    }

    boolean isUp() {
        return link.map(LinkRow::isUp).orElse(true);
    }

    boolean forwards() {
        return isUp() && portState() == FORWARDING;
    }

    /** A port learns source addresses while it is learning or forwarding ({@code br_handle_frame_finish}). */
    boolean learns() {
        return portState() == LEARNING || portState() == FORWARDING;
    }

    int portState() {
        return link.map(LinkRow::portState).orElse(0);
    }

    /** Is a frame to {@code destination} for this interface's own stack? Any is on lo, which has no address. */
    boolean takes(Frame f) {
        return f.isGroup() || isLoopback() || mac < 0 || f.destinationBits() == mac;
    }

    /** Its Ethernet address' 48 bits; -1 when it has none. */
    long mac() {
        return mac;
    }

    boolean hasMac(long bits) {
        return mac == bits;
    }

    /** A bridge's ageing time in ns; empty for what is no bridge. 0 means that it never learns. */
    Optional<Long> ageingNanos() {
        return link.flatMap(LinkRow::bridge).map(b -> b.ageingCentiseconds() * 10_000_000L);
    }

    OptionalInt mtuIfKnown() {
        return mtu() > 0 ? OptionalInt.of(mtu()) : OptionalInt.empty();
    }

    Where sent() {
        return sent;
    }

    Where arrived() {
        return arrived;
    }

    /** For a bridge: in at one of its ports. */
    Where bridged() {
        return bridged;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
