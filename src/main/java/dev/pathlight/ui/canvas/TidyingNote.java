package dev.pathlight.ui.canvas;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

/** How far the search for better places has come, while it lasts: a large drawing takes a second or more. */
final class TidyingNote extends HBox {
    TidyingNote(Board board, ReadOnlyDoubleProperty progress) {
        super(12);
        setId("arranging");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        Label words = new Label();
        words.textProperty()
                .bind(Bindings.createStringBinding(() -> board.words().say("arranging"), board.text()));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(progress);
        getChildren().addAll(words, bar);
        board.style().subscribe(s -> {
            words.setTextFill(s.text());
            setStyle("-fx-padding: 10 18 10 18; -fx-font-size: 1.1em; -fx-background-radius: 18; -fx-background-color: "
                    + web(s.surfaces().note()) + ";");
        });
        visibleProperty().bind(progress.greaterThanOrEqualTo(0));
    }

    private static String web(Color c) {
        return "#" + c.toString().substring(2, 8);
    }
}
