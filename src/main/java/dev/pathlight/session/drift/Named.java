package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;

/** What devices are called in sentences: {@code ns1 veth0}. */
final class Named {
    private Named() {}

    static String in(SpaceState space, IfName device) {
        return of(new PortId(space.id(), device));
    }

    static String of(PortId device) {
        return device.space().shortName() + " " + device.name();
    }
}
