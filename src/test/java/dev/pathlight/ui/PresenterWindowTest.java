package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Before a class: the whole screen and a clicker's keys, pressed in the real window. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class PresenterWindowTest {
    private Walk walk;
    private Stage stage;

    @Start
    private void start(Stage shown) {
        stage = shown;
        walk = Walk.open(shown, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private void press(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }

    private boolean shows(String selector) {
        var node = stage.getScene().lookup(selector);
        return node != null && node.isVisible();
    }

    @Test
    void aClickerStepsThroughThePacketsOnTheWholeScreenAndEscGivesTheWindowBack(FxRobot robot) {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        double before = walk.px(1);
        double width = stage.getWidth();
        robot.clickOn("#present");
        Rectangle2D screen = Screen.getPrimary().getBounds();
        walk.await(
                "the whole screen shows it",
                () -> stage.getScene().getWidth() == screen.getWidth()
                        && stage.getScene().getHeight() == screen.getHeight());
        assertThat(shows(".top-bar") || shows(".palette") || shows(".side") || shows(".status-bar"))
                .isFalse();
        assertThat(walk.px(1)).isGreaterThan(before);

        press(robot, KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        walk.show(b -> b.playback().speed().set(0.25));
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        walk.await("a journey plays", () -> !walk.hop().isEmpty());
        press(robot, KeyCode.PAGE_DOWN);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth0");
        press(robot, KeyCode.PAGE_DOWN);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth1");
        press(robot, KeyCode.PAGE_UP);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth0");
        walk.await("the sentence is shown", () -> shows("#presented-caption"));
        assertThat(walk.text("#presented-caption"))
                .isEqualTo(walk.bench().caption().sentence().get());
        assertThat(walk.text("#presented-row")).isEqualTo("no row");

        press(robot, KeyCode.PERIOD);
        walk.await("the screen is black", () -> shows("#blank"));
        press(robot, KeyCode.B);
        walk.await("it shows again", () -> !shows("#blank"));

        press(robot, KeyCode.ESCAPE);
        walk.await("the window is back", () -> shows(".top-bar") && stage.getWidth() == width);
        assertThat(walk.px(1)).isEqualTo(before);
        press(robot, KeyCode.RIGHT);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth1");
    }

    @Test
    void theDrawingIsOfHighContrastWhileItIsPresented(FxRobot robot) {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        press(robot, KeyCode.F11);
        walk.await("it is presented", () -> shows("#presenter"));
        assertThat(walk.canvasText()).isEqualTo(Color.BLACK);
        robot.press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        assertThat(walk.canvasText()).isEqualTo(Color.WHITE);
        press(robot, KeyCode.F11);
        walk.await("the window is back", () -> shows(".top-bar"));
        assertThat(walk.canvasText())
                .isEqualTo(dev.pathlight.ui.canvas.CanvasStyle.dark().text());
    }
}
