package dev.pathlight.trace;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What something was at which time, in whatever order that is learned; the last few values. */
final class StampedHistory<T> {
    private static final int VALUES = 8;

    private final TreeMap<Long, T> since = new TreeMap<>();

    void put(long nanos, T value) {
        since.put(nanos, value);
        if (since.size() > VALUES) {
            since.pollFirstEntry();
        }
    }

    Optional<T> at(long nanos) {
        return Optional.ofNullable(since.floorEntry(nanos)).map(Map.Entry::getValue);
    }
}
