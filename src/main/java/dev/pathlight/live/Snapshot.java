package dev.pathlight.live;

import dev.pathlight.topology.SpaceId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every namespace's tables at one moment ({@code nanos} since 1970). */
public record Snapshot(long nanos, SortedMap<SpaceId, SpaceState> spaces) {
    public static final Snapshot EMPTY = new Snapshot(0, Collections.emptySortedMap());

    public Snapshot {
        spaces = Collections.unmodifiableSortedMap(new TreeMap<>(spaces));
    }

    public Optional<SpaceState> space(SpaceId id) {
        return Optional.ofNullable(spaces.get(id));
    }
}
