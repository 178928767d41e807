package dev.pathlight.ui;

import dev.pathlight.view.Problem;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The last problem, in three lines, above the drawing and in nobody's way: what happened, why, what to do. */
final class Banner extends HBox {
    private final Label what = line("problem-what");
    private final Label why = line("problem-why");
    private final Label todo = line("problem-todo");

    Banner(Workbench bench) {
        setId("problem");
        getStyleClass().add("problem");
        setAlignment(Pos.TOP_LEFT);
        VBox text = new VBox(what, why, todo);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button dismiss = new Parts(bench.phrases()).iconButton("close", "action.dismiss", "Esc", bench::dismissProblem);
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(Parts.icon("error"), text, dismiss);
        bench.problem().subscribe(this::show);
    }

    private static Label line(String style) {
        Label l = new Label();
        l.setId(style);
        l.getStyleClass().add(style);
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }

    private void show(Optional<Problem> problem) {
        problem.ifPresent(p -> {
            what.setText(p.what());
            why.setText(p.why());
            todo.setText(p.todo());
        });
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
    }
}
