package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Runs a drawing in the real sandbox and draws its window to PNG files, to be looked at: before Run, every two seconds after it,
 * and, where two places are named, after a ping. Arguments: folder, drawing, theme and language ("dark-zh"), the thing to
 * select, from, to.
 */
public final class LookRunning {
    private static final int TIMES = 4;

    private LookRunning() {}

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
                MainWindow window = new MainWindow(bench[0], stage[0], Optional.empty());
                window.show(size[0], size[1]);
                window.theme().dark().set(how[0].equals("dark"));
                bench[0].table().open(Path.of(args[1]));
            });
            Thread.sleep(2500);
            if (args.length > 3) {
                Look.onWindow(() -> bench[0].inspect(args[3]));
                Thread.sleep(3000);
            }
            String name = args[2] + "-" + size[0];
            shoot(stage[0], folder, name + "-drawn");
            Look.onWindow(() -> bench[0].run());
            for (int i = 0; i < TIMES; i++) {
                Thread.sleep(2000);
                shoot(stage[0], folder, name + "-" + 2 * (i + 1) + "s");
            }
            if (args.length > 5) {
                Look.onWindow(() -> bench[0].ping(SpaceId.parse(args[4]), SpaceId.parse(args[5])));
                Thread.sleep(4000);
                shoot(stage[0], folder, name + "-ping");
            }
            Look.onWindow(() -> bench[0].stop());
            Thread.sleep(1500);
            shoot(stage[0], folder, name + "-stopped");
        }
        Runtime.getRuntime().halt(0);
    }

    private static void shoot(Stage stage, Path folder, String name) throws Exception {
        Look.shoot(stage, folder.resolve(name + ".png"));
    }
}
