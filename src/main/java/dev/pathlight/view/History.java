package dev.pathlight.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Undo and redo as two stacks of values, each with the name of the edit that led away from it. At most 500 are kept. */
public final class History<T> {
    private static final int LIMIT = 500;

    /** A value to go back (or forward) to, and the edit between it and the present one. */
    private record Entry<T>(String name, T value) {}

    private final Deque<Entry<T>> past = new ArrayDeque<>();
    private final Deque<Entry<T>> future = new ArrayDeque<>();

    public void did(String name, T before) {
        past.push(new Entry<>(name, before));
        future.clear();
        if (past.size() > LIMIT) {
            past.removeLast();
        }
    }

    public Optional<T> undo(T present) {
        return step(past, future, present);
    }

    public Optional<T> redo(T present) {
        return step(future, past, present);
    }

    private Optional<T> step(Deque<Entry<T>> from, Deque<Entry<T>> to, T present) {
        Optional<Entry<T>> entry = Optional.ofNullable(from.poll());
        entry.ifPresent(e -> to.push(new Entry<>(e.name(), present)));
        return entry.map(Entry::value);
    }

    public String undoName() {
        return nameOf(past);
    }

    public String redoName() {
        return nameOf(future);
    }

    private String nameOf(Deque<Entry<T>> stack) {
        return Optional.ofNullable(stack.peek()).map(Entry::name).orElse("");
    }

    public void clear() {
        past.clear();
        future.clear();
    }
}
