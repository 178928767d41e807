package dev.pathlight.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Rows of words that break where they are too long, each as high as it must be. A row lights up while it decides. */
final class WordRows<R> extends VBox {
    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");
    /** More are for a terminal. */
    private static final int MOST = 200;

    private final Map<R, Node> made = new HashMap<>();

    WordRows(ObservableList<R> rows, Function<R, Node> make, Function<R, ObservableValue<Boolean>> used) {
        getStyleClass().add("word-rows");
        Function<R, Node> row = r -> {
            StackPane cell = new StackPane(make.apply(r));
            cell.getStyleClass().add("word-row");
            used.apply(r).subscribe(on -> cell.pseudoClassStateChanged(USED, on));
            return cell;
        };
        Runnable fill = () -> {
            made.keySet().retainAll(rows);
            getChildren()
                    .setAll(rows.stream()
                            .limit(MOST)
                            .map(r -> made.computeIfAbsent(r, row))
                            .toList());
        };
        rows.addListener((ListChangeListener<R>) c -> fill.run());
        fill.run();
    }
}
