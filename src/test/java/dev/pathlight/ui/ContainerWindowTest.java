package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pathlight.check.Finding;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.Drawing;
import dev.pathlight.view.ListenersModel;
import dev.pathlight.view.PingModel;
import dev.pathlight.view.Problem;
import dev.pathlight.view.RunState;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Container mode drawn with the palette's tool, run, found to share its ports, and mended. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ContainerWindowTest {
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
    void twoContainersAreDrawnTakeEachOthersPortAndTalkOnceTheyDoNot(FxRobot robot) throws Exception {
        robot.clickOn("#welcome-new");
        String pod = draw(robot);
        robot.clickOn("#form-listens-new").write("http:80").push(KeyCode.ENTER);
        walk.await("the second port is found", () -> !walk.bench().findings().isEmpty());
        assertThat(walk.bench().findings())
                .extracting(Finding::rule, Finding::element)
                .containsExactly(tuple("port-taken", pod + "/client"));
        run(robot);
        walk.await("it is told", () -> walk.bench().problem().get().isPresent());
        assertThat(walk.bench().problem().get().map(Problem::why).orElseThrow())
                .startsWith("web listens on TCP port 80 already, and containers of one namespace share its ports");
        stop(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.clickOn(walk.onScreen(pod + "/client"));
        robot.clickOn("#form-listens-0-remove");
        walk.await("it is mended", () -> walk.bench().findings().isEmpty());
        run(robot);
        walk.await(
                "web listens",
                () -> walk.bench().tables().listeners().rows().stream()
                        .map(ListenersModel.Row::container)
                        .toList()
                        .equals(List.of("web")));
        robot.clickOn("#tool-ping");
        Point2D client = walk.onScreen(pod + "/client");
        robot.drag(client.getX(), client.getY(), MouseButton.PRIMARY).dropTo(walk.onScreen(pod + "/web"));
        walk.await("there is a page", () -> walk.bench().pings().outcome().get().isPresent());
        PingModel.Outcome outcome = walk.bench().pings().outcome().get().orElseThrow();
        assertThat(outcome.from() + " → " + outcome.to()).isEqualTo("client → web (127.0.0.1:80)");
        assertThat(outcome.micros()).isPresent();
        stop(robot);
        undoAll(robot);
        assertThat(walk.drawing()).isEqualTo(Drawing.empty());
    }

    /** One container by drag on the empty drawing, which brings its namespace; another by key and click, in it. */
    private String draw(FxRobot robot) {
        Drawing before = walk.drawing();
        robot.drag("#tool-container").dropTo(walk.inCanvas(0.5, 0.5));
        walk.await("a container was placed", () -> !walk.drawing().equals(before));
        String web = walk.bench().canvas().selection().get().iterator().next();
        String pod = web.substring(0, web.lastIndexOf('/'));
        Point2D into = walk.onScreen(pod);
        robot.push(KeyCode.O);
        robot.clickOn(into);
        walk.await(
                "another stands beside it",
                () -> walk.bench().canvas().selection().get().contains(pod + "/client"));
        assertThat(web).isEqualTo(pod + "/web");
        walk.await(
                "it is shown",
                () -> robot.lookup("#form-listens-new").tryQuery().isPresent());
        return pod;
    }

    private void run(FxRobot robot) throws Exception {
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
    }

    private void stop(FxRobot robot) throws Exception {
        robot.clickOn("#stop");
        walk.await("it stops", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
    }

    private void undoAll(FxRobot robot) {
        for (int i = 0; i < 50 && !walk.bench().drawing().undoName().get().isEmpty(); i++) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
    }
}
