package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.Chalk;
import dev.pathlight.view.Phrases;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * What the drawing stands on, with all that lies over it. There is one: it stands in the window, or is carried to where the
 * class sees it, and comes home.
 */
final class Easel extends StackPane {
    private final CanvasPane canvas;
    private final StackPane home = new StackPane();

    private final ChalkLayer chalk;

    Easel(CanvasPane canvas, Chalk chalk, Phrases phrases) {
        this.canvas = canvas;
        this.chalk = new ChalkLayer(chalk, canvas);
        getChildren().addAll(canvas, this.chalk, new ChalkBar(chalk, phrases, canvas));
        setMinSize(0, 0);
        home.setMinSize(0, 0);
        home.getChildren().add(this);
    }

    /** The keys of what lies over the drawing, before those of {@code scene}. */
    void attach(Scene scene) {
        chalk.attach(scene);
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

    /** Shown in its place while it is elsewhere; else no key must get to what lies behind it. */
    void leaveBehind(Node note, ObservableValue<Boolean> away) {
        note.visibleProperty().bind(away);
        home.getChildren().addFirst(note);
    }

    void carryHome() {
        carryTo(home);
    }
}
