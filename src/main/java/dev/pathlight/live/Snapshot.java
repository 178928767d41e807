package dev.pathlight.live;

import dev.pathlight.topology.SpaceId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every namespace's tables at one moment ({@code nanos} since 1970).
 *
 * @param since when the kernel told the first of the changes that this snapshot has and the one before it had not
 * @param hidden namespaces that are there and not drawn, such as the switch that a LAN is made of: cables lead into them
 */
public record Snapshot(
        long nanos, long since, SortedMap<SpaceId, SpaceState> spaces, SortedMap<SpaceId, SpaceState> hidden) {
    public static final Snapshot EMPTY = new Snapshot(0, Collections.emptySortedMap());

    public Snapshot {
        spaces = Collections.unmodifiableSortedMap(new TreeMap<>(spaces));
        hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
    }

    /** One in which nothing is hidden, and whose changes are of its own moment. */
    public Snapshot(long nanos, SortedMap<SpaceId, SpaceState> spaces) {
        this(nanos, nanos, spaces, Collections.emptySortedMap());
    }

    /** With other tables of the drawn namespaces. */
    public Snapshot withSpaces(SortedMap<SpaceId, SpaceState> others) {
        return new Snapshot(nanos, since, others, hidden);
    }

    public Optional<SpaceState> space(SpaceId id) {
        return Optional.ofNullable(spaces.get(id));
    }
}
