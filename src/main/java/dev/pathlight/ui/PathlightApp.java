package dev.pathlight.ui;

import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window. */
public final class PathlightApp {
    private PathlightApp() {}

    /**
     * Starts JavaFX and opens the window, with {@code file} on the table or the gallery; returns once the window is closed
     * and what ran in it is removed. Throws UnsupportedOperationException where there is no display.
     *
     * @param bench makes the workbench, on the window's thread; the caller knows where drawings run and which threads there are
     * @param settings what the user chose before
     */
    public static void run(Supplier<Workbench> bench, Settings settings, Optional<Path> file) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> open(bench.get(), settings, file, closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    /** With its title bar and borders the window is on the screen, in its middle. */
    private static void place(Stage stage, Rectangle2D screen) {
        double width = Math.min(1440, screen.getWidth());
        double height = Math.min(900, screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
    }

    private static void open(Workbench bench, Settings settings, Optional<Path> file, Runnable whenClosed) {
        bench.closed().subscribe(closed -> {
            if (closed) {
                whenClosed.run();
            }
        });
        file.ifPresent(bench.table()::open);
        Stage stage = new Stage();
        MainWindow window = new MainWindow(bench, stage, settings, Optional.empty());
        place(stage, Screen.getPrimary().getVisualBounds());
        window.show(stage.getWidth(), stage.getHeight());
    }
}
