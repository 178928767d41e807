package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the table panels show: the tables as they are now, or as they were at the hop that is played.
 *
 * @param snapshot the kernel's tables
 * @param nanos the moment, ns since 1970: ageing timers count up to it
 * @param moment the hop that is played, whose rows light up
 * @param lost where a packet died, when that is what the panels point at: its row lights up
 */
record Glance(Snapshot snapshot, long nanos, Optional<Moment> moment, Optional<Journey.Lost> lost) {
    static final Glance NOTHING = new Glance(Snapshot.EMPTY, 0, Optional.empty(), Optional.empty());

    /** What decided; where a row refused, or none matched, that alone. */
    List<Decision> decisions() {
        return lost.flatMap(Journey.Lost::row)
                .map(List::of)
                .orElseGet(() -> moment.map(Moment::decisions).orElse(List.of()));
    }

    /** Of some namespaces alone. */
    Glance where(Predicate<SpaceState> shown) {
        SortedMap<SpaceId, SpaceState> some = new TreeMap<>(snapshot.spaces());
        some.values().removeIf(shown.negate());
        return new Glance(snapshot.withSpaces(some), nanos, moment, lost);
    }

    boolean pointsAsBefore(Glance before) {
        return moment.equals(before.moment) && lost.equals(before.lost);
    }
}
