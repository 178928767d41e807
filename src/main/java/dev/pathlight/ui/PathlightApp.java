package dev.pathlight.ui;

import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window. */
public final class PathlightApp {
    private PathlightApp() {}

    /**
     * Starts JavaFX and opens the window, with {@code file} on the table or the gallery; returns at once. The program ends
     * when the window is closed and what ran is removed.
     *
     * @param bench made by the caller, who knows where drawings run and which threads there are
     */
    public static void open(Workbench bench, Optional<Path> file) {
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            bench.closed().subscribe(closed -> {
                if (closed) {
                    Platform.exit();
                }
            });
            file.ifPresent(bench::open);
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            new MainWindow(bench, new Stage(), Optional.empty())
                    .show(Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight()));
        });
    }
}
