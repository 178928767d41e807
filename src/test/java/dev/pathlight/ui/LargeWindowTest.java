package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** 500 namespaces and 1,000 cables under a real mouse. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class LargeWindowTest {
    /** In as many rounds all code that runs has been compiled by the JVM, or nearly. */
    private static final int WARM = 3;
    /** Of the events of a round: what the JVM itself still takes its time for, compiling and loading. */
    private static final double SPARE = 0.02;

    @TempDir
    private Path folder;

    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    @Test
    void noEventHoldsUpTheWindowAndTheSmallMapLeadsAnywhere(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("large.json"), TopologyWriter.write(Drawings.large()));
        walk.show(b -> b.table().open(file));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        for (int i = 0; i < WARM; i++) {
            round(robot);
        }
        walk.watch().forget();
        round(robot);
        hardlyAnythingTookLong();
        theMapLeadsAnywhere(robot);
    }

    private void hardlyAnythingTookLong() {
        List<FxWatch.Spell> longest = walk.watch().longest();
        int all = walk.watch().count();
        assertThat(all).isGreaterThan(50);
        assertThat(longest.size())
                .as("%s of %s events were long: %s", longest.size(), all, longest)
                .isLessThanOrEqualTo((int) Math.ceil(SPARE * all));
    }

    @Test
    void theTextOfALargeDrawingHoldsUpNothing(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("large.json"), TopologyWriter.write(Drawings.large()));
        walk.show(b -> b.table().open(file));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        for (int i = 0; i < WARM; i++) {
            write(robot, "10.99.0." + (i + 1));
        }
        walk.watch().forget();
        write(robot, "10.99.0.9");
        hardlyAnythingTookLong();
    }

    /** Turns to the text, types an address, drags a namespace, takes both back and turns away. */
    private void write(FxRobot robot, String address) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        JsonArea area = robot.lookup("#json").queryAs(JsonArea.class);
        walk.await("all of it is shown", () -> area.isEditable() && shows(area));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            int at = area.getText().indexOf("/24\"");
            int from = area.getText().lastIndexOf('"', at) + 1;
            area.requestFocus();
            area.selectRange(from, at);
        });
        robot.write(address);
        walk.await(
                "it is on the drawing",
                () -> TopologyWriter.write(walk.bench().drawing().drawing().get())
                        .contains(address + "/24"));
        robot.drag(walk.onScreen("machine-7/ns3"), MouseButton.PRIMARY)
                .moveBy(30, 20)
                .moveBy(10, 20)
                .drop();
        walk.await("the text follows", () -> shows(area));
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        walk.await("the text is as before", () -> shows(area) && !area.getText().contains(address));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private boolean shows(JsonArea area) {
        return area.getText()
                .equals(TopologyWriter.write(walk.bench().drawing().drawing().get()));
    }

    private void round(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(walk.inCanvas(0.5, 0.5));
        robot.scroll(10, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(walk.inCanvas(0.2, 0.3));
        robot.moveTo(walk.inCanvas(0.6, 0.6));
        robot.drag(MouseButton.MIDDLE).dropTo(walk.inCanvas(0.4, 0.5));
        robot.moveTo(walk.onScreen("machine-7/ns3"));
        robot.drag(MouseButton.PRIMARY).moveBy(30, 20).moveBy(10, 20).drop();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.DIGIT0).release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void theMapLeadsAnywhere(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0);
        for (int i = 0; i < 8; i++) {
            robot.type(KeyCode.EQUALS);
        }
        robot.release(KeyCode.CONTROL);
        walk.await("part of a large drawing is out of sight", () -> map(robot).isVisible());
        View before = walk.view();
        Bounds map = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> map(robot).localToScreen(map(robot).getBoundsInLocal()));
        robot.clickOn(map.getMinX() + map.getWidth() * 0.2, map.getCenterY());
        View left = walk.view();
        robot.clickOn(map.getMinX() + map.getWidth() * 0.8, map.getCenterY());
        View right = walk.view();
        assertThat(left).isNotEqualTo(before);
        assertThat(right.dx()).isLessThan(left.dx());
        assertThat(right.scale()).isEqualTo(before.scale());

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.O).release(KeyCode.SHIFT, KeyCode.CONTROL);
        walk.await("the map is put away", () -> !map(robot).isVisible());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.O).release(KeyCode.SHIFT, KeyCode.CONTROL);
        walk.await("the map is back", () -> map(robot).isVisible());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("a small drawing needs no map", () -> !map(robot).isVisible());
    }

    private static Node map(FxRobot robot) {
        return robot.lookup("#minimap").query();
    }

    @Test
    void whatHoldsUpTheWindowIsFoundWithItsPlace() {
        walk.watch().forget();
        walk.watch().soon(LargeWindowTest::dawdle);
        walk.await("it has dawdled", () -> !walk.watch().longest().isEmpty());
        assertThat(walk.watch().longest().getFirst().toString()).contains("LargeWindowTest.dawdle");
    }

    private static void dawdle() {
        long until = System.nanoTime() + 20 * FxWatch.LONG;
        double sum = 0;
        while (System.nanoTime() < until) {
            sum += Math.sin(sum);
        }
        assertThat(sum).isNotNaN();
    }
}
