package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/** A table of the kernel's rows in large monospaced type, as high as its rows. A row lights up while it decides. */
final class RowTable<R> extends TableView<R> {
    private static final double ROW = 30;
    private static final double HEAD = 30;

    private final Phrases phrases;
    private final int most;
    private Consumer<R> clicked = row -> {};
    private final ReadOnlyDoubleProperty scale;

    /** @param most so many rows are shown without scrolling */
    RowTable(Phrases phrases, Theme theme, ObservableList<R> rows, int most, ObservableValue<String> whenEmpty) {
        this.phrases = phrases;
        scale = theme.scale();
        this.most = most;
        getStyleClass().add("row-table");
        setItems(rows);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = Parts.bound(whenEmpty, "placeholder");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        setPlaceholder(none);
        rows.addListener((ListChangeListener<R>) c -> fitHeight());
        scale.subscribe(s -> fitHeight());
    }

    private void fitHeight() {
        int rows = Math.clamp(getItems().size(), 1, most);
        double height = (HEAD + rows * ROW) * scale.get() + 3;
        setFixedCellSize(ROW * scale.get());
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /** A column of fixed or growing width, px at scale 1. What does not fit is told by its tooltip. */
    RowTable<R> column(String phrase, double width, boolean grows, Function<R, ObservableValue<String>> value) {
        TableColumn<R, String> column = new TableColumn<>();
        column.textProperty().bind(phrases.text(phrase));
        column.setCellValueFactory(c -> value.apply(c.getValue()));
        column.setCellFactory(c -> new TextCell<>());
        scale.subscribe(s -> {
            double px = width * s.doubleValue();
            column.setMaxWidth(grows ? Double.MAX_VALUE : px);
            column.setMinWidth(px);
            column.setPrefWidth(px);
        });
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return this;
    }

    /** What a click on a row does; {@code phrase} says so in the row's tooltip. */
    RowTable<R> onClick(String phrase, Consumer<R> deed) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(phrases.text(phrase));
        setTooltip(tip);
        clicked = deed;
        return this;
    }

    /** Gives rows the pseudo-class {@code name} while a property of theirs holds. */
    RowTable<R> lit(List<Light<R>> lights) {
        setRowFactory(t -> {
            TableRow<R> row = new LitRow<>(lights);
            row.setOnMouseClicked(e -> Optional.ofNullable(row.getItem()).ifPresent(clicked));
            return row;
        });
        return this;
    }

    /** When a row has a pseudo-class. */
    record Light<R>(PseudoClass name, Function<R, ObservableValue<Boolean>> when) {
        static <R> Light<R> of(String name, Function<R, ObservableValue<Boolean>> when) {
            return new Light<>(PseudoClass.getPseudoClass(name), when);
        }
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            boolean nothing = empty || text == null || text.isEmpty();
            setText(nothing ? "" : text);
            whole.setText(text);
            setTooltip(nothing ? null : whole);
        }
    }

    private static final class LitRow<R> extends TableRow<R> {
        private final List<Light<R>> lights;
        private Subscription subscription = Subscription.EMPTY;

        LitRow(List<Light<R>> lights) {
            this.lights = lights;
        }

        @Override
        protected void updateItem(R item, boolean empty) {
            super.updateItem(item, empty);
            subscription.unsubscribe();
            subscription = Subscription.EMPTY;
            for (Light<R> light : lights) {
                if (empty || item == null) {
                    pseudoClassStateChanged(light.name(), false);
                } else {
                    subscription = subscription.and(
                            light.when().apply(item).subscribe(on -> pseudoClassStateChanged(light.name(), on)));
                }
            }
        }
    }
}
