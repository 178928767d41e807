package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What one who listens to a tracker has in the end: each journey as last told, without those that merged into others. */
final class Ledger {
    private static final long TICK = 10_000_000;

    private final JourneyTracker tracker;
    private final TreeMap<Long, Journey> byId = new TreeMap<>();
    private final List<Journey> everything = new ArrayList<>();
    private final List<Merged> merged = new ArrayList<>();

    Ledger(World world) {
        tracker = new JourneyTracker(world);
        tracker.tables(world.snapshot());
    }

    /** A sighting and when it is delivered. */
    record Delivery(Sighting sighting, long nanos) {
        static Delivery inTime(Sighting s) {
            return new Delivery(s, s.nanos());
        }
    }

    /** Delivers in order of arrival, lets time pass tick by tick, and {@code more} ns beyond the last. */
    Ledger deliver(List<Delivery> deliveries, long more) {
        List<Delivery> all = new ArrayList<>(deliveries);
        all.sort(Comparator.comparingLong(Delivery::nanos));
        long now = Story.BEGIN;
        int next = 0;
        for (long end = all.getLast().nanos() + more; now <= end; now += TICK) {
            List<Sighting> batch = new ArrayList<>();
            while (next < all.size() && all.get(next).nanos() <= now) {
                batch.add(all.get(next++).sighting());
            }
            if (!batch.isEmpty()) {
                told(tracker.accept(batch));
            }
            told(tracker.settle(now));
        }
        return this;
    }

    Ledger settleAll() {
        told(tracker.settleAll());
        return this;
    }

    void told(List<Journey> journeys) {
        for (Merged m : tracker.merged()) {
            byId.remove(m.id());
            merged.add(m);
        }
        for (Journey j : journeys) {
            byId.put(j.id(), j);
            everything.add(j);
        }
    }

    JourneyTracker tracker() {
        return tracker;
    }

    /** All that was ever told, in order. */
    List<Journey> everything() {
        return everything;
    }

    List<Merged> merged() {
        return merged;
    }

    /** As last told, in order of time and numbered so; ids are given in the order of telling. */
    List<Journey> journeys() {
        List<Journey> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparingLong(Journey::startNanos));
        List<Journey> numbered = new ArrayList<>();
        for (Journey j : all) {
            numbered.add(new Journey(
                    numbered.size() + 1,
                    j.what(),
                    j.protocol(),
                    j.startNanos(),
                    j.outcome(),
                    j.settled(),
                    j.hops(),
                    j.lost(),
                    j.missing()));
        }
        return numbered;
    }
}
