package dev.pathlight.view;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The kernel's tables as they were told earlier: about any moment of the last 10 s, and about every hop told in that time.
 * Holds 1,000 snapshots at most; the oldest go first, and then their moments are not kept.
 */
final class TableHistory {
    static final int LIMIT = 1_000;
    private static final int MOMENTS = 40_000;
    private static final long RECENT_NANOS = 10_000_000_000L;
    /** What changed at a moment is told this much later at most, on a busy machine. */
    static final long NOTICE_DELAY_NANOS = 100_000_000;

    /** The tables told last before a moment, and those by which what changed just before it was told at the latest. */
    record Span(Snapshot before, Snapshot after) {}

    private final TreeMap<Long, Snapshot> snapshots = new TreeMap<>();
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

    /** The tables about this moment (ns since 1970) will be asked for, however much later. */
    void want(long nanos) {
        wantAt(nanos - 1);
        wantAt(nanos + NOTICE_DELAY_NANOS);
        while (wanted.size() > MOMENTS) {
            wanted.pollFirst();
        }
    }

    private void wantAt(long nanos) {
        if (nanos >= complete) {
            wanted.add(nanos);
        }
    }

    /** The tables about what happened from {@code first} to {@code last}, ns since 1970; empty when they are not kept. */
    Optional<Span> about(long first, long last) {
        return told(first - 1).flatMap(b -> told(last + NOTICE_DELAY_NANOS).map(a -> new Span(b, a)));
    }

    /** Told last at {@code nanos}. Before the first ones, what those have at least: no row that is learned or made later. */
    private Optional<Snapshot> told(long nanos) {
        if (nanos < complete && !wanted.contains(nanos)) {
            return Optional.empty();
        }
        return Optional.ofNullable(snapshots.floorEntry(nanos))
                .map(Map.Entry::getValue)
                .or(() -> Optional.ofNullable(snapshots.firstEntry()).map(e -> unlearned(e.getValue(), nanos)));
    }

    private static Snapshot unlearned(Snapshot first, long nanos) {
        TreeMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        first.spaces()
                .forEach((id, s) -> spaces.put(
                        id,
                        new SpaceState(
                                id,
                                s.links(),
                                s.addresses(),
                                s.routes(),
                                List.of(),
                                s.macs().stream().filter(MacRow::local).toList(),
                                s.settings(),
                                s.filters(),
                                s.generation(),
                                s.ownRows(),
                                s.opening())));
        return new Snapshot(nanos, nanos, spaces, first.hidden());
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
