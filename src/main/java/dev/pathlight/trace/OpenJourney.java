package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A journey that may still grow, or be mended by a late sighting. */
final class OpenJourney {
    /** Open: being seen. Doubtful: quiet, but something seems missing. Settled: over, and remembered. Gone: joined anew. */
    enum State {
        OPEN,
        DOUBTFUL,
        SETTLED,
        FORGOTTEN,
        GONE
    }

    private final Lookalikes kin;
    private final List<Step> steps = new ArrayList<>(4);
    private long id;
    private State state = State.OPEN;
    private long lastNanos = Long.MIN_VALUE;
    private long bytes;
    private boolean ambiguous;
    private boolean early;
    private boolean reviewed;
    private boolean changed;
    private final int hash;
    private String what = "";

    OpenJourney(Lookalikes kin) {
        this.kin = kin;
        this.hash = kin.identity().hashCode() * 31 + kin.journeys().size();
    }

    /** Equal to itself alone; this is cheaper than the machine's own, which has to be invented for each and kept beside it. */
    @Override
    public int hashCode() {
        return hash;
    }

    Lookalikes kin() {
        return kin;
    }

    /** 0 until it is told. */
    long id() {
        return id;
    }

    void name(long newId) {
        id = newId;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    boolean isSettled() {
        return state == State.SETTLED;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    boolean isForgotten() {
        return state == State.FORGOTTEN;
    }

    /** May sightings still change it? */
    boolean isHeld() {
        return !isGone() && !isForgotten();
    }

    /** Let go before its end was seen. */
    boolean isEarly() {
        return early;
    }

    void markEarly() {
        early = true;
    }

    List<Step> steps() {
        return steps;
    }

    Step first() {
        return steps.getFirst();
    }

    /** When it was last seen. */
    long lastNanos() {
        return lastNanos;
    }

    /** Bytes of captured frames it holds. */
    long bytes() {
        return bytes;
    }

    boolean isAmbiguous() {
        return ambiguous;
    }

    void markAmbiguous() {
        ambiguous = true;
    }

    /** Has its end been looked over before? */
    boolean isReviewed() {
        return reviewed;
    }

    void markReviewed() {
        reviewed = true;
    }

    /** Whether it is to be told again; true when that is news. */
    boolean markChanged(boolean now) {
        boolean was = changed;
        changed = now;
        return was != now;
    }

    void add(Step step) {
        steps.add(step);
        lastNanos = Math.max(lastNanos, step.nanos());
        bytes += step.frame().bytes().length;
    }

    /** As it is now; {@code settled} with its end. */
    Journey tell(Journey.Outcome outcome, boolean settled, Optional<Journey.Lost> lost, List<Journey.Missing> missing) {
        if (what.isEmpty()) {
            what = PacketText.what(first().seen().packet());
        }
        long start = first().nanos();
        Hop[] hops = new Hop[steps.size()];
        Arrays.setAll(hops, i -> steps.get(i).hop(start));
        String protocol = PacketText.protocol(first().seen().packet());
        return new Journey(id, what, protocol, start, outcome, settled, List.of(hops), lost, missing);
    }
}
