package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A journey that may still grow. */
final class OpenJourney {
    private final long id;
    private final PacketIdentity identity;
    private final List<Step> steps = new ArrayList<>(4);
    private long lastNanos;
    private long bytes;
    private boolean ambiguous;
    private String what = "";

    OpenJourney(long id, PacketIdentity identity) {
        this.id = id;
        this.identity = identity;
    }

    long id() {
        return id;
    }

    PacketIdentity identity() {
        return identity;
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

    void add(Step step) {
        steps.add(step);
        touch(step.nanos());
        bytes += step.frame().bytes().length;
    }

    void touch(long nanos) {
        lastNanos = Math.max(lastNanos, nanos);
    }

    /** As it is now; {@code settled} with its end. */
    Journey tell(Journey.Outcome outcome, boolean settled, Optional<Journey.Lost> lost) {
        if (what.isEmpty()) {
            what = PacketText.what(first().frame());
        }
        long start = first().nanos();
        Hop[] hops = new Hop[steps.size()];
        Arrays.setAll(hops, i -> steps.get(i).hop(start));
        String protocol = PacketText.protocol(first().frame());
        return new Journey(id, what, protocol, start, outcome, settled, List.of(hops), lost);
    }
}
