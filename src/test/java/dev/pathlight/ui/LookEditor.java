package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/**
 * Draws the screens of a lesson being written to PNG files, to be looked at. Needs a display. Arguments: the folder to draw into,
 * a lesson's file, and words that the size, language and theme must have, as {@code 1280-zh-dark}.
 */
public final class LookEditor {
    private LookEditor() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        int failed = 1;
        try {
            for (int[] size : List.of(new int[] {1280, 800}, new int[] {1920, 1080})) {
                for (Locale locale : Phrases.LANGUAGES) {
                    for (String theme : List.of("light", "dark")) {
                        String name = size[0] + "-" + locale.getLanguage() + "-" + theme;
                        if (name.contains(args.length > 2 ? args[2] : "")) {
                            draw(folder.resolve(name).toString(), size, locale, theme.equals("dark"), Path.of(args[1]));
                        }
                    }
                }
            }
            failed = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(failed);
        }
    }

    private static void draw(String name, int[] size, Locale locale, boolean dark, Path lesson) throws Exception {
        Workbench[] made = new Workbench[1];
        Stage[] stage = new Stage[1];
        Look.onWindow(() -> {
            made[0] = new Workbench(
                    Sessions.sandbox(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    Gallery.shipped());
            stage[0] = new Stage();
            MainWindow window = new MainWindow(made[0], stage[0], Optional.empty());
            window.theme().dark().set(dark);
            window.show(size[0], size[1]);
            made[0].playback().speed().set(4);
            made[0].table().open(lesson);
        });
        Workbench bench = made[0];
        Look.until(() -> bench.lessons().lesson().get().isPresent());
        Look.onWindow(() -> {
            bench.desk().write();
            bench.desk().editor().choose(1);
        });
        shoot(stage[0], name + "-1-words.png");
        press(stage[0], "#write-deed-0");
        press(stage[0], "#write-sight-0");
        Look.onWindow(() -> scroll(stage[0], 0.62));
        shoot(stage[0], name + "-2-blanks.png");
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.onWindow(() -> bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2")));
        Look.until(() -> bench.pings().outcome().get().isPresent());
        Look.until(() -> !bench.playback().playing().get());
        Look.onWindow(() -> bench.desk().editor().addStep());
        shoot(stage[0], name + "-3-offered.png");
        press(stage[0], "#record-0");
        Look.onWindow(() -> scroll(stage[0], 1));
        shoot(stage[0], name + "-4-recorded.png");
        press(stage[0], "#write-try");
        shoot(stage[0], name + "-5-tried.png");
        Look.onWindow(() -> {
            bench.close();
            stage[0].hide();
        });
        Look.until(() -> bench.closed().get());
    }

    private static void shoot(Stage stage, String file) throws Exception {
        Look.rest(500);
        Look.shoot(stage, Path.of(file));
    }

    private static void press(Stage stage, String id) throws Exception {
        Look.rest(200);
        Look.onWindow(() -> ((ButtonBase) stage.getScene().lookup(id)).fire());
        Look.rest(200);
    }

    private static void scroll(Stage stage, double to) {
        ((javafx.scene.control.ScrollPane) stage.getScene().lookup("#editor .lesson-scroll")).setVvalue(to);
    }
}
