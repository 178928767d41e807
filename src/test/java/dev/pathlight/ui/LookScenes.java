package dev.pathlight.ui;

import dev.pathlight.view.FakeSession;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

/** Draws the gallery, scrolled step by step, and each shipped drawing to PNG files, to be looked at. Arguments: the folder, then a language. */
public final class LookScenes {
    private LookScenes() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Locale locale = Locale.of(args[1]);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        Look.onWindow(() -> {
            bench[0] = new Workbench(
                    FakeSession.opener(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    Gallery.shipped());
            stage[0] = new Stage();
            new MainWindow(bench[0], stage[0], Optional.empty()).show(1280, 800);
        });
        Thread.sleep(4000);
        for (int i = 0; i <= 4; i++) {
            double at = i / 4.0;
            Look.onWindow(() -> ((ScrollPane) stage[0].getScene().lookup(".welcome")).setVvalue(at));
            Thread.sleep(300);
            Look.shoot(stage[0], folder.resolve("gallery-" + i + ".png"));
        }
        List<String> index = Gallery.shipped();
        for (String name : index) {
            Look.onWindow(() -> bench[0].table().open(Path.of("topologies/" + name.strip())));
            Thread.sleep(700);
            Look.shoot(stage[0], folder.resolve(name.strip().replace(".json", ".png")));
        }
        Runtime.getRuntime().halt(0);
    }
}
