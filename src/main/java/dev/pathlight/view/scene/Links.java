package dev.pathlight.view.scene;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is connected with whom, looked up once for the whole drawing. */
final class Links {
    /** A bridge's port: the bridge and the port's number there, from 1. */
    record Slot(SpaceId space, Bridge bridge, int number) {}

    private final Map<PortId, PortId> peers = new HashMap<>();
    private final Map<PortId, Lan> lans = new HashMap<>();
    private final Map<PortId, Slot> slots = new HashMap<>();

    Links(Topology t) {
        for (Cable c : t.cables()) {
            peers.putIfAbsent(c.a(), c.b());
            peers.putIfAbsent(c.b(), c.a());
        }
        t.lans().forEach(l -> l.nics().forEach(n -> lans.putIfAbsent(n, l)));
        t.nodes()
                .forEach(n -> n.spaces().forEach(s -> {
                    SpaceId id = n.id(s);
                    for (Bridge b : s.bridges()) {
                        for (int i = 0; i < b.ports().size(); i++) {
                            slots.putIfAbsent(new PortId(id, b.ports().get(i)), new Slot(id, b, i + 1));
                        }
                    }
                }));
    }

    Optional<PortId> peer(PortId id) {
        return Optional.ofNullable(peers.get(id));
    }

    Optional<Lan> lan(PortId id) {
        return Optional.ofNullable(lans.get(id));
    }

    Optional<Slot> slot(PortId id) {
        return Optional.ofNullable(slots.get(id));
    }

    boolean connected(PortId id) {
        return peers.containsKey(id) || lans.containsKey(id);
    }

    /** Whether an interface of a root namespace leads out of its node. */
    boolean leadsOut(PortId id) {
        PortId peer = peers.get(id);
        return lans.containsKey(id)
                || peer != null && !peer.space().node().equals(id.space().node());
    }
}
