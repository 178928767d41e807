package dev.pathlight.ui;

import dev.pathlight.lesson.Fate;
import dev.pathlight.view.LessonModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the class says will happen, by a button or a click on the drawing; then what did, beside it. */
final class FatePane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LessonModel lessons;
    private final Phrases phrases;
    private final FlowPane choices = new FlowPane();
    private final Label hint;
    private final Label said = new Label();
    private final Label was = new Label();

    FatePane(Workbench bench) {
        lessons = bench.lessons();
        phrases = bench.phrases();
        getStyleClass().add("fate");
        choices.getStyleClass().add("fate-choices");
        hint = LessonStepPane.wrap(new Parts(phrases).label("lesson.predict.hint", "fate-hint"));
        said.setId("fate-said");
        was.setId("fate-was");
        said.getStyleClass().add("fate-line");
        was.getStyleClass().add("fate-line");
        for (Fate.Kind kind : Fate.Kind.values()) {
            choices.getChildren().add(choice(kind));
        }
        getChildren().addAll(choices, hint, LessonStepPane.wrap(said), LessonStepPane.wrap(was));
        lessons.predicted().subscribe(p -> show());
        lessons.truth().subscribe(t -> show());
        phrases.locale().subscribe(l -> show());
    }

    private Button choice(Fate.Kind kind) {
        Button b = new Button();
        b.setId("predict-" + name(kind));
        b.getStyleClass().add("fate-choice");
        b.textProperty().bind(phrases.text(phrase(kind)));
        b.setOnAction(e -> lessons.predict(kind));
        lessons.predicted()
                .subscribe(p -> b.pseudoClassStateChanged(
                        CHOSEN, p.filter(f -> f.kind() == kind).isPresent()));
        return b;
    }

    private static String phrase(Fate.Kind kind) {
        return switch (kind) {
            case ANSWERED -> "lesson.predict.answered";
            case REQUEST_LOST -> "lesson.predict.request";
            case REPLY_LOST -> "lesson.predict.reply";
        };
    }

    private static String name(Fate.Kind kind) {
        return phrase(kind).substring("lesson.predict.".length());
    }

    private void show() {
        Optional<Fate> guess = lessons.predicted().get();
        Optional<Fate> truth = lessons.truth().get();
        show(choices, truth.isEmpty());
        show(hint, truth.isEmpty());
        show(said, guess.isPresent() && (truth.isPresent() || guess.get().at().isPresent()));
        show(was, truth.isPresent());
        guess.ifPresent(g -> said.setText(phrases.say("lesson.predicted", phrases.say(g.said()))));
        truth.ifPresent(t -> was.setText(phrases.say("lesson.truth", phrases.say(t.said()))));
        boolean both = guess.isPresent() && truth.isPresent();
        boolean right = both && guess.get().isBorneOutBy(truth.get());
        said.setGraphic(both ? Parts.icon(right ? "check" : "close") : null);
        said.pseudoClassStateChanged(RIGHT, right);
        said.pseudoClassStateChanged(WRONG, both && !right);
    }

    private static void show(javafx.scene.Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
