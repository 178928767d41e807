package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import dev.pathlight.view.Phrases;
import java.util.regex.Pattern;
import javafx.beans.binding.StringExpression;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing wrong with the drawing: what is wrong, and what to do. */
final class FindingBox extends VBox {
    private static final Pattern OPENING = Pattern.compile("(the|both|there|an?|no) ");

    FindingBox(Finding f, Phrases phrases) {
        getStyleClass().addAll("finding", f.severity() == Finding.Severity.ERROR ? "error" : "warning");
        Label message = line(phrases.text(f.message()));
        message.getStyleClass().add("finding-message");
        getChildren().addAll(message, line(phrases.text(f.hint())));
    }

    /** A plain word begins large, as a sentence does; a name is written as it is. */
    static String sentence(String text) {
        return OPENING.matcher(text).lookingAt() ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static Label line(StringExpression text) {
        Label l = new Label();
        l.textProperty().bind(text.map(FindingBox::sentence));
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }
}
