package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Bridges and cables. A port's number counts the joins of its bridge, so ports join in the order drawn: a cable with
 * one end in a bridge joins in the message that makes it; one with both ends in bridges is made before, and its ends
 * join by steps of their own, since the two bridges' orders may contradict each other. A bridge comes up after its
 * ports (a quarter faster with a thousand of them). What stands on others comes last, for those must be there.
 */
record LinksStage(Blueprint blueprint) {
    private static final int DEFAULT_VLAN = 1;

    void addTo(StepList steps) {
        Set<Cable> made = new HashSet<>();
        for (Cable cable : blueprint.cables()) {
            if (isPort(cable.a()) == isPort(cable.b())) {
                make(steps, cable, cable.a(), Optional.empty());
                made.add(cable);
            }
        }
        for (Blueprint.Space space : blueprint.spaces()) {
            for (Bridge bridge : space.drawn().bridges()) {
                make(steps, space, bridge, made);
            }
        }
        new UppersStage(blueprint, this).addTo(steps);
    }

    private boolean isPort(PortId end) {
        return blueprint.bridgeOf(end).isPresent();
    }

    private void make(StepList steps, Blueprint.Space space, Bridge bridge, Set<Cable> made) {
        PortId id = new PortId(space.id(), bridge.name());
        int index = blueprint.index(id);
        steps.add(
                Stage.LINKS,
                new NetOp.CreateBridge(
                        space.id(), index, bridge.name(), bridge.mac(), OptionalInt.empty(), bridge.options()),
                blueprint.element(id));
        for (IfName port : bridge.ports()) {
            PortId joining = new PortId(space.id(), port);
            if (blueprint.drawn(joining).kind() instanceof LinkKind.CableEnd && blueprint.isMade(joining)) {
                join(steps, joining, bridge, made);
            }
        }
        bridge.mtu()
                .ifPresent(mtu -> steps.add(
                        Stage.LINKS, new NetOp.SetMtu(space.id(), index, bridge.name(), mtu), blueprint.element(id)));
        if (bridge.up()) {
            steps.add(Stage.LINKS, new NetOp.SetUp(space.id(), index, bridge.name(), true), blueprint.element(id));
        }
    }

    private void join(StepList steps, PortId port, Bridge bridge, Set<Cable> made) {
        int bridgeIndex = blueprint.index(new PortId(port.space(), bridge.name()));
        int index = blueprint.index(port);
        Cable cable = blueprint
                .cableAt(port)
                .orElseThrow(() -> new IllegalStateException(port + " has no cable; a checked drawing has none such"));
        if (made.contains(cable)) {
            NetOp join = new NetOp.JoinBridge(port.space(), index, port.name(), bridgeIndex, bridge.name());
            steps.add(Stage.LINKS, join, blueprint.element(port));
        } else {
            make(steps, cable, port, Optional.of(new NetOp.Master(bridgeIndex, bridge.name())));
        }
        settings(steps, port, bridge);
    }

    /** What a port is told once it has joined. */
    void settings(StepList steps, PortId port, Bridge bridge) {
        int index = blueprint.index(port);
        if (bridge.options().hairpin()) {
            steps.add(
                    Stage.LINKS, new NetOp.SetHairpin(port.space(), index, port.name(), true), blueprint.element(port));
        }
        if (bridge.options().vlanFiltering()) {
            blueprint.drawn(port).pvid().ifPresent(vlan -> vlan(steps, port, index, vlan));
        }
    }

    /** Every port begins in VLAN 1. */
    private void vlan(StepList steps, PortId port, int index, int vlan) {
        if (vlan != DEFAULT_VLAN) {
            steps.add(
                    Stage.LINKS,
                    new NetOp.AddPortVlan(port.space(), index, port.name(), vlan),
                    blueprint.element(port));
            steps.add(
                    Stage.LINKS,
                    new NetOp.RemovePortVlan(port.space(), index, port.name(), DEFAULT_VLAN),
                    blueprint.element(port));
        }
    }

    /**
     * Makes a cable with {@code first} as its end a, and sets the other end up, which cannot be done in one message.
     */
    private void make(StepList steps, Cable cable, PortId first, Optional<NetOp.Master> bridge) {
        PortId second = cable.peerOf(first).orElseThrow();
        NetOp.VethEnd a = end(first, bridge);
        NetOp.VethEnd b = end(second, Optional.empty());
        steps.add(Stage.LINKS, new NetOp.CreateVeth(a, b), blueprint.element(first));
        if (b.up()) {
            steps.add(Stage.LINKS, new NetOp.SetUp(b.space(), b.index(), b.name(), true), blueprint.element(second));
        }
    }

    private NetOp.VethEnd end(PortId id, Optional<NetOp.Master> bridge) {
        Interface drawn = blueprint.drawn(id);
        return new NetOp.VethEnd(
                id.space(),
                blueprint.index(id),
                id.name(),
                drawn.mac(),
                drawn.mtu(),
                bridge,
                drawn.up() && !blueprint.isInBond(id));
    }
}
