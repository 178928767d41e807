package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys at a glance, over the whole window; any click or Esc puts it away. */
final class KeysPane extends StackPane {
    private static final int COLUMNS = 3;

    /** What belongs together, under a title. */
    record Group(String title, List<Line> lines) {}

    /** What to press, as written on the keys, and the phrase that says what it does. */
    record Line(String keys, String phrase) {}

    private final Parts parts;

    KeysPane(List<Group> groups, Phrases phrases) {
        parts = new Parts(phrases);
        setId("keys");
        getStyleClass().add("keys-scrim");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-groups");
        for (int i = 0; i < groups.size(); i++) {
            grid.add(group(groups.get(i)), i % COLUMNS, i / COLUMNS);
        }
        VBox card = new VBox(parts.label("keys.title", "keys-title"), grid);
        card.getStyleClass().add("keys-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        setVisible(false);
        setOnMouseClicked(e -> setVisible(false));
    }

    private GridPane group(Group group) {
        GridPane lines = new GridPane();
        lines.getStyleClass().add("keys-group");
        lines.add(parts.label(group.title(), "keys-group-title"), 0, 0, 2, 1);
        for (int i = 0; i < group.lines().size(); i++) {
            Label key = new Label(group.lines().get(i).keys());
            key.getStyleClass().add("key");
            key.setMinWidth(USE_PREF_SIZE);
            Label what = parts.label(group.lines().get(i).phrase());
            what.setMinWidth(USE_PREF_SIZE);
            lines.addRow(i + 1, key, what);
        }
        return lines;
    }

    void toggle() {
        setVisible(!isVisible());
    }

    /** Puts it away; false when it was not there. */
    boolean hide() {
        boolean was = isVisible();
        setVisible(false);
        return was;
    }
}
