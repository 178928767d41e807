package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;

/** Snooping comes on where it was drawn, and every link is asked for, which makes the kernel finish with it. */
record ReadyStage(Blueprint blueprint) {
    void addTo(StepList steps) {
        for (Blueprint.Space space : blueprint.spaces()) {
            for (Bridge bridge : space.drawn().bridges()) {
                PortId id = new PortId(space.id(), bridge.name());
                if (bridge.options().multicastSnooping()) {
                    steps.add(
                            Stage.READY,
                            new NetOp.SetSnooping(space.id(), blueprint.index(id), bridge.name(), true),
                            blueprint.element(id));
                }
            }
        }
        for (Cable cable : blueprint.cables()) {
            await(steps, cable.a());
            await(steps, cable.b());
        }
        for (Blueprint.Space space : blueprint.spaces()) {
            space.drawn().interfaces().stream()
                    .filter(i -> !(i.kind() instanceof LinkKind.CableEnd))
                    .forEach(i -> await(steps, new PortId(space.id(), i.name())));
            space.drawn().bridges().forEach(b -> await(steps, new PortId(space.id(), b.name())));
        }
    }

    private void await(StepList steps, PortId id) {
        steps.add(
                Stage.READY, new NetOp.AwaitUsable(id.space(), blueprint.index(id), id.name()), blueprint.element(id));
    }
}
