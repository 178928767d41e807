package dev.pathlight.ui;

import dev.pathlight.view.Problem;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Text to type that says at once, in place, what is wrong; Enter or leaving it takes it, Esc puts back what was. */
final class TypedField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Taking taker;
    private final TextInputControl field;
    private final HBox line = new HBox();
    private final Label mistake = new Label();
    /** What would be found wrong if it were taken. */
    private final VBox foreseen = new VBox();

    private String before;
    private boolean taking;

    /**
     * @param field holds what is on the drawing
     * @param beside stands behind the field
     */
    TypedField(Taking taker, TextInputControl field, Node... beside) {
        this.taker = taker;
        this.field = field;
        // A field of one line leaves line ends out, and that is nobody's typing.
        before = field.getText();
        HBox.setHgrow(field, Priority.ALWAYS);
        line.getChildren().add(field);
        line.getStyleClass().add("field-line");
        line.getChildren().addAll(beside);
        mistake.setId(field.getId() + "-mistake");
        mistake.getStyleClass().add("mistake");
        mistake.setWrapText(true);
        mistake.setMinHeight(Region.USE_PREF_SIZE);
        foreseen.setId(field.getId() + "-foreseen");
        foreseen.getStyleClass().add("findings");
        getChildren().addAll(line, mistake, foreseen);
        show(Optional.empty());
        listen();
    }

    private void listen() {
        field.textProperty().subscribe((was, is) -> look());
        field.focusedProperty().subscribe((was, is) -> {
            if (!is && getScene() != null) {
                take();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (pressed(e)) {
                e.consume();
            }
        });
    }

    /** A field nobody types in leaves undo to the drawing; what is typed counts before anything is run or saved. */
    private boolean pressed(KeyEvent e) {
        if (e.getCode().isFunctionKey() || e.isShortcutDown() && e.getCode() == KeyCode.S) {
            take();
        }
        boolean done = true;
        if (e.getCode() == KeyCode.ESCAPE) {
            field.setText(before);
        } else if (e.getCode() == KeyCode.ENTER && (!(field instanceof TextArea) || e.isShortcutDown())) {
            take();
        } else if (e.isShortcutDown() && !isDraft() && e.getCode() == KeyCode.Z && !e.isShiftDown()) {
            taker.undo();
        } else if (e.isShortcutDown() && !isDraft() && (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z)) {
            taker.redo();
        } else {
            done = false;
        }
        return done;
    }

    private void look() {
        Optional<Problem> problem = isDraft() ? taker.mistake(field.getText()) : Optional.empty();
        show(problem);
        foreseen.getChildren().clear();
        if (isDraft() && problem.isEmpty()) {
            String text = field.getText();
            taker.foresee(text, found -> {
                if (isDraft() && field.getText().equals(text)) {
                    foreseen.getChildren().setAll(found);
                }
            });
        }
    }

    private void take() {
        if (isDraft()) {
            taking = true;
            Optional<Problem> problem = taker.take(field.getText());
            taking = false;
            show(problem);
            foreseen.getChildren().clear();
        }
    }

    private void show(Optional<Problem> problem) {
        mistake.setText(
                problem.map(p -> p.what() + "\n" + p.why() + "\n" + p.todo()).orElse(""));
        mistake.setVisible(problem.isPresent());
        mistake.setManaged(problem.isPresent());
        field.pseudoClassStateChanged(WRONG, problem.isPresent());
    }

    /** What holds now: it is shown unless something else is just being typed. */
    void stands(String now) {
        boolean draft = isDraft();
        before = now;
        if (!draft && !field.getText().equals(now)) {
            field.setText(now);
        }
    }

    /** Stands before the field, on the same line. */
    void setName(Label name) {
        name.setLabelFor(field);
        line.getChildren().addFirst(name);
    }

    TextInputControl field() {
        return field;
    }

    String before() {
        return before;
    }

    /** Whether something was typed that is not on the drawing. */
    boolean isDraft() {
        return !taking && !field.getText().equals(before);
    }
}
