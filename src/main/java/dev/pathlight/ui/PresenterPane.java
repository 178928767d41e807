package dev.pathlight.ui;

import dev.pathlight.view.CaptionModel;
import dev.pathlight.view.Presenter;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the class sees: the drawing, what is said about the hop, the row that decided it, and the lesson's step if there is one. */
final class PresenterPane extends StackPane {
    private final StackPane place = new StackPane();

    PresenterPane(Workbench bench, Deeds deeds, Presenter presenter) {
        setId("presenter");
        getStyleClass().add("presenter");
        place.setMinSize(0, 0);
        LessonPane lesson = new LessonPane(bench, deeds);
        Parts.onlyWhen(lesson, bench.lessons().lesson().map(Optional::isPresent));
        BorderPane shown = new BorderPane(place);
        shown.setTop(new Banner(bench));
        shown.setLeft(lesson);
        shown.setBottom(said(bench));
        Region blank = new Region();
        blank.setId("blank");
        blank.getStyleClass().add("blank-screen");
        blank.visibleProperty().bind(presenter.blank());
        getChildren().addAll(shown, blank);
    }

    /** Where the drawing stands. */
    StackPane place() {
        return place;
    }

    private static VBox said(Workbench bench) {
        CaptionModel caption = bench.caption();
        Label packet = Parts.bound(caption.packet(), "packet");
        Label sentence = LessonStepPane.wrap(Parts.bound(caption.sentence(), "caption"));
        sentence.setId("presented-caption");
        Label table = Parts.bound(caption.table(), "deciding-table");
        table.setMinWidth(USE_PREF_SIZE);
        Label row = LessonStepPane.wrap(Parts.bound(caption.row(), "deciding-row"));
        row.setId("presented-row");
        HBox.setHgrow(row, Priority.ALWAYS);
        HBox deciding = new HBox(table, row);
        deciding.getStyleClass().add("deciding");
        deciding.setAlignment(Pos.CENTER_LEFT);
        // Keeps its room: the drawing must not grow and shrink from hop to hop.
        deciding.visibleProperty().bind(caption.table().isNotEmpty());
        VBox box = new VBox(packet, sentence, deciding);
        box.getStyleClass().add("presented");
        Parts.onlyWhen(box, caption.sentence().isNotEmpty());
        return box;
    }
}
