package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing wrong with the drawing: what is wrong, and what to do. */
final class FindingBox extends VBox {
    FindingBox(Finding f) {
        getStyleClass().addAll("finding", f.severity() == Finding.Severity.ERROR ? "error" : "warning");
        Label message = line(f.message());
        message.getStyleClass().add("finding-message");
        getChildren().addAll(message, line(f.hint()));
    }

    private static Label line(String text) {
        Label l = new Label(text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1));
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }
}
