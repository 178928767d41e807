package dev.pathlight.view;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;

/** How a person calls a place: {@code ns1 veth0}, and {@code br-veth0} in the root namespace of the lone node {@code this}. */
final class Places {
    private Places() {}

    static String shortName(PortId port) {
        return port.space().isThisMachine() ? port.name().value() : port.space().shortName() + " " + port.name();
    }

    /** {@code port} where there is no other node to tell its own from: {@code br-veth0} in any root namespace. */
    static String shortName(PortId port, boolean severalNodes) {
        return port.space().isRoot() && !severalNodes ? port.name().value() : shortName(port);
    }

    static String shortName(SpaceId space) {
        return space.shortName();
    }
}
