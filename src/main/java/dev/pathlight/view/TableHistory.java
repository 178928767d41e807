package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The kernel's tables as they stood earlier: at any moment of the last 10 s, and at every hop that was told in that time.
 * Holds 1,000 snapshots at most; the oldest go first, and then their moments are not kept.
 */
final class TableHistory {
    static final int LIMIT = 1_000;
    private static final int MOMENTS = 20_000;
    private static final long RECENT_NANOS = 10_000_000_000L;
    /** A packet's own doing is told this much later at most, on a busy machine: the snapshot that holds it is wanted. */
    private static final long NOTICE_DELAY_NANOS = 100_000_000;

    private final TreeMap<Long, Snapshot> snapshots = new TreeMap<>();
    /** When the tables are wanted, the notice's delay added. */
    private final TreeSet<Long> wanted = new TreeSet<>();

    private Snapshot latest = Snapshot.EMPTY;
    /** From here on every snapshot that was told is held. */
    private long complete = Long.MIN_VALUE;
    /** All held before this are wanted. */
    private long thinned = Long.MIN_VALUE;

    void add(Snapshot snapshot) {
        latest = snapshot;
        snapshots.put(snapshot.nanos(), snapshot);
        complete = Math.max(complete, snapshot.nanos() - RECENT_NANOS);
        thin();
        while (snapshots.size() > LIMIT) {
            snapshots.pollFirstEntry();
            complete = Math.max(complete, snapshots.firstKey());
            wanted.headSet(snapshots.firstKey()).clear();
        }
    }

    /** Drops what stood before the last 10 s, but for what a hop wants. */
    private void thin() {
        Map.Entry<Long, Snapshot> e = snapshots.ceilingEntry(thinned);
        while (e != null) {
            Long until = snapshots.higherKey(e.getKey());
            if (until == null || until > complete) {
                return;
            }
            boolean isFirst = e.getKey().equals(snapshots.firstKey());
            Long next = isFirst ? wanted.ceiling(Long.MIN_VALUE) : wanted.ceiling(e.getKey());
            if (next == null || next >= until) {
                snapshots.remove(e.getKey());
            }
            thinned = until;
            e = snapshots.ceilingEntry(thinned);
        }
    }

    /** The tables of this moment (ns since 1970) will be asked for, however much later. */
    void want(long nanos) {
        long at = nanos + NOTICE_DELAY_NANOS;
        if (at >= complete) {
            wanted.add(at);
        }
        if (wanted.size() > MOMENTS) {
            wanted.pollFirst();
        }
    }

    /** The tables as they stood at {@code nanos} since 1970; before the first ones, the first. Empty when they are not kept. */
    Optional<Snapshot> at(long nanos) {
        long at = nanos + NOTICE_DELAY_NANOS;
        if (at < complete && !wanted.contains(at)) {
            return Optional.empty();
        }
        return Optional.ofNullable(snapshots.floorEntry(at))
                .or(() -> Optional.ofNullable(snapshots.firstEntry()))
                .map(Map.Entry::getValue);
    }

    /** The newest tables there are. */
    Snapshot latest() {
        return latest;
    }

    void clear() {
        snapshots.clear();
        wanted.clear();
        latest = Snapshot.EMPTY;
        complete = Long.MIN_VALUE;
        thinned = Long.MIN_VALUE;
    }
}
