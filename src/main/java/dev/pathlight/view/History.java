package dev.pathlight.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Undo and redo as two stacks of values, each with the name of the edit that led away from it. At most 2,000 are kept. */
public final class History<T> {
    private static final int LIMIT = 2_000;

    /** A value to go back (or forward) to, and the edit between it and the present one. */
    private record Entry<T>(String name, T value) {}

    private final Deque<Entry<T>> past = new ArrayDeque<>();
    private final Deque<Entry<T>> future = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");

    public void did(String name, T before) {
        past.push(new Entry<>(name, before));
        future.clear();
        if (past.size() > LIMIT) {
            past.removeLast();
        }
        name();
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
        name();
        return entry.map(Entry::value);
    }

    private void name() {
        undoName.set(nameOf(past));
        redoName.set(nameOf(future));
    }

    private String nameOf(Deque<Entry<T>> stack) {
        return Optional.ofNullable(stack.peek()).map(Entry::name).orElse("");
    }

    /** What undo would take back, as {@code Add cable}; "" when there is nothing. */
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    public void clear() {
        past.clear();
        future.clear();
        name();
    }
}
