package dev.pathlight.live;

import dev.pathlight.wire.SettingsRow;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One namespace's IP settings, and how often what a route lookup depends on changed beside its routes. Belongs to one thread. */
final class Settings {
    private final SortedMap<Key, SettingsRow> rows = new TreeMap<>();
    private long generation;

    private record Key(boolean v6, int index) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::v6).thenComparingInt(Key::index);

        @Override
        public int compareTo(Key o) {
            return ORDER.compare(this, o);
        }
    }

    /** Before all is listed anew, which nobody does unless something may have been missed, a rule for one. */
    void clear() {
        rows.clear();
        generation++;
    }

    /** True when it changed something. */
    boolean accept(SettingsRow row) {
        Key key = new Key(row.v6(), row.index());
        SettingsRow before = rows.get(key);
        SettingsRow now = before == null ? row : before.with(row);
        if (now.equals(before)) {
            return false;
        }
        rows.put(key, now);
        generation++;
        return true;
    }

    /** Always true: a rule is not kept, only that there was a change. */
    boolean rulesChanged() {
        generation++;
        return true;
    }

    void forget(int index) {
        rows.keySet().removeIf(k -> k.index() == index);
    }

    List<SettingsRow> rows() {
        return List.copyOf(rows.values());
    }

    long generation() {
        return generation;
    }
}
