package dev.pathlight.view;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;

/**
 * A table of one namespace at a time: the chosen one, or the one where such a row decides just now.
 *
 * @param <V> what a row shows
 * @param <R> a row on the screen
 */
public abstract sealed class SpaceTable<V, R>
        permits RouteTableModel, NeighbourTableModel, RuleTableModel, ConnectionTableModel {
    private final Rows<V, R> rows;
    private final SpaceChoice choice = new SpaceChoice(this::fill);
    private final ClassicModel classic = new ClassicModel(this::fill);
    private final BooleanBinding present = Bindings.isNotEmpty(choice.spaces());

    /** @param key what makes a row the same one in the next moment */
    SpaceTable(Function<V, Object> key, Function<V, R> row) {
        rows = new Rows<>(key, row);
    }

    /** Shows the tables as they are, or were, at a moment. */
    abstract void show(Glance next);

    /** Fills the rows anew: another namespace was chosen. */
    abstract void fill();

    Rows<V, R> held() {
        return rows;
    }

    /** The table as the class's tools print it. */
    public ClassicModel classic() {
        return classic;
    }

    public SpaceChoice choice() {
        return choice;
    }

    public ObservableList<R> rows() {
        return rows.shown();
    }

    /** Whether any namespace has such a table. */
    public BooleanBinding present() {
        return present;
    }
}
