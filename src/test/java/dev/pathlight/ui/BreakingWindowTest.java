package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Sessions;
import dev.pathlight.session.breaking.Breakage;
import dev.pathlight.view.BreakModel;
import dev.pathlight.view.PingModel.Outcome;
import dev.pathlight.view.Problem;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The running lecture is broken by the menu, its ping dies with the reason, and it is mended, on the real kernel. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class BreakingWindowTest {
    /** A link that just came up may take a moment. */
    private static final int TRIES = 5;

    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, Sessions.sandbox());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    @Test
    void whatTheMenuBreaksIsExplainedByThePingAndMendedByTheBar(FxRobot robot) throws Exception {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.press(KeyCode.F5).release(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        BreakModel model = walk.bench().runModel().breaking();
        walk.await("there is something to break", () -> !model.offers().isEmpty());
        walk.show(b -> b.canvas().selection().set(Set.of("this/br-veth1")));
        walk.show(b -> b.playback().speed().set(4));

        robot.clickOn("#break").clickOn("this br-veth1 is down");
        walk.await(
                "it is broken", () -> !model.broken().isEmpty() && !model.busy().get());
        assertThat(Nameless.anywhere()).isEmpty();
        assertThat(model.broken().getFirst().breakage().kind()).isEqualTo(Breakage.Kind.LINK_DOWN);
        robot.clickOn("#ping");
        walk.await(
                "the ping is over", () -> walk.bench().pings().outcome().get().isPresent());
        assertThat(walk.bench().problem().get().map(Problem::why))
                .hasValueSatisfying(why -> assertThat(why).contains("br-veth1").contains("down"));

        robot.clickOn("#mend");
        walk.await(
                "it is mended", () -> model.broken().isEmpty() && !model.busy().get());
        for (int i = 0; i < TRIES && !isAnswered(); i++) {
            robot.clickOn("#ping");
            walk.await("the ping is over", () -> !walk.bench().pings().waiting().get());
        }
        assertThat(isAnswered()).isTrue();
    }

    private boolean isAnswered() {
        return walk.bench().pings().outcome().get().flatMap(Outcome::micros).isPresent();
    }
}
