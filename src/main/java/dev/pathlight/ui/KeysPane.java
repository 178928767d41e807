package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys at a glance, over the whole window; any click or Esc puts it away. */
final class KeysPane extends StackPane {
    private static final int COLUMNS = 3;
    /** A window less wide shows them in smaller type, px. */
    private static final double ROOMY = 1600;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    /** What belongs together, under a title. */
    record Group(String title, List<Line> lines) {}

    /** What to press, as written on the keys, and the phrase that says what it does. */
    record Line(String keys, String phrase) {}

    /** Groups below one another, and how many lines they have. */
    private static final class Column extends VBox {
        private int lines;

        Column() {
            getStyleClass().add("keys-column");
        }

        void put(GridPane group, int more) {
            getChildren().add(group);
            lines += more + 2;
        }
    }

    private final Parts parts;

    KeysPane(List<Group> groups, Phrases phrases) {
        parts = new Parts(phrases);
        setId("keys");
        accessibleTextProperty().bind(phrases.text("keys.title"));
        getStyleClass().add("keys-scrim");
        HBox columns = columns(groups);
        columns.getStyleClass().add("keys-groups");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.getStyleClass().add("keys-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setOnMouseClicked(e -> setVisible(false));
        VBox card = new VBox(parts.label("keys.title", "keys-title"), scroll);
        card.getStyleClass().add("keys-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        setVisible(false);
        setOnMouseClicked(e -> setVisible(false));
        widthProperty().subscribe(w -> pseudoClassStateChanged(SMALL, w.doubleValue() < ROOMY));
    }

    /** Each group where the least is yet, so that all are about as high. */
    private HBox columns(List<Group> groups) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(new Column());
        }
        for (Group g : groups) {
            columns.stream()
                    .min(Comparator.comparingInt(c -> c.lines))
                    .ifPresent(c -> c.put(group(g), g.lines().size()));
        }
        HBox all = new HBox();
        all.getChildren().addAll(columns);
        return all;
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
