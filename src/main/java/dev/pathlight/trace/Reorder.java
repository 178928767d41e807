package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
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
    private List<Sighting> held = new ArrayList<>();
    private long newest = Long.MIN_VALUE;

    Reorder(Supplier<Places> places) {
        // A packet that climbs from a bridge's port to the bridge keeps its stamp; so does one on lo.
        order = Comparator.comparingLong(Sighting::nanos).thenComparingInt(s -> {
            Place p = places.get().at(s.port());
            return s.direction() == Direction.IN && (p.isBridge() || p.isLoopback()) ? 1 : 0;
        });
    }

    void add(List<Sighting> batch) {
        for (Sighting s : batch) {
            held.add(s);
            newest = Math.max(newest, s.nanos());
        }
    }

    /** The latest stamp that came in. */
    long newest() {
        return newest;
    }

    /** Hands out, in order of time, all stamped up to {@code horizon}. */
    void drain(long horizon, Consumer<Sighting> sink) {
        if (held.isEmpty()) {
            return;
        }
        held.sort(order);
        int n = Math.max(0, held.size() - MOST);
        while (n < held.size() && held.get(n).nanos() <= horizon) {
            n++;
        }
        List<Sighting> ready = held;
        held = new ArrayList<>(ready.subList(n, ready.size()));
        for (int i = 0; i < n; i++) {
            sink.accept(ready.get(i));
        }
    }
}
