package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.cli.Pathlight;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.session.Sessions;
import dev.pathlight.ui.Asking.Answer;
import dev.pathlight.ui.picture.Pictures;
import dev.pathlight.view.LessonModel.Tick;
import dev.pathlight.view.RunState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An instructor writes a lesson about the lecture's bridge, in the real window on the real kernel, with mouse and keys. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class LessonWritingTest {
    private Walk walk;

    @TempDir
    private Path dir;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, Sessions.sandbox());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private Lesson lesson() {
        return walk.bench().desk().editor().lesson().get().orElseThrow();
    }

    private int steps() {
        return lesson().steps().size();
    }

    @Test
    void aPingIsRecordedTriedSavedAndTakenWithoutAWindow(FxRobot robot) throws Exception {
        Path drawing = Files.copy(Path.of("topologies/bridge.json"), dir.resolve("mine.json"));
        walk.show(b -> b.table().open(drawing));
        walk.await(
                "the drawing is there",
                () -> walk.bench().drawing().file().get().isPresent());
        robot.press(KeyCode.SHIFT, KeyCode.F2).release(KeyCode.F2, KeyCode.SHIFT);
        walk.await(
                "a lesson is being written",
                () -> walk.bench().desk().editor().lesson().get().isPresent());
        walk.show(b -> b.playback().speed().set(4));
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        robot.clickOn("#write-add-step");
        walk.await("there are two steps", () -> steps() == 2);
        robot.clickOn("#write-step-title-en").write("One ping");
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        walk.await(
                "there is a reply", () -> walk.bench().pings().outcome().get().isPresent());
        walk.await("it was played", () -> !walk.bench().playback().playing().get());
        robot.clickOn("#record-0");
        walk.await("it is recorded", () -> lesson().steps().get(1).expected().size() == 2);
        assertThat(lesson().steps().get(1).title().exactly("en")).isEqualTo("One ping");
        assertThat(lesson().steps().get(1).pings()).isTrue();

        robot.clickOn("#write-try");
        walk.await("it is tried", () -> walk.bench().lessons().at().get() == 1);
        assertThat(walk.bench().lessons().ticks()).hasSize(2).noneMatch(Tick::holds);
        robot.clickOn("#lesson-do-0");
        walk.await("the ticks are green", () -> walk.bench().lessons().isDone());
        robot.clickOn("#lesson-edit");
        walk.await(
                "it is written again",
                () -> walk.bench().lessons().lesson().get().isEmpty());

        robot.clickOn("#write-copy");
        walk.await("there are three steps", () -> steps() == 3);
        robot.clickOn("#write-step-title-en");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        walk.await("the copy is taken back", () -> steps() == 2);
        walk.asking().answer(Answer.CANCEL);
        robot.clickOn("#write-close");
        assertThat(walk.asking().asked()).isEqualTo(1);
        robot.clickOn("#write-save");
        Path file = dir.resolve("mine.lesson.json");
        walk.await("it is saved", () -> !walk.bench().desk().editor().dirty().get() && Files.exists(file));
        robot.clickOn("#write-close");
        walk.await(
                "it is put away",
                () -> walk.bench().desk().editor().lesson().get().isEmpty());
        assertThat(walk.asking().asked()).isEqualTo(1);
        assertThat(taken(file)).contains("All 2 steps hold.").doesNotContain("✗");
    }

    /** What the command line prints of it. */
    private static String taken(Path file) {
        StringWriter out = new StringWriter();
        Pathlight.run(
                List.of("lesson", file.toString(), "--lang", "en"),
                Sessions.sandbox(),
                window -> {
                    throw new AssertionError("a window was opened");
                },
                Pictures::of,
                lastWork -> {
                    throw new AssertionError("nobody interrupts a test");
                },
                new PrintWriter(out, true),
                new PrintWriter(out, true));
        return out.toString();
    }
}
