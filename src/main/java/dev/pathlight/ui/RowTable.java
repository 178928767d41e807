package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.ArrayList;
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
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;

/** A table of the kernel's rows in large monospaced type, as high as its rows. A row lights up while it decides. */
final class RowTable<R> extends TableView<R> {
    private static final double ROW = 30;
    private static final double HEAD = 30;
    /** The type's size at scale 1, px; as in the style sheet. */
    private static final double EM = 15;

    private final Phrases phrases;
    private final int most;
    private Consumer<R> clicked = row -> {};
    private final ReadOnlyDoubleProperty scale;
    private final List<ColumnSharing.Column<R>> shared = new ArrayList<>();
    private final ColumnSharing<R> sharing = new ColumnSharing<>(this, shared);

    /** @param most so many rows are shown without scrolling */
    RowTable(Phrases phrases, Theme theme, ObservableList<R> rows, int most, ObservableValue<String> whenEmpty) {
        this.phrases = phrases;
        scale = theme.scale();
        this.most = most;
        getStyleClass().add("row-table");
        setItems(rows);
        setColumnResizePolicy(sharing);
        Label none = Parts.bound(whenEmpty, "placeholder");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        setPlaceholder(none);
        rows.addListener((ListChangeListener<R>) c -> {
            fitHeight();
            sharing.again();
        });
        phrases.locale().subscribe(l -> sharing.again());
        scale.subscribe(s -> {
            fitHeight();
            sharing.em(EM * s.doubleValue());
        });
    }

    private void fitHeight() {
        int rows = Math.clamp(getItems().size(), 1, most);
        double height = (HEAD + rows * ROW) * scale.get() + 3;
        setFixedCellSize(ROW * scale.get());
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /** A column at least so wide, px at scale 1; one that grows takes what is left. What does not fit is told by its tooltip. */
    RowTable<R> column(String phrase, double least, boolean grows, Function<R, ObservableValue<String>> value) {
        TableColumn<R, String> column = new TableColumn<>();
        column.textProperty().bind(phrases.text(phrase));
        column.setCellValueFactory(c -> value.apply(c.getValue()));
        column.setCellFactory(c -> new TextCell<>());
        column.setMinWidth(20);
        column.setSortable(false);
        column.setReorderable(false);
        shared.add(new ColumnSharing.Column<>(column, least / EM, grows));
        getColumns().add(column);
        return this;
    }

    /** What screen readers call it: its panel's title. */
    RowTable<R> named(String phrase) {
        accessibleTextProperty().bind(phrases.text(phrase));
        return this;
    }

    /** What a click on a row, or Enter, does; {@code phrase} says so in the row's tooltip, and to screen readers. */
    RowTable<R> onClick(String phrase, Consumer<R> deed) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(phrases.text(phrase));
        setTooltip(tip);
        accessibleHelpProperty().bind(phrases.text(phrase));
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                Optional.ofNullable(getSelectionModel().getSelectedItem()).ifPresent(deed);
                e.consume();
            }
        });
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
