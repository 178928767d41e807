package dev.pathlight.trace;

import java.util.Map;
import java.util.TreeMap;

/** When an interface asked for one address and when it was answered, in whatever order that is learned. */
final class Inquiry {
    private static final int EVENTS = 32;

    /** True for an answer. */
    private final TreeMap<Long, Boolean> events = new TreeMap<>();

    /** Unanswered questions before the events that are kept. */
    private int before;

    void ask(long nanos) {
        add(nanos, false);
    }

    void answer(long nanos) {
        add(nanos, true);
    }

    private void add(long nanos, boolean answer) {
        events.put(nanos, answer);
        if (events.size() > EVENTS) {
            before = events.pollFirstEntry().getValue() ? 0 : before + 1;
        }
    }

    /** Questions since the last answer, as at a moment. */
    int unanswered(long nanos) {
        int n = before;
        for (boolean answer : events.headMap(nanos, true).values()) {
            n = answer ? 0 : n + 1;
        }
        return n;
    }

    boolean isAnswered(long from, long to) {
        return events.subMap(from, true, Math.max(from, to), true).entrySet().stream()
                .anyMatch(Map.Entry::getValue);
    }
}
