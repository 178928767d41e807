package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.Fate;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.LessonModel;
import dev.pathlight.view.LessonModel.Tick;
import dev.pathlight.view.RunState;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The bridge lesson, taken in the real window on the real kernel with mouse and keys. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class LessonWindowTest {
    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, Sessions.sandbox());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private LessonModel lessons() {
        return walk.bench().lessons();
    }

    @Test
    void aClassTakesTheBridgeLessonFromTheGalleryToItsEnd(FxRobot robot) {
        walk.await(
                "the gallery is there", () -> !walk.bench().gallery().groups().isEmpty());
        robot.clickOn("#lesson-bridge");
        walk.await("the lesson begins", () -> lessons().lesson().get().isPresent());
        assertThat(walk.text("#lesson-where")).isEqualTo("Step 1 of 6");
        walk.show(b -> b.playback().speed().set(4));
        robot.clickOn("#lesson-do-0");
        walk.await("the first step is ticked", () -> lessons().isDone());

        robot.clickOn("#lesson-next");
        assertThat(lessons().ticks()).noneMatch(Tick::holds);
        robot.clickOn("#predict-request").clickOn(walk.onScreen("this/br0"));
        Fate guess = new Fate(Fate.Kind.REQUEST_LOST, Optional.of(SpaceId.parse("this")));
        walk.await("the class has said where", () -> lessons().predicted().get().equals(Optional.of(guess)));
        // By hand, not by the lesson's button: the tick goes by what is seen.
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        walk.await("the second step is ticked", () -> lessons().isDone());
        assertThat(walk.text("#fate-said")).isEqualTo("The class said: The request is lost at this machine");
        assertThat(walk.text("#fate-was")).isEqualTo("What happened: The answer comes back");

        robot.press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN);
        walk.await(
                "the table's rows are ticked",
                () -> lessons().at().get() == 2 && lessons().isDone());
        robot.clickOn("#lesson-next").clickOn("#lesson-do-0");
        walk.await("the fourth step is ticked", () -> lessons().isDone());

        robot.clickOn("#lesson-next").clickOn("#predict-request").clickOn("#lesson-do-0");
        walk.await("the cable is cut", () -> lessons().done().get().isPresent());
        robot.clickOn("#lesson-do-1");
        walk.await("where it was lost is ticked", () -> lessons().isDone());
        assertThat(walk.text("#fate-was")).isEqualTo("What happened: The request is lost at this machine");
        assertThat(walk.bench().problem().get()).isEmpty();

        robot.clickOn("#lesson-next").clickOn("#lesson-do-0");
        walk.await("the cable is whole", () -> lessons().done().get().isPresent());
        robot.clickOn("#lesson-do-1");
        walk.await("the last step is ticked", () -> lessons().isDone());
        robot.press(KeyCode.F2).release(KeyCode.F2);
        walk.await("the lesson is put away", () -> lessons().lesson().get().isEmpty());
        assertThat(walk.bench().runModel().state().get()).isEqualTo(RunState.RUNNING);
    }
}
