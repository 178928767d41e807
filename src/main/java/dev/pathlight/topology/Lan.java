package dev.pathlight.topology;

import java.util.List;

/**
 * A shared Ethernet segment that joins NICs of nodes: the wire and the switch between machines, owned by none of
 * them.
 */
public record Lan(Name name, Texts title, List<PortId> nics) {
    public Lan {
        nics = List.copyOf(nics);
    }

    public Lan withNics(List<PortId> next) {
        return new Lan(name, title, next);
    }
}
