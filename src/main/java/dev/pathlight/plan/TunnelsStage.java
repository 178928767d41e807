package dev.pathlight.plan;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import java.util.Optional;

/** The ends of tunnels, once all cables are laid: each over a device that is there, with the rows it begins with. */
record TunnelsStage(Blueprint blueprint) {
    void addTo(StepList steps, Blueprint.Space space) {
        for (Interface drawn : space.drawn().interfaces()) {
            if (drawn.kind() instanceof LinkKind.Vxlan vxlan) {
                make(steps, new PortId(space.id(), drawn.name()), drawn, vxlan);
            }
        }
    }

    private void make(StepList steps, PortId id, Interface drawn, LinkKind.Vxlan vxlan) {
        int index = blueprint.index(id);
        int device = blueprint.index(new PortId(id.space(), vxlan.device()));
        String element = blueprint.element(id);
        NetOp make = new NetOp.CreateVxlan(id.space(), index, id.name(), drawn.mac(), drawn.mtu(), vxlan, device);
        steps.add(Stage.LINKS, make, element);
        Optional<PortId> bridge = blueprint.bridgeOf(id);
        bridge.ifPresent(b -> steps.add(
                Stage.LINKS,
                new NetOp.JoinBridge(id.space(), index, id.name(), blueprint.index(b), b.name()),
                element));
        if (drawn.up()) {
            steps.add(Stage.LINKS, new NetOp.SetUp(id.space(), index, id.name(), true), element);
        }
        vxlan.peers().forEach(p -> peer(steps, id, index, p));
    }

    private void peer(StepList steps, PortId id, int index, LinkKind.Vxlan.Peer peer) {
        IfName name = id.name();
        String element = blueprint.element(id);
        steps.add(Stage.LINKS, new NetOp.AddTunnelRow(id.space(), index, name, peer.mac(), peer.remote()), element);
        peer.address()
                .ifPresent(a -> steps.add(
                        Stage.LINKS, new NetOp.AddNeighbour(id.space(), index, name, a, peer.mac()), element));
    }
}
