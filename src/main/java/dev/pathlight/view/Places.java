package dev.pathlight.view;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;

/** How a person calls a place: {@code ns1 veth0}, and {@code br-veth0} in the root namespace of the lone node {@code this}. */
final class Places {
    private Places() {}

    static String shortName(PortId port) {
        return port.space().isRoot() && port.space().node().value().equals("this")
                ? port.name().value()
                : port.space().shortName() + " " + port.name();
    }

    static String shortName(SpaceId space) {
        return space.shortName();
    }
}
