package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Pictures of terminals below a drawing that runs. Arguments: folder, drawing, {@code light-en} or the like, where to open, what to type. */
public final class LookTerminals {
    private LookTerminals() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        String[] how = args[2].split("-");
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
            Look.onWindow(() -> {
                bench[0] = new Workbench(
                        Sessions.sandbox(),
                        FxThread.with(Executors.newCachedThreadPool()),
                        new Phrases(Locale.of(how[1])),
                        Gallery.shipped());
                stage[0] = new Stage();
                Settings settings = new Settings();
                settings.colours().set(how[0].equals("dark") ? Settings.Colours.DARK : Settings.Colours.LIGHT);
                MainWindow window = new MainWindow(bench[0], stage[0], settings, Optional.empty());
                window.show(size[0], size[1]);
                bench[0].table().open(Path.of(args[1]));
            });
            Look.rest(1500);
            Look.onWindow(bench[0]::run);
            Look.until(() -> bench[0].runModel().state().get() == RunState.RUNNING);
            for (int i = 3; i < args.length; i += 2) {
                String path = args[i];
                int before = bench[0].terminals().open().size();
                Look.onWindow(() -> {
                    bench[0].canvas().selection().set(Set.of(path));
                    bench[0].enter(path);
                });
                Look.until(() -> bench[0].terminals().open().size() > before);
                Look.rest(1500);
                type(bench[0], args[i + 1]);
                Look.rest(4000);
                Look.shoot(stage[0], folder.resolve(args[2] + "-" + size[0] + "-" + i + ".png"));
            }
            Look.onWindow(bench[0]::stop);
            Look.until(() -> bench[0].runModel().state().get() == RunState.STOPPED);
            Look.rest(500);
            Look.shoot(stage[0], folder.resolve(args[2] + "-" + size[0] + "-stopped.png"));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void type(Workbench bench, String words) throws IOException {
        bench.terminals().open().getLast().write((words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
