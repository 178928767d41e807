package dev.pathlight.ui;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Fate;
import dev.pathlight.lesson.Step;
import dev.pathlight.session.Sessions;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Set;

/**
 * Draws every screen of a lesson, taken on the real kernel, to PNG files, to be looked at. Needs a display. Arguments: the folder
 * to draw into, the lesson's file, and words that the size, theme and language must have, as {@code 1280-dark-zh}.
 */
public final class LookLesson {
    private LookLesson() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 2 ? args[2] : ""),
                Sessions.sandbox(),
                w -> lesson(w, Path.of(args[1])));
    }

    private static void lesson(LookWindow w, Path lesson) throws Exception {
        Workbench bench = w.bench();
        Look.until(() -> !bench.gallery().groups().isEmpty());
        w.shoot("0-gallery");
        Look.onWindow(() -> {
            bench.playback().speed().set(4);
            bench.table().open(lesson);
        });
        Look.until(() -> bench.lessons().lesson().get().isPresent());
        int[] steps = new int[1];
        Look.onWindow(() -> steps[0] = bench.lessons().size());
        for (int i = 1; i <= steps[0]; i++) {
            take(w, i);
        }
    }

    private static void take(LookWindow w, int at) throws Exception {
        Workbench bench = w.bench();
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
            w.shoot(at + "-asked");
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
        w.shoot(at + "-done");
        Look.onWindow(() -> bench.lessons().next());
    }
}
