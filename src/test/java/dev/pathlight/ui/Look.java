package dev.pathlight.ui;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    private Look() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0], LookWindow.Shape.all(args.length > 1 ? args[1] : ""), FakeSession.opener(), Look::draw);
    }

    private static void draw(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        Stage stage = w.stage();
        until(() -> !bench.gallery().groups().isEmpty());
        w.shoot("1-gallery");
        onWindow(() -> bench.table().open(Path.of("topologies/bridge.json")));
        until(() -> !bench.welcome().get());
        onWindow(bench::run);
        until(() -> bench.runModel().state().get() == RunState.RUNNING);
        rest(900);
        onWindow(() -> {
            bench.canvas().selection().set(java.util.Set.of("this/br-veth0"));
            ((TabPane) stage.getScene().lookup(".side")).getSelectionModel().select(2);
        });
        w.shoot("2-plan");
        onWindow(() -> {
            ((TabPane) stage.getScene().lookup(".side")).getSelectionModel().select(1);
        });
        w.shoot("3-inspector");
        onWindow(() -> {
            ((TabPane) stage.getScene().lookup(".side")).getSelectionModel().select(0);
            bench.canvas().selection().set(java.util.Set.of());
            bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        });
        until(() -> bench.playback().moment().get().isPresent());
        rest(1300);
        w.shoot("4-flood");
        onWindow(() -> {
            bench.playJourney(4);
            bench.dismissProblem();
            bench.playback().go(0);
        });
        w.shoot("5-route");
        onWindow(() -> {
            bench.playback().forward();
            bench.playback().toggle();
        });
        rest(650);
        w.shoot("6-row");
        classic(w);
        after(w);
    }

    /** The tables as a terminal prints them, while the packet is at a bridge and at a router. */
    private static void classic(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        onWindow(() -> {
            bench.tables().macs().classic().on().set(true);
            bench.tables().routes().classic().on().set(true);
            bench.tables().neighbours().classic().on().set(true);
        });
        w.shoot("6-classic-bridge");
        onWindow(() -> bench.playback().go(0));
        w.shoot("6-classic-route");
        onWindow(() -> {
            bench.tables().macs().classic().on().set(false);
            bench.tables().packet().on().set(true);
        });
        w.shoot("6-classic-packet");
        onWindow(() -> bench.tables().packet().on().set(false));
        onWindow(() -> {
            bench.tables().macs().classic().on().set(false);
            bench.tables().routes().classic().on().set(false);
            bench.tables().neighbours().classic().on().set(false);
        });
    }

    /** A problem, then Stop, all keys, and an empty drawing. */
    private static void after(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        Stage stage = w.stage();
        onWindow(() -> bench.table().open(Path.of("pom.xml")));
        w.shoot("7-problem");
        onWindow(() -> {
            bench.stop();
            stage.getScene().lookup("#keys").setVisible(false);
        });
        until(() -> bench.runModel().state().get() == RunState.STOPPED);
        w.shoot("8-stopped");
        onWindow(() -> stage.getScene().lookup("#keys").setVisible(true));
        w.shoot("9-keys");
        onWindow(() -> {
            stage.getScene().lookup("#keys").setVisible(false);
            bench.table().newDrawing();
        });
        w.shoot("10-new");
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
