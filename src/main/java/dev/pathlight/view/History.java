package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Undo and redo as two stacks of drawings, each with the name of the edit that led away from it. At most 500 are kept. */
final class History {
    private static final int LIMIT = 500;

    /** A drawing to go back (or forward) to, and the edit between it and the present one. */
    record Entry(String name, Drawing drawing) {}

    private final Deque<Entry> past = new ArrayDeque<>();
    private final Deque<Entry> future = new ArrayDeque<>();

    void did(String name, Drawing before) {
        past.push(new Entry(name, before));
        future.clear();
        if (past.size() > LIMIT) {
            past.removeLast();
        }
    }

    Optional<Drawing> undo(Drawing present) {
        return step(past, future, present);
    }

    Optional<Drawing> redo(Drawing present) {
        return step(future, past, present);
    }

    private static Optional<Drawing> step(Deque<Entry> from, Deque<Entry> to, Drawing present) {
        Optional<Entry> entry = Optional.ofNullable(from.poll());
        entry.ifPresent(e -> to.push(new Entry(e.name(), present)));
        return entry.map(Entry::drawing);
    }

    String undoName() {
        return nameOf(past);
    }

    String redoName() {
        return nameOf(future);
    }

    private static String nameOf(Deque<Entry> stack) {
        return Optional.ofNullable(stack.peek()).map(Entry::name).orElse("");
    }

    void clear() {
        past.clear();
        future.clear();
    }
}
