package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing wrong with the drawing: what is wrong, and what to do. */
final class FindingBox extends VBox {
    private static final Pattern OPENING = Pattern.compile("(the|both|there|an?|no) ");

    FindingBox(Finding f) {
        getStyleClass().addAll("finding", f.severity() == Finding.Severity.ERROR ? "error" : "warning");
        Label message = line(f.message());
        message.getStyleClass().add("finding-message");
        getChildren().addAll(message, line(f.hint()));
    }

    /** A plain word begins large, as a sentence does; a name is written as it is. */
    static String sentence(String text) {
        return OPENING.matcher(text).lookingAt() ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static Label line(String text) {
        Label l = new Label(sentence(text));
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }
}
