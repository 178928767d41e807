package dev.pathlight.ui;

import dev.pathlight.view.ClassicModel;
import dev.pathlight.view.ClassicModel.Line;
import dev.pathlight.view.Phrases;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** What a table panel needs to show its table as a terminal prints it: the switch, the command, the text, and copying it. */
final class ClassicPart {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double LINE = 22;
    private static final double BORDERS = 6;
    /** What a line's character takes at scale 1, and what stands beside the line, px. */
    private static final double CHARACTER = 7.6;

    private static final double MARGINS = 40;
    private static final int MOST = 14;
    private static final int TAB = 8;

    private final ClassicModel model;
    private final Phrases phrases;
    private final Parts parts;
    private final ListView<Line> text = new ListView<>();
    private boolean wraps;

    /** @param id what its parts are called in the scene, as {@code route-classic} */
    ClassicPart(ClassicModel model, Phrases phrases, Theme theme, String id) {
        this.model = model;
        this.phrases = phrases;
        this.parts = new Parts(phrases);
        text.setId(id);
        text.getStyleClass().add("classic");
        text.setItems(model.lines());
        text.accessibleTextProperty()
                .bind(Bindings.createStringBinding(this::command, model.commands(), model.chosen(), model.place()));
        text.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        text.setCellFactory(v -> new Cell());
        text.setOnKeyPressed(e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
        Parts.onlyWhen(text, model.on());
        model.lines()
                .addListener((ListChangeListener<Line>) c -> fit(theme.scale().get()));
        theme.scale().subscribe(s -> fit(s.doubleValue()));
        phrases.locale().subscribe(l -> text.refresh());
    }

    /** Goes on in the next line where the panel ends; for text without columns. */
    ClassicPart wrapping(Theme theme) {
        wraps = true;
        text.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        text.widthProperty().subscribe(w -> fit(theme.scale().get()));
        text.refresh();
        return this;
    }

    /** What prints the text, and where. */
    private String command() {
        int at = model.chosen().get();
        return at >= 0 && at < model.commands().size()
                ? "[" + model.place().get() + "] " + model.commands().get(at)
                : phrases.say("classic.command");
    }

    /** So many lines are shown. */
    private int lines(double scale) {
        double room = Math.max(1, (text.getWidth() - MARGINS) / (CHARACTER * scale));
        return wraps && text.getWidth() > 0
                ? model.lines().stream()
                        .mapToInt(l -> (int) Math.ceil(untabbed(l.text()).length() / Math.floor(room)))
                        .sum()
                : model.lines().size();
    }

    private void fit(double scale) {
        double line = LINE * scale;
        // One more for the bar by which a long line is moved.
        double height = (Math.clamp(lines(scale), 1, MOST) + 1) * line + BORDERS;
        text.setFixedCellSize(wraps ? Region.USE_COMPUTED_SIZE : line);
        text.setMinHeight(height);
        text.setPrefHeight(height);
        text.setMaxHeight(height);
    }

    /** The panel's title; while the text is shown, the command that prints it, of which there may be several. */
    Node title(Label plain) {
        Parts.onlyWhen(plain, model.on().not());
        ComboBox<String> command = new ComboBox<>(model.commands());
        command.setId(text.getId() + "-command");
        command.getStyleClass().addAll("panel-choice", "command");
        command.accessibleTextProperty().bind(phrases.text("classic.command"));
        command.setConverter(new StringConverter<>() {
            @Override
            public String toString(String typed) {
                return typed == null ? "" : "[" + model.place().get() + "] " + typed;
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        Runnable select = () -> command.getSelectionModel()
                .select(Math.clamp(
                        model.chosen().get(), 0, Math.max(0, model.commands().size() - 1)));
        model.commands().addListener((ListChangeListener<String>) c -> select.run());
        model.place().addListener(o -> {
            command.getSelectionModel().clearSelection();
            select.run();
        });
        command.setOnAction(e -> {
            int at = command.getSelectionModel().getSelectedIndex();
            if (at >= 0 && command.isShowing()) {
                model.chosen().set(at);
            }
        });
        Parts.onlyWhen(command, model.on());
        command.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(plain, command);
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    /** Copies the text, and turns it on and off. */
    HBox buttons() {
        Button copy = parts.iconButton("copy", "classic.copy", "Shortcut+C", this::copy);
        copy.setId(text.getId() + "-copy");
        Parts.onlyWhen(copy, model.on());
        ToggleButton toggle = new ToggleButton();
        toggle.setId(text.getId() + "-switch");
        toggle.getStyleClass().addAll("flat", "icon-button");
        toggle.setGraphic(Parts.icon("terminal"));
        toggle.selectedProperty().bindBidirectional(model.on());
        parts.explain(toggle, "classic.switch", "");
        HBox buttons = new HBox(copy, toggle);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    /** The text, which takes the table's place. */
    Node insteadOf(Node table) {
        Parts.onlyWhen(table, model.on().not());
        return text;
    }

    /** The chosen lines, or all. */
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copied(text.getSelectionModel().getSelectedItems(), phrases.say("classic.here")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** As a terminal shows it: tabs end at every eighth column. */
    static String untabbed(String line) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                shown.append(" ".repeat(TAB - shown.length() % TAB));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private final class Cell extends ListCell<Line> {
        private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

        private final Label printed = new Label();
        private final Label note = new Label();
        private final Label mark = new Label();
        private final HBox box = new HBox(printed, note, mark);

        Cell() {
            printed.getStyleClass().add("mono");
            note.getStyleClass().addAll("mono", "note");
            mark.getStyleClass().add("mark");
            mark.textProperty().bind(Bindings.createStringBinding(() -> phrases.say("classic.here"), phrases.locale()));
            if (wraps) {
                printed.setWrapText(true);
                printed.setMaxWidth(Double.MAX_VALUE);
                setPrefWidth(0);
                HBox.setHgrow(printed, Priority.ALWAYS);
            } else {
                printed.setMinWidth(Label.USE_PREF_SIZE);
            }
            note.setMinWidth(Label.USE_PREF_SIZE);
            mark.setMinWidth(Label.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean nothing = empty || line == null;
            pseudoClassStateChanged(USED, !nothing && line.lit());
            setGraphic(nothing ? null : box);
            setAccessibleText(nothing ? "" : line.text() + " " + line.note());
            if (!nothing) {
                printed.setText(untabbed(line.text()));
                note.setText(line.note().isEmpty() ? "" : "# " + line.note());
                Parts.show(note, !line.note().isEmpty());
                Parts.show(mark, line.lit());
            }
        }
    }
}
