package dev.pathlight.ui;

import dev.pathlight.check.Finding.Severity;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Step;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.writing.LessonEditor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Where an instructor writes a lesson: the step that is chosen, what can be filled in at it, and what can be recorded into it. */
final class EditorPane extends VBox {
    private final LessonEditor editor;
    private final Phrases phrases;
    private final Parts parts;
    private final Deeds deeds;
    private final ComboBox<Integer> steps = new ComboBox<>();
    private boolean filling;

    EditorPane(Workbench bench, Deeds deeds) {
        this.deeds = deeds;
        editor = bench.desk().editor();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        setId("editor");
        getStyleClass().addAll("lesson", "editor");
        ScrollPane scroll = new ScrollPane(new StepForm(editor, phrases));
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        editor.at().addListener(o -> scroll.setVvalue(0));
        getChildren().addAll(header(), choice(), order(), scroll, new RecordBox(bench.desk(), phrases), footer(bench));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        editor.lesson().subscribe(l -> fillSteps());
        editor.at().subscribe(a -> fillSteps());
        phrases.locale().subscribe(l -> fillSteps());
        editor.findings().addListener((ListChangeListener<Object>) c -> fillSteps());
    }

    /** Undo and redo are the lesson's own while somebody works on it. */
    private void pressed(KeyEvent e) {
        if (!e.isShortcutDown()) {
            return;
        }
        if (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z && e.isShiftDown()) {
            editor.redo();
            e.consume();
        } else if (e.getCode() == KeyCode.Z) {
            editor.undo();
            e.consume();
        }
    }

    private HBox header() {
        Label title = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say("write.title") + (editor.dirty().get() ? " •" : ""),
                        editor.dirty(),
                        phrases.locale()),
                "lesson-where");
        title.setId("write-title");
        title.setMinWidth(USE_PREF_SIZE);
        Button close = parts.iconButton("close", "write.close", "", deeds::closeLesson);
        close.setId("write-close");
        HBox box = new HBox(
                title,
                Parts.spacer(),
                named("undo", "action.undo", editor.undoName(), editor::undo, "write-undo"),
                named("redo", "action.redo", editor.redoName(), editor::redo, "write-redo"),
                close);
        box.getStyleClass().add("lesson-header");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Button named(String icon, String phrase, ReadOnlyStringProperty what, Runnable deed, String id) {
        Button b = parts.iconButton(icon, phrase, "", deed);
        b.setId(id);
        b.disableProperty().bind(what.isEmpty());
        Parts.tip(
                b,
                Bindings.createStringBinding(
                        () -> what.get().isEmpty() ? phrases.say(phrase) : phrases.say(phrase + ".named", what.get()),
                        what,
                        phrases.locale()));
        return b;
    }

    private HBox choice() {
        steps.setId("write-steps");
        steps.setMaxWidth(Double.MAX_VALUE);
        steps.setVisibleRowCount(12);
        steps.accessibleTextProperty().bind(phrases.text("write.steps"));
        HBox.setHgrow(steps, Priority.ALWAYS);
        steps.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer step) {
                return step == null ? "" : said(step);
            }

            @Override
            public Integer fromString(String text) {
                return LessonEditor.WHOLE;
            }
        });
        steps.setOnAction(
                e -> Optional.ofNullable(steps.getValue()).filter(s -> !filling).ifPresent(editor::choose));
        HBox box = new HBox(
                small(
                        "write-back",
                        "chevron-left",
                        "lesson.back",
                        () -> editor.choose(editor.at().get() - 1)),
                steps,
                small(
                        "write-next",
                        "chevron-right",
                        "lesson.next",
                        () -> editor.choose(editor.at().get() + 1)));
        box.getStyleClass().add("write-choice");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String said(int step) {
        String mark = editor.worstAt(step)
                .map(s -> s == Severity.ERROR ? "  ✖" : "  ⚠")
                .orElse("");
        List<Step> all = editor.lesson().get().map(Lesson::steps).orElse(List.of());
        if (step < 0 || step >= all.size()) {
            return phrases.say("write.whole") + mark;
        }
        String title = all.get(step).title().in(phrases.locale().get());
        return (step + 1) + "  " + (title.isEmpty() ? phrases.say("write.untitled") : title) + mark;
    }

    private void fillSteps() {
        filling = true;
        int count = editor.lesson().get().map(l -> l.steps().size()).orElse(0);
        steps.getItems().clear();
        steps.setValue(null);
        steps.getItems()
                .setAll(IntStream.range(LessonEditor.WHOLE, count).boxed().toList());
        steps.setValue(Math.min(editor.at().get(), count - 1));
        filling = false;
    }

    private HBox order() {
        Button add = new Button();
        add.setId("write-add-step");
        add.textProperty().bind(phrases.text("write.add.step"));
        add.setGraphic(Parts.icon("plus"));
        add.getStyleClass().add("flat");
        add.setOnAction(e -> editor.addStep());
        HBox box = new HBox(
                add,
                Parts.spacer(),
                small("write-copy", "copy", "write.copy.step", editor::duplicateStep),
                small("write-earlier", "up", "write.earlier.step", () -> editor.moveStep(-1)),
                small("write-later", "down", "write.later.step", () -> editor.moveStep(1)),
                small("write-remove", "bin", "write.remove.step", editor::removeStep));
        box.getStyleClass().addAll("write-order", "line-buttons");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Button small(String id, String icon, String phrase, Runnable deed) {
        Button b = parts.iconButton(icon, phrase, "", deed);
        b.setId(id);
        return b;
    }

    private HBox footer(Workbench bench) {
        Button attempt = turn("write-try", "write.try", "write.try.long", "play", "F2", bench.desk()::attempt);
        Button save = turn("write-save", "write.save", "write.save.long", "save", "Shortcut+S", deeds::save);
        HBox box = new HBox(save, Parts.spacer(), attempt);
        box.getStyleClass().add("lesson-footer");
        return box;
    }

    private Button turn(String id, String phrase, String explained, String icon, String key, Runnable deed) {
        Button b = new Button();
        b.setId(id);
        b.getStyleClass().add("lesson-turn");
        b.setGraphic(Parts.icon(icon));
        b.textProperty().bind(phrases.text(phrase));
        parts.explain(b, explained, key);
        b.setOnAction(e -> deed.run());
        return b;
    }
}
