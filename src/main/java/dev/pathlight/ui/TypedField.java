package dev.pathlight.ui;

import dev.pathlight.view.Problem;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line to type in that says at once, in place, what is wrong; Enter or leaving it takes it, Esc puts back what was. */
final class TypedField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Tells what is wrong with a text: the first only looks, the second also changes the drawing when nothing is. */
    record Taking(Function<String, Optional<Problem>> look, Function<String, Optional<Problem>> take) {}

    private final String before;
    private final Taking taking;
    private final TextField field;
    private final Label mistake = new Label();

    TypedField(String id, String text, String prompt, Taking taking, Node... beside) {
        before = text;
        this.taking = taking;
        field = new TextField(text);
        field.setId(id);
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(field);
        line.getStyleClass().add("field-line");
        line.getChildren().addAll(beside);
        mistake.setId(id + "-mistake");
        mistake.getStyleClass().add("mistake");
        mistake.setWrapText(true);
        mistake.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(line, mistake);
        show(Optional.empty());
        field.textProperty()
                .subscribe((was, is) -> show(isDraft() ? taking.look().apply(is) : Optional.empty()));
        field.setOnAction(e -> take());
        field.focusedProperty().subscribe((was, is) -> {
            if (!is && getScene() != null) {
                take();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                field.setText(before);
                e.consume();
            }
        });
    }

    private void take() {
        if (isDraft()) {
            show(taking.take().apply(field.getText()));
        }
    }

    private void show(Optional<Problem> problem) {
        mistake.setText(
                problem.map(p -> p.what() + "\n" + p.why() + "\n" + p.todo()).orElse(""));
        mistake.setVisible(problem.isPresent());
        mistake.setManaged(problem.isPresent());
        field.pseudoClassStateChanged(WRONG, problem.isPresent());
    }

    TextField field() {
        return field;
    }

    /** Whether something was typed that is not on the drawing. */
    boolean isDraft() {
        return !field.getText().equals(before);
    }
}
