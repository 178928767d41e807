package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Holds sightings of several captures back for a while, so that they come out in order of time. */
final class Reorder {
    /** Held at most; beyond it the earliest come out at once. */
    private static final int MOST = 1 << 18;

    private final Comparator<Sighting> order;
    private final List<Sighting> held = new ArrayList<>();
    /** What lies before it was handed out. */
    private int head;

    private boolean sorted = true;
    private long newest = Long.MIN_VALUE;

    Reorder(Supplier<Places> places) {
        order = Comparator.comparingLong(Sighting::nanos)
                .thenComparingInt(s -> Seen.rank(places.get().at(s.port()), s.direction()));
    }

    void add(List<Sighting> batch) {
        for (Sighting s : batch) {
            sorted = sorted && (head == held.size() || isInOrder(held.getLast(), s));
            held.add(s);
            newest = Math.max(newest, s.nanos());
        }
    }

    private boolean isInOrder(Sighting a, Sighting b) {
        return a.nanos() < b.nanos() || a.nanos() == b.nanos() && order.compare(a, b) <= 0;
    }

    /** The latest stamp that came in. */
    long newest() {
        return newest;
    }

    /** Hands out, in order of time, all stamped up to {@code horizon}. */
    void drain(long horizon, Consumer<Sighting> sink) {
        if (!sorted) {
            held.subList(head, held.size()).sort(order);
            sorted = true;
        }
        int must = held.size() - MOST;
        while (head < held.size() && (head < must || held.get(head).nanos() <= horizon)) {
            sink.accept(held.get(head++));
        }
        if (head > held.size() / 2) {
            held.subList(0, head).clear();
            head = 0;
        }
    }
}
