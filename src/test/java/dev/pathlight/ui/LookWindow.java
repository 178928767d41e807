package dev.pathlight.ui;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Settings.Colours;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/** One real window of a program that draws the window to PNG files, to be looked at. */
final class LookWindow {
    private final Path folder;
    private final Shape shape;
    private final Workbench bench;
    private final Stage stage;

    private LookWindow(Path folder, Shape shape, Workbench bench, Stage stage) {
        this.folder = folder;
        this.shape = shape;
        this.bench = bench;
        this.stage = stage;
    }

    /** How a window looks: its size in pixels, its theme, its language. */
    record Shape(int width, int height, Colours colours, Locale locale) {
        private static final List<int[]> SIZES =
                List.of(new int[] {1280, 800}, new int[] {1920, 1080}, new int[] {1024, 700}, new int[] {2560, 1440});

        /** As {@code 1280-dark-zh}. */
        String name() {
            return width + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + locale.getLanguage();
        }

        /** All sizes, themes and languages whose name has {@code wanted} in it. */
        static List<Shape> all(String wanted) {
            List<Shape> shapes = new ArrayList<>();
            for (int[] size : SIZES) {
                for (Colours c : Colours.values()) {
                    Phrases.LANGUAGES.forEach(l -> shapes.add(new Shape(size[0], size[1], c, l)));
                }
            }
            return shapes.stream()
                    .filter(s -> s.name().contains(wanted))
                    .filter(s -> !wanted.isEmpty() || s.colours() == Colours.LIGHT || s.colours() == Colours.DARK)
                    .toList();
        }
    }

    /** What a program draws with one window. */
    interface Drawn {
        void with(LookWindow window) throws Exception;
    }

    /**
     * Draws with a new window of each shape into {@code folder}, and ends the program: whatever threads a sandbox or the toolkit
     * still has. Ends with 1 when a picture could not be drawn.
     */
    static void draw(String folder, List<Shape> shapes, SessionOpener opener, Drawn drawn) throws Exception {
        Path to = Files.createDirectories(Path.of(folder));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> e.printStackTrace());
        int failed = 1;
        try {
            for (Shape shape : shapes) {
                LookWindow window = open(to, shape, opener);
                drawn.with(window);
                window.close();
            }
            failed = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(failed);
        }
    }

    static LookWindow open(Path folder, Shape shape, SessionOpener opener) throws Exception {
        return open(folder, shape, opener, Optional.empty());
    }

    /** @param state of what is kept */
    static LookWindow open(Path folder, Shape shape, SessionOpener opener, Optional<StateFolder> state)
            throws Exception {
        LookWindow[] made = new LookWindow[1];
        Look.onWindow(() -> {
            Workbench bench = new Workbench(
                    opener,
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(shape.locale()),
                    Gallery.shipped(),
                    state);
            Stage stage = new Stage();
            Settings settings = new Settings();
            settings.colours().set(shape.colours());
            MainWindow window = new MainWindow(bench, stage, settings, Optional.empty());
            window.show(shape.width(), shape.height());
            made[0] = new LookWindow(folder, shape, bench, stage);
        });
        return made[0];
    }

    Shape shape() {
        return shape;
    }

    Path folder() {
        return folder;
    }

    Workbench bench() {
        return bench;
    }

    Stage stage() {
        return stage;
    }

    /** What the window shows now, once it has settled, as {@code 1280-dark-zh-WHAT.png}, and in {@code misfits.txt} what of
     * its words cannot be read. */
    void shoot(String what) throws Exception {
        Look.rest(400);
        String name = shape.name() + "-" + what;
        Look.shoot(stage, folder.resolve(name + ".png"));
        List<String> found = new ArrayList<>();
        Look.onWindow(() -> Misfits.of(stage.getScene()).forEach(m -> found.add(name + ": " + m)));
        Files.write(folder.resolve("misfits.txt"), found, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Stops what runs and takes the window away. */
    void close() throws Exception {
        Look.onWindow(() -> {
            bench.close();
            stage.hide();
        });
        Look.until(() -> bench.closed().get());
    }
}
