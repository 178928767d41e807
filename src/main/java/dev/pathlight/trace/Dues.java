package dev.pathlight.trace;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** When journeys are to be looked at. Nearly all come in order of time: they need no sorting, only the others do. */
final class Dues {
    private final ArrayDeque<Due> inOrder = new ArrayDeque<>();
    private final PriorityQueue<Due> others = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));

    private record Due(long nanos, OpenJourney journey) {}

    void add(long nanos, OpenJourney journey) {
        boolean later = inOrder.isEmpty() || inOrder.getLast().nanos() <= nanos;
        (later ? inOrder : others).add(new Due(nanos, journey));
    }

    private long first() {
        return inOrder.isEmpty() ? Long.MAX_VALUE : inOrder.getFirst().nanos();
    }

    private long firstOther() {
        return others.isEmpty() ? Long.MAX_VALUE : others.element().nanos();
    }

    /** Of the next one; the end of time when there is none. */
    long earliest() {
        return Math.min(first(), firstOther());
    }

    /** Takes the next one out; there must be one. */
    OpenJourney poll() {
        return (first() <= firstOther() ? inOrder.removeFirst() : others.remove()).journey();
    }

    int size() {
        return inOrder.size() + others.size();
    }

    void removeIf(Predicate<OpenJourney> gone) {
        inOrder.removeIf(d -> gone.test(d.journey()));
        others.removeIf(d -> gone.test(d.journey()));
    }
}
