package dev.pathlight.ui;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** Everything a window says: what is written, what a tooltip says, what a screen reader reads out. */
final class Spoken {
    private final Set<String> words = new LinkedHashSet<>();

    private Spoken() {}

    /** On the window's thread. What is said in commands and in the kernel's own rows is left out. */
    static Set<String> in(Parent root) {
        Spoken all = new Spoken();
        all.hear(root);
        return all.words;
    }

    private void hear(Node node) {
        if (!node.isVisible()
                || node.getStyleClass().contains("mono")
                || node.getStyleClass().contains("plan-command")) {
            return;
        }
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        add(node.getAccessibleRoleDescription());
        switch (node) {
            case Text t -> add(t.getText());
            case Labeled l -> add(l.getText());
            case TextInputControl t -> add(t.getPromptText());
            default -> {}
        }
        if (node instanceof Control c) {
            Optional.ofNullable(c.getTooltip()).map(Tooltip::getText).ifPresent(this::add);
        }
        if (node instanceof TabPane tabs) {
            tabs.getTabs().forEach(t -> add(t.getText()));
        }
        // What is typed into a field is the user's own, in whatever language.
        if (node instanceof Parent p && !(node instanceof TextInputControl)) {
            p.getChildrenUnmodifiable().forEach(this::hear);
        }
    }

    private void add(@org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isBlank()) {
            words.add(text);
        }
    }
}
