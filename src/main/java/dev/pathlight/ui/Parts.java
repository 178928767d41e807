package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Makes the small things panes are put together from, so that they look and behave alike. */
final class Parts {
    private final Phrases phrases;

    Parts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** A button that is only an icon; its tooltip says what it does and by which key. */
    Button iconButton(String icon, String phrase, String keys, Runnable action) {
        Button b = new Button();
        b.getStyleClass().addAll("flat", "icon-button");
        b.setGraphic(icon(icon));
        b.setMinWidth(Region.USE_PREF_SIZE);
        explain(b, phrase, keys);
        b.setOnAction(e -> action.run());
        return b;
    }

    /** Gives a control its tooltip, and the same words to screen readers. */
    void explain(Control b, String phrase, String keys) {
        ObservableValue<String> words = phrases.text(phrase);
        b.accessibleTextProperty().bind(words);
        String key = keys.isEmpty() ? "" : "  (" + shown(keys) + ")";
        tip(b, words.map(w -> w + key));
    }

    /** Shows {@code words} while the mouse rests on it. */
    static void tip(Control c, ObservableValue<String> words) {
        Tooltip tip = new Tooltip();
        tip.setShowDelay(Duration.millis(400));
        tip.textProperty().bind(words);
        c.setTooltip(tip);
    }

    private static String shown(String keys) {
        return keys.length() > 1 && keys.contains("+")
                ? KeyCombination.valueOf(keys).getDisplayText()
                : keys;
    }

    Label label(String phrase, String... styles) {
        Label l = new Label();
        l.textProperty().bind(phrases.text(phrase));
        l.getStyleClass().addAll(List.of(styles));
        return l;
    }

    static Label bound(ObservableValue<String> text, String... styles) {
        Label l = new Label();
        l.textProperty().bind(text);
        l.getStyleClass().addAll(List.of(styles));
        return l;
    }

    /** @param name a file of {@code icons/} without its ending */
    static OwnIcon icon(String name) {
        return new OwnIcon(name);
    }

    static Region spacer() {
        Region r = new Region();
        HBox.setHgrow(r, Priority.ALWAYS);
        return r;
    }

    /** Shown and given room, or neither. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shown and given room only while {@code when} holds. */
    static void onlyWhen(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
