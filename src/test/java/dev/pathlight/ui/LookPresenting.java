package dev.pathlight.ui;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/**
 * Draws what a class sees to PNG files, to be looked at: at a hop, in a lesson, with ink, in the floating window. Needs a display.
 * Arguments: the folder to draw into, and part of a picture's name, like {@code 1280-dark-zh}.
 */
public final class LookPresenting {
    private LookPresenting() {}

    public static void main(String[] args) throws Exception {
        SessionOpener opener = FakeSession.opener();
        LookWindow.draw(args[0], LookWindow.Shape.all(args.length > 1 ? args[1] : ""), opener, LookPresenting::draw);
    }

    private static void draw(LookWindow window) throws Exception {
        Look.onWindow(() -> window.bench().table().open(Path.of("topologies/bridge.json")));
        Look.until(() -> !window.bench().welcome().get());
        Look.onWindow(window.bench()::run);
        Look.until(() -> window.bench().runModel().state().get() == RunState.RUNNING);
        press(window, "#pen");
        scribble(window);
        window.shoot("0-pen");
        press(window, "#chalk-close");
        press(window, "#chalk-wipe");
        press(window, "#present");
        Look.rest(800);
        window.shoot("1-presented");
        Look.onWindow(() -> window.bench().ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2")));
        Look.until(() -> window.bench().playback().moment().get().isPresent());
        Look.onWindow(() -> {
            window.bench().playJourney(4);
            window.bench().playback().go(1);
        });
        window.shoot("2-hop");
        Look.onWindow(() -> window.bench().table().open(Path.of("topologies/lessons/bridge.lesson.json")));
        Look.until(() -> window.bench().lessons().lesson().get().isPresent());
        Look.onWindow(window.bench().lessons()::next);
        window.shoot("3-lesson");
    }

    /** A ring around the drawing's middle, by hand. */
    private static void scribble(LookWindow window) throws Exception {
        for (int i = 0; i <= 40; i++) {
            double turn = i * Math.PI / 20;
            int step = i;
            Look.onWindow(() -> {
                Node canvas = window.stage().getScene().lookup("#canvas");
                Bounds b = canvas.localToScreen(canvas.getBoundsInLocal());
                Robot hand = new Robot();
                hand.mouseMove(
                        b.getCenterX() + b.getWidth() * 0.2 * Math.cos(turn),
                        b.getCenterY() + b.getHeight() * 0.2 * Math.sin(turn));
                if (step == 0) {
                    hand.mousePress(MouseButton.PRIMARY);
                } else if (step == 40) {
                    hand.mouseRelease(MouseButton.PRIMARY);
                }
            });
            Look.rest(15);
        }
    }

    private static void press(LookWindow window, String button) throws Exception {
        Look.onWindow(() -> {
            for (Node n : List.copyOf(window.stage().getScene().getRoot().lookupAll(button))) {
                ((Button) n).fire();
            }
        });
    }
}
