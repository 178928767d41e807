package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import dev.pathlight.view.Presenter;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A small window without borders that floats over whatever else is shown, slides above all, with the drawing in it, alive. */
final class Floating {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 360;
    private static final double MIN = 180;
    private static final double MARGIN = 24;

    /** What the hand took hold of: the pointer then, and the window then. */
    private record Grip(Point2D at, Rectangle2D window) {}

    private final Stage main;
    private final Easel easel;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final FloatPane pane;
    private Optional<Grip> grip = Optional.empty();

    /** @param keys gives the keys of the window to another one */
    Floating(Presenter presenter, Stage main, Easel easel, Theme theme, Phrases phrases, Consumer<Scene> keys) {
        this.main = main;
        this.easel = easel;
        Runnable back = () -> presenter.floating().set(false);
        pane = new FloatPane(phrases, back);
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        theme.alike(scene);
        keys.accept(scene);
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.titleProperty().bind(main.titleProperty());
        stage.opacityProperty().bind(pane.opacity());
        pane.moved(this::hold, this::move);
        pane.resized(this::hold, this::resize);
        easel.leaveBehind(note(phrases, back), presenter.floating());
        presenter.floating().addListener((v, was, is) -> {
            if (is) {
                rise();
            } else {
                sink();
            }
        });
        stage.setOnCloseRequest(e -> back.run());
        main.setOnHiding(e -> back.run());
    }

    private static VBox note(Phrases phrases, Runnable back) {
        Label label = Parts.bound(phrases.text("float.away"), "placeholder");
        Button b = new Button();
        b.setId("float-fetch");
        b.textProperty().bind(phrases.text("float.back"));
        b.setOnAction(e -> back.run());
        VBox box = new VBox(label, b);
        box.getStyleClass().add("float-note");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void rise() {
        Rectangle2D screen = Screen.getScreensForRectangle(main.getX(), main.getY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        easel.carryTo(pane.place());
        if (Double.isNaN(stage.getX())) {
            stage.setX(screen.getMaxX() - WIDTH - MARGIN);
            stage.setY(screen.getMaxY() - HEIGHT - MARGIN);
        }
        stage.show();
        easel.canvas().fit();
    }

    private void sink() {
        stage.hide();
        main.requestFocus();
        easel.carryHome();
        easel.canvas().fit();
    }

    private void hold(Point2D at) {
        grip = Optional.of(
                new Grip(at, new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
    }

    private void move(Point2D to) {
        grip.ifPresent(g -> {
            stage.setX(g.window().getMinX() + to.getX() - g.at().getX());
            stage.setY(g.window().getMinY() + to.getY() - g.at().getY());
        });
    }

    private void resize(Point2D to) {
        grip.ifPresent(g -> {
            stage.setWidth(Math.max(MIN, g.window().getWidth() + to.getX() - g.at().getX()));
            stage.setHeight(Math.max(MIN, g.window().getHeight() + to.getY() - g.at().getY()));
        });
    }
}
