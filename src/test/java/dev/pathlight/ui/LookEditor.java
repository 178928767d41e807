package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/**
 * Draws the screens of a lesson being written to PNG files, to be looked at. Needs a display. Arguments: the folder to draw into,
 * a lesson's file, and words that the size, language and theme must have, as {@code 1280-zh-dark}.
 */
public final class LookEditor {
    private LookEditor() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 2 ? args[2] : ""),
                Sessions.sandbox(),
                w -> draw(w, Path.of(args[1])));
    }

    private static void draw(LookWindow w, Path lesson) throws Exception {
        Workbench bench = w.bench();
        Stage stage = w.stage();
        Look.onWindow(() -> {
            bench.playback().speed().set(4);
            bench.table().open(lesson);
        });
        Look.until(() -> bench.lessons().lesson().get().isPresent());
        Look.onWindow(() -> {
            bench.desk().write();
            bench.desk().editor().choose(1);
        });
        w.shoot("1-words");
        press(stage, "#write-deed-0");
        press(stage, "#write-sight-0");
        Look.onWindow(() -> scroll(stage, 0.62));
        w.shoot("2-blanks");
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.onWindow(() -> bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2")));
        Look.until(() -> bench.pings().outcome().get().isPresent());
        Look.until(() -> !bench.playback().playing().get());
        Look.onWindow(() -> bench.desk().editor().addStep());
        w.shoot("3-offered");
        press(stage, "#record-0");
        Look.onWindow(() -> scroll(stage, 1));
        w.shoot("4-recorded");
        press(stage, "#write-try");
        w.shoot("5-tried");
    }

    private static void press(Stage stage, String id) throws Exception {
        Look.rest(200);
        Look.onWindow(() -> ((ButtonBase) stage.getScene().lookup(id)).fire());
        Look.rest(200);
    }

    private static void scroll(Stage stage, double to) {
        ((javafx.scene.control.ScrollPane) stage.getScene().lookup("#editor .lesson-scroll")).setVvalue(to);
    }
}
