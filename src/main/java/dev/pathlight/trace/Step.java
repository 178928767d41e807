package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sighting inside an open journey, before it is told as a {@link Hop}. */
final class Step {
    private final Seen seen;
    private final Place place;
    private final int index;
    private final Optional<Step> parent;
    private final Optional<Gap> gap;
    private final List<Step> children = new ArrayList<>(1);
    private List<Decision> decisions = List.of();
    private Optional<Bridging> bridging = Optional.empty();
    private Optional<RouteMemory.Known> route = Optional.empty();
    private boolean waiting;
    private Optional<Hop> told = Optional.empty();

    /**
     * What a bridge's MAC table said of a frame.
     *
     * @param row the row for its destination; empty for a flood, and when the table was contradicted
     * @param flood no row, so that it goes to every other port
     */
    record Bridging(Decision decision, Optional<MacHistory.Row> row, boolean flood) {}

    /** @param gap what was not seen between the parent and this one */
    Step(Seen seen, int index, Optional<Step> parent, Optional<Gap> gap) {
        this.seen = seen;
        this.place = seen.place();
        this.index = index;
        this.parent = parent;
        this.gap = gap;
        parent.ifPresent(p -> p.children.add(this));
    }

    Seen seen() {
        return seen;
    }

    Place place() {
        return place;
    }

    boolean isIn() {
        return seen.isIn();
    }

    /** In at an interface of a network stack, so that the stack may take it: not at a bridge's port. */
    boolean atStack() {
        return isIn() && place.bridge().isEmpty();
    }

    long nanos() {
        return seen.nanos();
    }

    Frame frame() {
        return seen.frame();
    }

    int index() {
        return index;
    }

    Optional<Step> parent() {
        return parent;
    }

    Optional<Gap> gap() {
        return gap;
    }

    /** May it be what was last seen before a copy missed at {@code missing}? So when it went nowhere, or that way only. */
    boolean wentOnlyPast(Place missing) {
        return children.stream()
                .allMatch(
                        c -> c.gap.filter(g -> g.at().id().equals(missing.id())).isPresent());
    }

    List<Step> children() {
        return children;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** Copies of it that a bridge sent on, as far as seen. */
    long copies() {
        return children.stream().filter(c -> !c.isIn() || c.gap.isPresent()).count();
    }

    boolean wentTo(Place next) {
        return children.stream().anyMatch(c -> c.place == next || c.place.id().equals(next.id()));
    }

    List<Decision> decisions() {
        return decisions;
    }

    void decide(List<Decision> by) {
        decisions = by;
        told = Optional.empty();
    }

    /** Takes back which route it went on by: it went on by none. */
    void stopped() {
        decide(decisions.stream().filter(d -> d.kind() != Decision.Kind.ROUTE).toList());
    }

    /** Takes back what was said of it. */
    void undecide() {
        decisions = List.of();
        bridging = Optional.empty();
        route = Optional.empty();
        told = Optional.empty();
    }

    Optional<Bridging> bridging() {
        return bridging;
    }

    void bridgedBy(Bridging by) {
        bridging = Optional.of(by);
    }

    /** What its stack's kernel said of the way on. */
    Optional<RouteMemory.Known> route() {
        return route;
    }

    void routedBy(RouteMemory.Known known) {
        route = Optional.of(known);
    }

    /** Stands on the frontier, so that a sighting may follow it. */
    boolean isWaiting() {
        return waiting;
    }

    void setWaiting(boolean now) {
        waiting = now;
    }

    /** Where it may be seen next. */
    Where where() {
        if (!isIn()) {
            return place.sent();
        }
        return place.bridge().map(Place::bridged).orElse(place.arrived());
    }

    /** Frees what is made anew when it is told again. */
    void untell() {
        told = Optional.empty();
    }

    Hop hop(long start) {
        if (told.isEmpty()) {
            told = Optional.of(new Hop(
                    place.id(),
                    seen.direction(),
                    nanos() - start,
                    frame().source(),
                    frame().destination(),
                    frame().ttlIfAny(),
                    decisions,
                    parent.map(Step::index).orElse(-1),
                    frame().bytes(),
                    seen.coat()));
        }
        return told.get();
    }
}
