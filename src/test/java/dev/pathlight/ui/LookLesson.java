package dev.pathlight.ui;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Fate;
import dev.pathlight.lesson.Step;
import dev.pathlight.session.Sessions;
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
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Draws every screen of a lesson, taken on the real kernel, to PNG files, to be looked at. Needs a display. Arguments: the folder
 * to draw into, the lesson's file, and words that the size and language must have, as {@code 1280-zh}.
 */
public final class LookLesson {
    private final Path folder;
    private final Path lesson;

    private LookLesson(Path folder, Path lesson) {
        this.folder = folder;
        this.lesson = lesson;
    }

    public static void main(String[] args) throws Exception {
        LookLesson look = new LookLesson(Files.createDirectories(Path.of(args[0])), Path.of(args[1]));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        int failed = 1;
        try {
            for (int[] size : List.of(new int[] {1280, 800}, new int[] {1920, 1080})) {
                for (Locale locale : Phrases.LANGUAGES) {
                    String name = size[0] + "-" + locale.getLanguage();
                    if (name.contains(args.length > 2 ? args[2] : "")) {
                        look.draw(name, size[0], size[1], locale);
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

    private void draw(String name, int width, int height, Locale locale) throws Exception {
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        Look.onWindow(() -> {
            bench[0] = new Workbench(
                    Sessions.sandbox(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    Gallery.shipped());
            stage[0] = new Stage();
            new MainWindow(bench[0], stage[0], Optional.empty()).show(width, height);
            bench[0].playback().speed().set(4);
        });
        Look.until(() -> !bench[0].gallery().groups().isEmpty());
        Look.rest(700);
        Look.shoot(stage[0], folder.resolve(name + "-0-gallery.png"));
        Look.onWindow(() -> bench[0].table().open(lesson));
        Look.until(() -> bench[0].lessons().lesson().get().isPresent());
        int[] steps = new int[1];
        Look.onWindow(() -> steps[0] = bench[0].lessons().size());
        for (int i = 1; i <= steps[0]; i++) {
            take(bench[0], stage[0], folder.resolve(name + "-" + i).toString());
        }
        Look.onWindow(() -> {
            bench[0].close();
            stage[0].hide();
        });
        Look.until(() -> bench[0].closed().get());
    }

    private static void take(Workbench bench, Stage stage, String name) throws Exception {
        Step step = bench.lessons().step().orElseThrow();
        if (step.question().isPresent()) {
            Look.onWindow(() -> {
                bench.lessons().predict(Fate.Kind.REQUEST_LOST);
                bench.canvas()
                        .selection()
                        .set(Set.of(bench.drawing()
                                .drawing()
                                .get()
                                .topology()
                                .nodes()
                                .getFirst()
                                .name()
                                .value()));
            });
            Look.rest(300);
            Look.shoot(stage, Path.of(name + "-asked.png"));
        }
        for (Action action : step.actions()) {
            Look.onWindow(() -> bench.lessons().act(action));
            switch (action) {
                case Action.Run r -> Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
                case Action.Ping p -> {
                    Look.until(() -> !bench.pings().waiting().get());
                    Look.until(() -> !bench.playback().playing().get());
                }
                case Action.Change c ->
                    Look.until(() -> bench.lessons().done().get().isPresent());
                case Action.Stop s -> Look.rest(500);
                case Action.Open o -> Look.rest(100);
            }
        }
        Look.until(() -> bench.lessons().isDone());
        Look.rest(400);
        Look.shoot(stage, Path.of(name + "-done.png"));
        Look.onWindow(() -> bench.lessons().next());
    }
}
