package dev.pathlight.ui;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Draws the real window to PNG files, to be looked at: the gallery, mid-journey, the plan, a problem; at both sizes, both
 * themes, both languages. Needs a display. Argument: the folder to draw into.
 */
public final class Look {
    private final Path folder;

    private Look(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Look look = new Look(Files.createDirectories(Path.of(args[0])));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        int failed = 1;
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> e.printStackTrace());
        try {
            look.all(args);
            failed = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(failed);
        }
    }

    private void all(String[] args) throws Exception {
        for (int[] size : List.of(new int[] {1280, 800}, new int[] {1920, 1080}, new int[] {1024, 700})) {
            for (boolean dark : List.of(false, true)) {
                for (Locale locale : Phrases.LANGUAGES) {
                    String wanted = args.length > 1 ? args[1] : "";
                    String name = size[0] + "-" + (dark ? "dark" : "light") + "-" + locale.getLanguage();
                    if (name.contains(wanted)) {
                        draw(name, size[0], size[1], dark, locale);
                    }
                }
            }
        }
    }

    private void draw(String name, int width, int height, boolean dark, Locale locale) throws Exception {
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        onWindow(() -> {
            bench[0] = new Workbench(
                    FakeSession.opener(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    Gallery.shipped());
            stage[0] = new Stage();
            MainWindow w = new MainWindow(bench[0], stage[0], Optional.empty());
            w.show(width, height);
            w.theme().dark().set(dark);
        });
        until(() -> !bench[0].gallery().groups().isEmpty());
        rest(900);
        shoot(stage[0], name + "-1-gallery");
        onWindow(() -> bench[0].table().open(Path.of("topologies/bridge.json")));
        until(() -> !bench[0].welcome().get());
        onWindow(bench[0]::run);
        until(() -> bench[0].runModel().state().get() == RunState.RUNNING);
        rest(900);
        onWindow(() -> {
            bench[0].canvas().selection().set(java.util.Set.of("this/br-veth0"));
            ((TabPane) stage[0].getScene().lookup(".side")).getSelectionModel().select(2);
        });
        rest(300);
        shoot(stage[0], name + "-2-plan");
        onWindow(() -> {
            ((TabPane) stage[0].getScene().lookup(".side")).getSelectionModel().select(1);
        });
        rest(300);
        shoot(stage[0], name + "-3-inspector");
        onWindow(() -> {
            ((TabPane) stage[0].getScene().lookup(".side")).getSelectionModel().select(0);
            bench[0].canvas().selection().set(java.util.Set.of());
            bench[0].ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        });
        until(() -> bench[0].playback().moment().get().isPresent());
        rest(1300);
        shoot(stage[0], name + "-4-flood");
        onWindow(() -> {
            bench[0].playJourney(4);
            bench[0].dismissProblem();
            bench[0].playback().go(0);
        });
        rest(200);
        shoot(stage[0], name + "-5-route");
        onWindow(() -> {
            bench[0].playback().forward();
            bench[0].playback().toggle();
        });
        rest(650);
        shoot(stage[0], name + "-6-row");
        classic(bench[0], stage[0], name);
        after(bench[0], stage[0], name);
        onWindow(stage[0]::hide);
    }

    /** The tables as a terminal prints them, while the packet is at a bridge and at a router. */
    private void classic(Workbench bench, Stage stage, String name) throws Exception {
        onWindow(() -> {
            bench.tables().macs().classic().on().set(true);
            bench.tables().routes().classic().on().set(true);
            bench.tables().neighbours().classic().on().set(true);
        });
        rest(400);
        shoot(stage, name + "-6-classic-bridge");
        onWindow(() -> bench.playback().go(0));
        rest(300);
        shoot(stage, name + "-6-classic-route");
        onWindow(() -> {
            bench.tables().macs().classic().on().set(false);
            bench.tables().packet().on().set(true);
        });
        rest(300);
        shoot(stage, name + "-6-classic-packet");
        onWindow(() -> bench.tables().packet().on().set(false));
        onWindow(() -> {
            bench.tables().macs().classic().on().set(false);
            bench.tables().routes().classic().on().set(false);
            bench.tables().neighbours().classic().on().set(false);
        });
    }

    /** A problem, then Stop, all keys, and an empty drawing. */
    private void after(Workbench bench, Stage stage, String name) throws Exception {
        onWindow(() -> bench.table().open(Path.of("pom.xml")));
        rest(400);
        shoot(stage, name + "-7-problem");
        onWindow(() -> {
            bench.stop();
            stage.getScene().lookup("#keys").setVisible(false);
        });
        until(() -> bench.runModel().state().get() == RunState.STOPPED);
        rest(300);
        shoot(stage, name + "-8-stopped");
        onWindow(() -> stage.getScene().lookup("#keys").setVisible(true));
        rest(200);
        shoot(stage, name + "-9-keys");
        onWindow(() -> {
            stage.getScene().lookup("#keys").setVisible(false);
            bench.table().newDrawing();
        });
        rest(300);
        shoot(stage, name + "-10-new");
    }

    private void shoot(Stage stage, String name) throws Exception {
        shoot(stage, folder.resolve(name + ".png"));
    }

    static void shoot(Stage stage, Path to) throws Exception {
        onWindow(() -> {
            File file = to.toFile();
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** Waits until {@code holds}, on the window's thread; not for ever. */
    static void until(Callable<Boolean> holds) throws Exception {
        boolean[] now = new boolean[1];
        for (int i = 0; i < 300 && !now[0]; i++) {
            onWindow(() -> {
                try {
                    now[0] = holds.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            rest(50);
        }
    }

    static void rest(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    static void onWindow(Runnable action) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Throwable[] failed = new Throwable[1];
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                failed[0] = e;
            }
            done.countDown();
        });
        done.await();
        if (failed[0] != null) {
            throw new IllegalStateException(failed[0]);
        }
    }
}
