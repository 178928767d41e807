package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Inside the floating window: a narrow bar to move it by, the drawing, and a corner to resize it by. */
final class FloatPane extends StackPane {
    /** More transparent than this nobody would find it again. */
    private static final double FAINTEST = 0.35;

    private final HBox bar = new HBox();
    private final Region corner = new Region();
    private final StackPane place = new StackPane();
    private final Slider opacity = new Slider(FAINTEST, 1, 1);

    FloatPane(Phrases phrases, Runnable back) {
        setId("floating");
        getStyleClass().add("float-window");
        opacity.setId("float-opacity");
        new Parts(phrases).explain(opacity, "float.opacity", "");
        opacity.setFocusTraversable(false);
        Button close = new Parts(phrases).iconButton("close", "float.back", "F9", back);
        close.setId("float-back");
        close.setFocusTraversable(false);
        bar.setId("float-bar");
        bar.getStyleClass().add("float-bar");
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.setCursor(Cursor.MOVE);
        bar.getChildren().addAll(Parts.spacer(), opacity, close);
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        corner.setId("float-corner");
        corner.getStyleClass().add("float-corner");
        corner.setCursor(Cursor.SE_RESIZE);
        corner.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
        getChildren().addAll(new VBox(bar, place), corner);
    }

    /** Where the drawing stands. */
    StackPane place() {
        return place;
    }

    /** From {@link #FAINTEST} to 1. */
    ObservableDoubleValue opacity() {
        return opacity.valueProperty();
    }

    /** Tells where on the screen a hand takes hold of it to move it, and where it goes. */
    void moved(Consumer<Point2D> held, Consumer<Point2D> to) {
        dragged(bar, held, to);
    }

    /** The same of a hand that resizes it. */
    void resized(Consumer<Point2D> held, Consumer<Point2D> to) {
        dragged(corner, held, to);
    }

    private static void dragged(Node by, Consumer<Point2D> held, Consumer<Point2D> to) {
        by.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> held.accept(new Point2D(e.getScreenX(), e.getScreenY())));
        by.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> to.accept(new Point2D(e.getScreenX(), e.getScreenY())));
    }
}
