package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pen, spot and the floating window, with a real mouse and real keys. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class TalkWindowTest {
    private Walk walk;

    @Start
    private void start(Stage shown) {
        walk = Walk.open(shown, FakeSession.opener());
    }

    @BeforeEach
    void open() {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private void press(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
    }

    /** What is on the screen there. The window's thread only. */
    private static Color pixel(Point2D p) {
        return new Robot().getPixelColor(p);
    }

    @Test
    void thePenDrawsOverTheDrawingStaysOnItsPlaceWhenZoomedAndIsWipedOff(FxRobot robot) {
        Drawing before = walk.drawing();
        robot.clickOn("#pen").clickOn("#chalk-goes").clickOn("#chalk-colour-3");
        Point2D from = walk.onScreen("this/ns1").add(0, -20);
        Point2D to = walk.onScreen("this/ns2").add(0, -20);
        Point2D middle = from.midpoint(to);
        robot.drag(from.getX(), from.getY(), MouseButton.PRIMARY).dropTo(to.getX(), to.getY());
        Color ink = Color.web("#0f1b33");
        walk.await("the line is painted", () -> pixel(middle).equals(ink));
        assertThat(walk.drawing()).isEqualTo(before);

        robot.moveTo(middle).press(KeyCode.CONTROL, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.CONTROL);
        Point2D there =
                walk.onScreen("this/ns1").midpoint(walk.onScreen("this/ns2")).add(0, -25);
        walk.await("it lies on the same things", () -> pixel(there).equals(ink));

        press(robot, KeyCode.F8);
        walk.await("it is wiped off", () -> !pixel(there).equals(ink));
        press(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup("#chalk-bar").query().isVisible()).isFalse();
        robot.clickOn(walk.onScreen("this/ns1"));
        assertThat(walk.bench().canvas().selection().get()).containsExactly("this/ns1");
    }

    @Test
    void theEraserAndTheRightButtonTakeStrokesAway(FxRobot robot) {
        press(robot, KeyCode.F6);
        robot.clickOn("#chalk-goes").clickOn("#chalk-colour-3");
        Point2D a = walk.inCanvas(0.3, 0.2);
        Point2D b = walk.inCanvas(0.6, 0.2);
        Point2D middle = a.midpoint(b);
        Color paper = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> pixel(middle));
        for (boolean right : List.of(true, false)) {
            robot.drag(a.getX(), a.getY(), MouseButton.PRIMARY).dropTo(b.getX(), b.getY());
            walk.await("the line is painted", () -> !pixel(middle).equals(paper));
            if (right) {
                robot.clickOn(middle, MouseButton.SECONDARY);
            } else {
                robot.clickOn("#chalk-eraser").clickOn(middle);
            }
            walk.await("it is gone", () -> pixel(middle).equals(paper));
        }
    }

    @Test
    void theSpotFollowsThePointerAndLeavesTheMouseToTheDrawing(FxRobot robot) {
        Point2D place = walk.onScreen("this/ns2").add(40, 0);
        press(robot, KeyCode.F7);
        robot.moveTo(place);
        walk.await(
                "the spot is there",
                () -> pixel(place).getRed() > 0.7 && pixel(place).getGreen() < 0.3);
        robot.clickOn(place);
        assertThat(walk.bench().canvas().selection().get()).containsExactly("this/ns2");
        press(robot, KeyCode.F7);
        walk.await("it is gone", () -> pixel(place).getGreen() > 0.5);
    }

    private static Stage floating() {
        return (Stage) Window.getWindows().stream()
                .filter(w -> w.getScene() != null
                        && "floating".equals(w.getScene().getRoot().getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDrawingFloatsOverOtherWindowsAliveIsMovedAndResizedAndComesBack(FxRobot robot) {
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        press(robot, KeyCode.F9);
        walk.await(
                "it floats", () -> Window.getWindows().size() == 2 && floating().isShowing());
        Stage small = floating();
        assertThat(small.isAlwaysOnTop()).isTrue();
        Node canvas = robot.lookup("#canvas").query();
        assertThat(canvas.getScene().getWindow()).isSameAs(small);

        double x = small.getX();
        double width = small.getWidth();
        Point2D bar = new Point2D(small.getX() + 60, small.getY() + 14);
        robot.drag(bar.getX(), bar.getY(), MouseButton.PRIMARY).dropTo(bar.getX() - 200, bar.getY() - 100);
        walk.await("it moved", () -> small.getX() == x - 200);
        Point2D corner = new Point2D(small.getX() + small.getWidth() - 6, small.getY() + small.getHeight() - 6);
        robot.drag(corner.getX(), corner.getY(), MouseButton.PRIMARY).dropTo(corner.getX() + 150, corner.getY() + 80);
        walk.await("it grew", () -> small.getWidth() == width + 150);
        robot.clickOn("#float-opacity");
        walk.await("it is fainter", () -> small.getOpacity() < 0.9);

        walk.show(b -> b.playback().speed().set(0.25));
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        walk.await("a journey plays there", () -> !walk.hop().isEmpty());
        walk.show(b -> b.playback().go(0));
        assertThat(walk.dots("arp")).containsExactly("this/ns1/veth0");

        robot.clickOn("#float-back");
        walk.await("it is back", () -> !small.isShowing());
        assertThat(canvas.getScene().getWindow()).isNotSameAs(small);
        press(robot, KeyCode.RIGHT);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth0");
    }
}
