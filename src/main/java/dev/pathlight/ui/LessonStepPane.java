package dev.pathlight.ui;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Done;
import dev.pathlight.lesson.Saying;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.Texts;
import dev.pathlight.view.LessonModel;
import dev.pathlight.view.LessonModel.Tick;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One step of a lesson: its words, the question, what to do, and what must be seen, ticked as it is. */
final class LessonStepPane extends VBox {
    private static final PseudoClass HOLDS = PseudoClass.getPseudoClass("holds");

    private final LessonModel lessons;
    private final Phrases phrases;
    private final Parts parts;
    private final FatePane fate;
    private final VBox deeds = new VBox();
    private final Label came = new Label();
    private final VBox ticks = new VBox();

    LessonStepPane(Workbench bench) {
        lessons = bench.lessons();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        fate = new FatePane(bench);
        getStyleClass().add("lesson-step");
        deeds.getStyleClass().add("lesson-deeds");
        ticks.getStyleClass().add("lesson-ticks");
        came.setId("lesson-came");
        came.getStyleClass().add("lesson-came");
        wrap(came);
        lessons.lesson().subscribe(l -> fill());
        lessons.at().addListener(o -> fill());
        phrases.locale().addListener(o -> fill());
        ListChangeListener<Tick> changed = c -> fillTicks();
        lessons.ticks().addListener(changed);
        lessons.done().subscribe(this::tell);
    }

    private void fill() {
        Optional<Step> step = lessons.step();
        getChildren().clear();
        if (step.isEmpty()) {
            return;
        }
        Step s = step.get();
        getChildren().addAll(words(s.title(), "lesson-title"), words(s.text(), "lesson-text"));
        s.question().ifPresent(q -> getChildren().addAll(words(q, "lesson-question"), fate));
        fillDeeds(s.actions());
        fillTicks();
        getChildren().addAll(deeds, came, new Region(), parts.label("lesson.expect", "lesson-heading"), ticks);
    }

    private Label words(Texts texts, String style) {
        Label l = new Label(texts.in(phrases.locale().get()));
        l.setId(style);
        l.getStyleClass().add(style);
        return wrap(l);
    }

    static Label wrap(Label l) {
        l.setWrapText(true);
        l.setMinHeight(USE_PREF_SIZE);
        l.setMaxWidth(Double.MAX_VALUE);
        return l;
    }

    private void fillDeeds(List<Action> actions) {
        deeds.getChildren().clear();
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            Button b = new Button(phrases.say(Saying.of(action)), Parts.icon(icon(action)));
            b.setId("lesson-do-" + i);
            b.getStyleClass().addAll("lesson-deed", style(action));
            b.setWrapText(true);
            b.setMinHeight(USE_PREF_SIZE);
            b.setMaxWidth(Double.MAX_VALUE);
            b.setOnAction(e -> lessons.act(action));
            deeds.getChildren().add(b);
        }
    }

    static String icon(Action action) {
        return switch (action) {
            case Action.Run r -> "play";
            case Action.Stop s -> "stop";
            case Action.Ping p -> "ping";
            case Action.Open o -> "table";
            case Action.Change c ->
                switch (c.kind()) {
                    case CHANGE -> "terminal";
                    case BREAK -> "lightning";
                    case MEND -> "wrench";
                };
        };
    }

    private static String style(Action action) {
        return switch (action) {
            case Action.Run r -> "success";
            case Action.Stop s -> "danger";
            case Action.Ping p -> "accent";
            case Action.Change c when c.kind() == Action.Kind.BREAK -> "danger";
            case Action.Change c -> "success";
            case Action.Open o -> "lesson-open";
        };
    }

    private void tell(Optional<Done> done) {
        came.setText(done.filter(d -> !d.ok()).map(d -> phrases.say(d.said())).orElse(""));
        came.setVisible(!came.getText().isEmpty());
        came.setManaged(came.isVisible());
    }

    private void fillTicks() {
        ticks.getChildren().setAll(lessons.ticks().stream().<Node>map(this::row).toList());
    }

    private HBox row(Tick tick) {
        OwnIcon mark = Parts.icon(tick.holds() ? "check-circle" : "circle");
        Label said = wrap(new Label(phrases.say(tick.expected())));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(mark, said);
        row.getStyleClass().add("lesson-tick");
        row.pseudoClassStateChanged(HOLDS, tick.holds());
        return row;
    }
}
