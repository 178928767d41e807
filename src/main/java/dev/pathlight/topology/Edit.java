package dev.pathlight.topology;

import java.util.List;

/**
 * One way in which the user may change a drawing. Applying it gives a new drawing, so that undo is keeping the old one.
 * An edit that makes no sense on the given drawing (the thing is gone) returns the drawing unchanged.
 */
public sealed interface Edit {
    Drawing applyTo(Drawing drawing);

    /** Puts boxes elsewhere (path to box); meaning stays. */
    record MoveBoxes(java.util.Map<String, Layout.Box> boxes) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            Layout next = d.layout();
            for (var e : boxes.entrySet()) {
                next = next.with(e.getKey(), e.getValue());
            }
            return new Drawing(d.topology(), next);
        }
    }

    /** Replaces the whole drawing's meaning: the JSON view and bulk operations. */
    record ReplaceTopology(Topology topology) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return new Drawing(topology, d.layout());
        }
    }

    /** Sets the addresses of an interface or bridge. */
    record SetAddresses(PortId port, List<Cidr> addresses) implements Edit {
        public SetAddresses {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, port.space(), n -> n.withInterfaces(Rewrite.each(
                            n.interfaces(), i -> i.name().equals(port.name()) ? i.withAddresses(addresses) : i))
                    .withBridges(Rewrite.each(
                            n.bridges(), b -> b.name().equals(port.name()) ? b.withAddresses(addresses) : b)));
        }
    }
}
