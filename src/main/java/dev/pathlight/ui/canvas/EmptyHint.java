package dev.pathlight.ui.canvas;

import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** What to do first, on a drawing with nothing on it. */
final class EmptyHint extends VBox {
    EmptyHint(Board board) {
        super(12);
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setStyle("-fx-padding: 24;");
        Label title = line(board, "empty.title", "-fx-font-size: 1.6em; -fx-font-weight: bold;");
        Label hint = line(board, "empty.hint", "-fx-font-size: 1.2em;");
        paint(title.textFillProperty(), board, false);
        paint(hint.textFillProperty(), board, true);
        getChildren().addAll(title, hint);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> board.scene().frames().isEmpty(), board.laidOut()));
    }

    private static Label line(Board board, String key, String style) {
        Label l = new Label();
        l.textProperty().bind(Bindings.createStringBinding(() -> board.words().say(key), board.text()));
        l.setStyle(style);
        l.setWrapText(true);
        l.setTextAlignment(TextAlignment.CENTER);
        l.setMinHeight(USE_PREF_SIZE);
        return l;
    }

    /** The canvas's own colours: it is also drawn where no style sheet reaches. */
    private static void paint(Property<? super Color> fill, Board board, boolean soft) {
        board.style().subscribe(s -> fill.setValue(soft ? s.softText() : s.text()));
    }
}
