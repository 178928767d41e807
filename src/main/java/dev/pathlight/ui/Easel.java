package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * What the drawing stands on, with all that lies over it. There is one: it stands in the window, or is carried to where the
 * class sees it, and comes home.
 */
final class Easel extends StackPane {
    private final CanvasPane canvas;
    private final StackPane home = new StackPane();

    Easel(CanvasPane canvas, Node... over) {
        this.canvas = canvas;
        getChildren().add(canvas);
        getChildren().addAll(over);
        setMinSize(0, 0);
        home.setMinSize(0, 0);
        home.getChildren().add(this);
    }

    CanvasPane canvas() {
        return canvas;
    }

    /** Its place in the window, whoever has it. */
    StackPane home() {
        return home;
    }

    /** Carries it to {@code place}, over what is there. */
    void carryTo(Pane place) {
        place.getChildren().add(this);
        canvas.requestFocus();
    }

    void carryHome() {
        carryTo(home);
    }
}
