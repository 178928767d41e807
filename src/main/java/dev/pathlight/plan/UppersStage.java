package dev.pathlight.plan;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The interfaces that are no cables' ends, once all cables are laid and all bridges stand: what one stands on and whom it is
 * master of come before it. Tunnels' ends get the rows they begin with.
 */
record UppersStage(Blueprint blueprint, LinksStage links) {
    void addTo(StepList steps) {
        Set<PortId> made = new HashSet<>();
        for (Blueprint.Space space : blueprint.spaces()) {
            for (Interface i : space.drawn().interfaces()) {
                visit(steps, new PortId(space.id(), i.name()), made);
            }
        }
    }

    private void visit(StepList steps, PortId id, Set<PortId> made) {
        if (!blueprint.isInterface(id) || !made.add(id)) {
            return;
        }
        Interface drawn = blueprint.drawn(id);
        if (drawn.kind() instanceof LinkKind.CableEnd) {
            return;
        }
        blueprint.below(id).ifPresent(below -> visit(steps, below, made));
        drawn.kind().masterOf().forEach(m -> visit(steps, new PortId(id.space(), m), made));
        make(steps, id, drawn);
    }

    private void make(StepList steps, PortId id, Interface drawn) {
        int index = blueprint.index(id);
        String element = blueprint.element(id);
        Optional<NetOp.Under> under =
                blueprint.below(id).map(b -> new NetOp.Under(b.space(), blueprint.index(b), b.name()));
        steps.add(
                Stage.LINKS,
                new NetOp.CreateLink(id.space(), index, id.name(), drawn.mac(), drawn.mtu(), drawn.kind(), under),
                element);
        blueprint.bridgeOf(id).ifPresent(b -> {
            steps.add(
                    Stage.LINKS,
                    new NetOp.JoinBridge(id.space(), index, id.name(), blueprint.index(b), b.name()),
                    element);
            links.settings(steps, id, blueprint.bridge(b));
        });
        for (IfName member : drawn.kind().masterOf()) {
            enslave(steps, new PortId(id.space(), member), id);
        }
        if (drawn.up() && !blueprint.isInBond(id)) {
            steps.add(Stage.LINKS, new NetOp.SetUp(id.space(), index, id.name(), true), element);
        }
        if (drawn.kind() instanceof LinkKind.Vxlan vxlan) {
            vxlan.peers().forEach(p -> peer(steps, id, index, p));
        }
    }

    /** A bond's member joins it down, and comes up with it. */
    private void enslave(StepList steps, PortId member, PortId master) {
        int index = blueprint.index(member);
        String element = blueprint.element(member);
        steps.add(
                Stage.LINKS,
                new NetOp.Enslave(member.space(), index, member.name(), blueprint.index(master), master.name()),
                element);
        if (blueprint.isInBond(member)) {
            steps.add(
                    Stage.LINKS,
                    new NetOp.SetUp(
                            member.space(),
                            index,
                            member.name(),
                            blueprint.drawn(member).up()),
                    element);
        }
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
