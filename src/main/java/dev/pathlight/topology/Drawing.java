package dev.pathlight.topology;

/** A topology and its layout: what one file holds. */
public record Drawing(Topology topology, Layout layout) {
    public static Drawing empty() {
        return new Drawing(Topology.empty(new Name("untitled")), Layout.NONE);
    }

    public Drawing with(Topology next) {
        return new Drawing(next, layout);
    }

    public Drawing with(Layout next) {
        return new Drawing(topology, next);
    }
}
