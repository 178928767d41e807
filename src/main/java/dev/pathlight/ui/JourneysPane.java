package dev.pathlight.ui;

import dev.pathlight.view.JourneysModel;
import dev.pathlight.view.JourneysModel.Line;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The packets seen; choosing one plays it. */
final class JourneysPane extends VBox {
    private final Workbench bench;
    private final JourneysModel journeys;
    private final Phrases phrases;
    private final ListView<Line> list = new ListView<>();

    JourneysPane(Workbench bench, Theme theme) {
        this.bench = bench;
        journeys = bench.journeys();
        phrases = bench.phrases();
        getStyleClass().add("journeys");
        list.setId("journeys");
        list.accessibleTextProperty().bind(phrases.text("journeys.title"));
        list.setItems(journeys.lines());
        theme.scale().subscribe(s -> fit(s.doubleValue()));
        list.setCellFactory(v -> new Cell());
        list.setPlaceholder(new Parts(phrases).label("journeys.none", "placeholder"));
        list.setOnMouseClicked(e -> play());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                play();
                e.consume();
            }
        });
        getChildren().addAll(header(), list);
        journeys.chosen().subscribe(this::mark);
        journeys.lines().addListener((ListChangeListener<Line>)
                c -> mark(journeys.chosen().get()));
        phrases.locale().subscribe(l -> list.refresh());
    }

    /** Whole lines: the four packets of a first ping and one more. */
    private void fit(double scale) {
        double line = 29 * scale;
        double height = 5 * line + 1;
        list.setFixedCellSize(line);
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private void mark(Optional<Line> chosen) {
        int at = chosen.map(c -> indexOf(c.id())).orElse(-1);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
            if (!journeys.lines().isEmpty()) {
                list.scrollTo(journeys.lines().size() - 1);
            }
        } else if (at != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 1));
        }
    }

    private int indexOf(long id) {
        for (int i = journeys.lines().size() - 1; i >= 0; i--) {
            if (journeys.lines().get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private void play() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(l -> bench.playJourney(l.id()));
    }

    private HBox header() {
        Parts parts = new Parts(phrases);
        ToggleButton fold = new ToggleButton();
        fold.setId("fold");
        fold.getStyleClass().addAll("flat", "fold");
        fold.setGraphic(Parts.icon("unfold"));
        fold.selectedProperty().bindBidirectional(journeys.fold());
        fold.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> phrases.say(
                                journeys.fold().get() ? "journeys.folded" : "journeys.shown",
                                journeys.folded().get()),
                        journeys.fold(),
                        journeys.folded(),
                        phrases.locale()));
        parts.explain(fold, "action.fold", "F");
        HBox box = new HBox(parts.label("journeys.title", "panel-title"), Parts.spacer(), fold);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("panel-header");
        return box;
    }

    private final class Cell extends ListCell<Line> {
        private final Label protocol = new Label();
        private final Label what = new Label();
        private final Label ending = new Label();
        private final Tooltip whole = new Tooltip();
        private final HBox box = new HBox(protocol, what, ending);

        Cell() {
            protocol.getStyleClass().add("protocol");
            protocol.setMinWidth(Region.USE_PREF_SIZE);
            what.getStyleClass().add("journey-what");
            what.setMinWidth(0);
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            ending.getStyleClass().add("ending");
            ending.setMinWidth(Region.USE_PREF_SIZE);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("journey");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            protocol.setText(line.protocol().toUpperCase(Locale.ROOT));
            what.setText(shortened(line));
            whole.setText(line.what());
            setTooltip(whole);
            ending.setText(phrases.say(phrase(line)));
            ending.getStyleClass().setAll("ending", line.ending().name().toLowerCase(Locale.ROOT));
            setGraphic(box);
            setAccessibleText(String.join(" ", protocol.getText(), what.getText(), ending.getText()));
        }
    }

    /** The badge has said the protocol already; numbers that tell packets apart stand in the tooltip and beside the caption. */
    private static String shortened(Line line) {
        String prefix = line.protocol().toUpperCase(Locale.ROOT) + " ";
        String text = line.what().startsWith(prefix) ? line.what().substring(prefix.length()) : line.what();
        return line.protocol().equals("tcp")
                ? text.replaceAll(", (?:seq|ack) \\d+", "")
                : text.replaceFirst("^echo ", "").replaceFirst(", id \\d+", "");
    }

    private static String phrase(Line line) {
        return switch (line.ending()) {
            case UNDER_WAY -> "ending.underway";
            case DELIVERED -> "ending.delivered";
            case LOST -> "ending.lost";
            case FLOODED -> "ending.flooded";
            case AMBIGUOUS -> "ending.ambiguous";
        };
    }
}
