package dev.pathlight.session;

import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The newest journeys of a session, each as last told; the oldest go when there are too many. Any thread. */
final class JourneyLog {
    private static final int LIMIT = 10_000;

    private final TreeMap<Long, Journey> byId = new TreeMap<>();
    private long letGo;

    synchronized void put(Journey journey) {
        if (byId.size() == LIMIT && journey.id() < byId.firstKey()) {
            // It was let go before, and is told for the last time.
            return;
        }
        byId.put(journey.id(), journey);
        if (byId.size() > LIMIT) {
            byId.pollFirstEntry();
            letGo++;
        }
    }

    /** Journeys that are no longer here. */
    synchronized long letGo() {
        return letGo;
    }

    /** It turned out to be a part of another one. */
    synchronized void remove(long id) {
        byId.remove(id);
    }

    synchronized List<Journey> all() {
        return List.copyOf(byId.values());
    }

    /** Those that began after the one with this id. */
    synchronized List<Journey> after(long id) {
        return List.copyOf(byId.tailMap(id, false).values());
    }

    synchronized long newest() {
        Map.Entry<Long, Journey> last = byId.lastEntry();
        return last == null ? 0 : last.getValue().id();
    }
}
