package dev.pathlight.ui;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

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

    private static void press(LookWindow window, String button) throws Exception {
        Look.onWindow(() -> {
            for (Node n : List.copyOf(window.stage().getScene().getRoot().lookupAll(button))) {
                ((Button) n).fire();
            }
        });
    }
}
