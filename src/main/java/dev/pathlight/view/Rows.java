package dev.pathlight.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows of a table on the screen. Values come and go; a row that stays keeps its object, so that the eye sees only what
 * changed.
 *
 * @param <V> what a row is made from; equal keys mean the same row
 * @param <R> the row
 */
final class Rows<V, R> {
    private final Function<V, Object> key;
    private final Function<V, R> make;
    private final ObservableList<R> shown = FXCollections.observableArrayList();
    private Map<Object, R> byKey = new HashMap<>();

    Rows(Function<V, Object> key, Function<V, R> make) {
        this.key = key;
        this.make = make;
    }

    /** Shows a row for each value, in their order, and brings each up to date with {@code update}. */
    void set(List<V> values, BiConsumer<R, V> update) {
        Map<Object, R> next = new HashMap<>();
        List<R> rows = values.stream()
                .map(v -> next.computeIfAbsent(
                        key.apply(v), k -> Optional.ofNullable(byKey.get(k)).orElseGet(() -> make.apply(v))))
                .distinct()
                .toList();
        byKey = next;
        values.forEach(v -> update.accept(Objects.requireNonNull(next.get(key.apply(v))), v));
        if (!shown.equals(rows)) {
            shown.setAll(rows);
        }
    }

    ObservableList<R> shown() {
        return shown;
    }
}
