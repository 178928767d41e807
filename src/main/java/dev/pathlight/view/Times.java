package dev.pathlight.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When things happened, ns since 1970; of all things together the last 100,000 times told. */
final class Times<K> {
    private static final int LIMIT = 100_000;

    private record Noted<K>(K what, long nanos) {}

    private final Map<K, TreeSet<Long>> times = new HashMap<>();
    private final Deque<Noted<K>> told = new ArrayDeque<>();

    void note(K what, long nanos) {
        if (!times.computeIfAbsent(what, k -> new TreeSet<>()).add(nanos)) {
            return;
        }
        told.addLast(new Noted<>(what, nanos));
        if (told.size() > LIMIT) {
            Noted<K> oldest = told.removeFirst();
            times.computeIfPresent(oldest.what(), (k, all) -> all.remove(oldest.nanos()) && all.isEmpty() ? null : all);
        }
    }

    /** The last time not after {@code nanos}. */
    OptionalLong last(K what, long nanos) {
        TreeSet<Long> all = times.get(what);
        return of(all == null ? null : all.floor(nanos));
    }

    /** The first time not before {@code nanos}. */
    OptionalLong first(K what, long nanos) {
        TreeSet<Long> all = times.get(what);
        return of(all == null ? null : all.ceiling(nanos));
    }

    private static OptionalLong of(@Nullable Long nanos) {
        return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    void clear() {
        times.clear();
        told.clear();
    }
}
