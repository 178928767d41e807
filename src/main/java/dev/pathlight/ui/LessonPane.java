package dev.pathlight.ui;

import dev.pathlight.view.Gallery;
import dev.pathlight.view.LessonModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lesson being taken: its step in large type, how far it is, and the way on. */
final class LessonPane extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Deeds deeds;
    private final Workbench bench;
    private final LessonModel lessons;
    private final Phrases phrases;
    private final Parts parts;

    LessonPane(Workbench bench, Deeds deeds) {
        this.deeds = deeds;
        this.bench = bench;
        lessons = bench.lessons();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        setId("lesson");
        getStyleClass().add("lesson");
        ScrollPane scroll = new ScrollPane(new LessonStepPane(bench));
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        lessons.at().addListener(o -> scroll.setVvalue(0));
        // What was seen must be in sight; at first the words are.
        ListChangeListener<LessonModel.Tick> seen = c -> {
            boolean shown = false;
            while (c.next()) {
                shown |= c.wasReplaced();
            }
            if (shown && lessons.isDone()) {
                scroll.setVvalue(1);
            }
        };
        lessons.ticks().addListener(seen);
        getChildren().addAll(header(), progress(), scroll, footer());
    }

    private HBox header() {
        Label where = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say("lesson.step", lessons.at().get() + 1, lessons.size()),
                        lessons.at(),
                        lessons.lesson(),
                        phrases.locale()),
                "lesson-where");
        where.setId("lesson-where");
        where.setMinWidth(USE_PREF_SIZE);
        Label title = Parts.bound(
                Bindings.createStringBinding(
                        () -> lessons.lesson()
                                .get()
                                .map(l -> l.title().in(phrases.locale().get()))
                                .orElse(""),
                        lessons.lesson(),
                        phrases.locale()),
                "lesson-name");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Button close = parts.iconButton("close", "lesson.close", "F2", lessons::leave);
        close.setId("lesson-close");
        Button edit = parts.iconButton("pencil", "write.edit", "Shift+F2", deeds::writeLesson);
        edit.setId("lesson-edit");
        VBox said = new VBox(where, title);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox box = new HBox(said, edit, close);
        box.getStyleClass().add("lesson-header");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private ProgressBar progress() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("lesson-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> (lessons.at().get() + 1.0) / Math.max(1, lessons.size()),
                        lessons.at(),
                        lessons.lesson()));
        return bar;
    }

    private HBox footer() {
        Button back = button("lesson-back", "lesson.back", "PgUp", "chevron-left");
        back.setOnAction(e -> lessons.back());
        back.disableProperty().bind(lessons.at().isEqualTo(0));
        Button next = button("lesson-next", "lesson.next", "PgDn", "chevron-right");
        next.setOnAction(e -> following().ifPresentOrElse(deeds::begin, lessons::next));
        next.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> isLast() && following().isEmpty(), lessons.at(), lessons.lesson()));
        next.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> phrases.say(following().isPresent() ? "lesson.following" : "lesson.next"),
                        lessons.at(),
                        lessons.lesson(),
                        phrases.locale()));
        ListChangeListener<LessonModel.Tick> mark = c -> next.pseudoClassStateChanged(DONE, lessons.isDone());
        lessons.ticks().addListener(mark);
        HBox box = new HBox(back, Parts.spacer(), next);
        box.getStyleClass().add("lesson-footer");
        return box;
    }

    private boolean isLast() {
        return lessons.at().get() + 1 >= lessons.size();
    }

    /** At the last step: the lesson that comes next in the gallery. */
    private Optional<Gallery.Start> following() {
        return lessons.lesson().get().filter(l -> isLast()).flatMap(bench.gallery()::after);
    }

    private Button button(String id, String phrase, String key, String icon) {
        Button b = new Button();
        b.setId(id);
        b.getStyleClass().add("lesson-turn");
        b.setGraphic(Parts.icon(icon));
        b.textProperty().bind(phrases.text(phrase));
        parts.explain(b, phrase, key);
        return b;
    }
}
