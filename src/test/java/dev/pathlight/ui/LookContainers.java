package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.control.TabPane;

/** Draws the window with two containers talking on the real kernel, to be looked at.
 * Arguments: the folder to draw into, and words that size, theme and language must have, as {@code 1280-dark-zh}. */
public final class LookContainers {
    private LookContainers() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 1 ? args[1] : ""),
                Sessions.sandbox(),
                LookContainers::draw);
    }

    private static void draw(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        Look.onWindow(() -> bench.table().open(Path.of("topologies/container-mode.json")));
        Look.until(() -> !bench.welcome().get());
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.until(() -> !bench.tables().listeners().rows().isEmpty());
        Look.onWindow(() -> bench.talk("this/pod/client", "this/pod/web"));
        Look.until(() -> bench.playback().moment().get().isPresent());
        Look.rest(700);
        w.shoot("talk");
        Look.rest(3000);
        Look.onWindow(() -> {
            bench.canvas().selection().set(Set.of("this/pod/web"));
            ((TabPane) w.stage().getScene().lookup(".side")).getSelectionModel().select(1);
        });
        Look.rest(500);
        w.shoot("inspector");
        stop(bench);
        Look.onWindow(() -> bench.table().open(Path.of("topologies/container-mode-port-taken.json")));
        Look.rest(700);
        w.shoot("finding");
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.until(() -> bench.problem().get().isPresent());
        Look.rest(1500);
        w.shoot("taken");
        stop(bench);
        Look.onWindow(() -> bench.table().open(Path.of("topologies/container-mode-wrong-port.json")));
        Look.rest(700);
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.rest(1500);
        Look.onWindow(() -> bench.runModel().breaking().offers().stream()
                .filter(b -> b.at().endsWith("/lo"))
                .findFirst()
                .ifPresent(bench.runModel().breaking()::breakIt));
        Look.until(() -> !bench.runModel().breaking().broken().isEmpty());
        Look.onWindow(() -> bench.talk("this/pod/client", "this/pod/web"));
        Look.until(() -> bench.problem().get().isPresent());
        Look.rest(1500);
        w.shoot("lo-down");
        stop(bench);
    }

    private static void stop(Workbench bench) throws Exception {
        Look.onWindow(bench::stop);
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
    }
}
