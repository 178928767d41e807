package dev.pathlight.topology.graph;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which interfaces share a segment without a cable between them: macvlan and ipvlan with what they stand on, a bond with its
 * members, and the ends of a tunnel or of a VXLAN network with each other.
 */
final class Overlays {
    private final Topology topology;
    private final Map<PortId, List<PortId>> joins = new LinkedHashMap<>();
    private final Map<Object, PortId> firstEnds = new HashMap<>();

    Overlays(Topology topology) {
        this.topology = topology;
        topology.nodes()
                .forEach(n ->
                        n.spaces().forEach(s -> s.interfaces().forEach(i -> add(new PortId(n.id(s), i.name()), i))));
    }

    /** The others that frames of an interface reach at once. */
    Map<PortId, List<PortId>> joins() {
        return joins;
    }

    private void add(PortId id, Interface link) {
        switch (link.kind()) {
            case LinkKind.Macvlan m -> topology.below(id).ifPresent(below -> join(id, below));
            case LinkKind.Ipvlan i -> topology.below(id).ifPresent(below -> join(id, below));
            case LinkKind.Bond b -> {
                for (IfName member : b.members()) {
                    join(id, new PortId(id.space(), member));
                }
            }
            case LinkKind.Tunnel t -> meet(id, new Pipe(t.kind(), t.local(), t.remote()), mirrored(t));
            case LinkKind.Vxlan v -> meet(id, v.vni(), v.vni());
            case LinkKind.Vlan v -> {}
            case LinkKind.CableEnd c -> {}
            case LinkKind.Dummy d -> {}
            case LinkKind.Vrf v -> {}
            case LinkKind.Wireguard w -> {}
        }
    }

    private record Pipe(String kind, IpAddress from, IpAddress to) {}

    private static Pipe mirrored(LinkKind.Tunnel t) {
        return new Pipe(t.kind(), t.remote(), t.local());
    }

    /** Joins the end with the first that waits for it. */
    private void meet(PortId id, Object own, Object wanted) {
        PortId other = firstEnds.get(wanted);
        if (other != null) {
            join(id, other);
        }
        firstEnds.putIfAbsent(own, id);
    }

    private void join(PortId a, PortId b) {
        joins.computeIfAbsent(a, x -> new ArrayList<>()).add(b);
    }
}
