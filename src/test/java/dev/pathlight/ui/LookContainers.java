package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/** Draws the window with two containers talking on the real kernel, to be looked at. Argument: the folder to draw into. */
public final class LookContainers {
    private LookContainers() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        int failed = 1;
        try {
            look(folder, Locale.ENGLISH, 1280, 800, false);
            look(folder, Locale.CHINESE, 1280, 800, true);
            look(folder, Locale.ENGLISH, 1920, 1080, true);
            look(folder, Locale.CHINESE, 1920, 1080, false);
            failed = 0;
        } finally {
            Runtime.getRuntime().halt(failed);
        }
    }

    private static void look(Path folder, Locale locale, int width, int height, boolean dark) throws Exception {
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        Look.onWindow(() -> {
            bench[0] = new Workbench(
                    Sessions.sandbox(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    List.of("bridge.json"));
            stage[0] = new Stage();
            MainWindow w = new MainWindow(bench[0], stage[0], Optional.empty());
            w.show(width, height);
            w.theme().dark().set(dark);
            bench[0].table().open(Path.of("topologies/container-mode.json"));
        });
        Look.until(() -> !bench[0].welcome().get());
        Look.onWindow(bench[0]::run);
        Look.until(() -> bench[0].runModel().state().get() == RunState.RUNNING);
        Look.until(() -> !bench[0].tables().listeners().rows().isEmpty());
        Look.onWindow(() -> bench[0].talk("this/pod/client", "this/pod/web"));
        Look.until(() -> bench[0].playback().moment().get().isPresent());
        Look.rest(700);
        String name = locale.getLanguage() + "-" + width;
        Look.shoot(stage[0], folder.resolve(name + "-talk.png"));
        Look.rest(3000);
        Look.onWindow(() -> {
            bench[0].canvas().selection().set(Set.of("this/pod/web"));
            ((TabPane) stage[0].getScene().lookup(".side")).getSelectionModel().select(1);
        });
        Look.rest(500);
        Look.shoot(stage[0], folder.resolve(name + "-inspector.png"));
        stop(bench[0]);
        Look.onWindow(() -> bench[0].table().open(Path.of("topologies/container-mode-port-taken.json")));
        Look.rest(700);
        Look.shoot(stage[0], folder.resolve(name + "-finding.png"));
        Look.onWindow(bench[0]::run);
        Look.until(() -> bench[0].runModel().state().get() == RunState.RUNNING);
        Look.until(() -> bench[0].problem().get().isPresent());
        Look.rest(1500);
        Look.shoot(stage[0], folder.resolve(name + "-taken.png"));
        stop(bench[0]);
        Look.onWindow(() -> bench[0].table().open(Path.of("topologies/container-mode-wrong-port.json")));
        Look.rest(700);
        Look.onWindow(bench[0]::run);
        Look.until(() -> bench[0].runModel().state().get() == RunState.RUNNING);
        Look.rest(1500);
        Look.onWindow(() -> bench[0].runModel().breaking().offers().stream()
                .filter(b -> b.at().endsWith("/lo"))
                .findFirst()
                .ifPresent(bench[0].runModel().breaking()::breakIt));
        Look.until(() -> !bench[0].runModel().breaking().broken().isEmpty());
        Look.onWindow(() -> bench[0].talk("this/pod/client", "this/pod/web"));
        Look.until(() -> bench[0].problem().get().isPresent());
        Look.rest(1500);
        Look.shoot(stage[0], folder.resolve(name + "-lo-down.png"));
        stop(bench[0]);
        Look.onWindow(stage[0]::hide);
    }

    private static void stop(Workbench bench) throws Exception {
        Look.onWindow(bench::stop);
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
    }
}
