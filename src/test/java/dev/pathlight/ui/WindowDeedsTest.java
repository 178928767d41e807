package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a hand does that is new to the window: clicks twice, drags, presses keys wherever the focus is. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class WindowDeedsTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");

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

    private void open() {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
    }

    private void run(FxRobot robot) {
        open();
        robot.clickOn("#run");
        walk.await("it runs", () -> state() == RunState.RUNNING);
    }

    private RunState state() {
        return walk.bench().runModel().state().get();
    }

    private Tool tool() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> walk.bench().canvas().tool().get());
    }

    @Test
    void aDoubleClickOnRunDoesNotStopWhatItStarts(FxRobot robot) {
        open();
        robot.doubleClickOn("#run");
        walk.await("it runs", () -> state() == RunState.RUNNING);
        robot.sleep(600);
        assertThat(state()).isEqualTo(RunState.RUNNING);
        robot.clickOn("#stop");
        walk.await("it stops", () -> state() == RunState.STOPPED);
    }

    @Test
    void aDoubleClickInTheGalleryIsNoClickOnTheDrawingItOpens(FxRobot robot) {
        walk.await(
                "the gallery is there",
                () -> robot.lookup("#gallery-bridge").tryQuery().isPresent());
        robot.doubleClickOn("#gallery-bridge");
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.sleep(300);
        walk.show(b -> assertThat(b.canvas().selection().get()).isEmpty());
        assertThat(walk.bench().inspected().get()).isZero();
        robot.sleep(600).clickOn(walk.boundsOnScreen("this/ns1"));
        walk.show(b -> assertThat(b.canvas().selection().get()).isNotEmpty());
    }

    @Test
    void aNamespaceIsDraggedOverFromThePalette(FxRobot robot) {
        open();
        Drawing before = walk.drawing();
        Bounds node = walk.boundsOnScreen("this");
        robot.moveTo("#tool-namespace").press(MouseButton.PRIMARY);
        robot.moveBy(30, 5).moveBy(30, 5);
        robot.moveTo(node.getMinX() + 40, node.getMaxY() - 20).moveBy(2, 2);
        robot.release(MouseButton.PRIMARY);
        walk.await(
                "it was dropped", () -> !walk.bench().drawing().drawing().get().equals(before));
        assertThat(walk.drawing().topology().spaces().map(Object::toString))
                .containsExactlyInAnyOrder("this", "this/ns1", "this/ns2", "this/ns3");
        assertThat(walk.bench().drawing().undoName().get()).isEqualTo("Add namespace");
    }

    @Test
    void allKeysAreShownByOneAndPutAwayByAnother(FxRobot robot) {
        open();
        assertThat(robot.lookup("#keys").query().isVisible()).isFalse();
        robot.type(KeyCode.F1);
        assertThat(robot.lookup("#keys").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#keys").query().isVisible()).isFalse();
    }

    @Test
    void aKeyIsALetterWhereOneTypesAndAToolEverywhereElse(FxRobot robot) {
        open();
        robot.clickOn("#tool-node").type(KeyCode.C);
        assertThat(tool()).isEqualTo(Tool.CABLE);
        robot.type(KeyCode.ESCAPE);
        assertThat(tool()).isEqualTo(Tool.SELECT);
        walk.show(b -> b.canvas().selection().set(Set.of("this/ns1")));
        walk.show(b -> b.inspect("this/ns1"));
        TextField field = robot.lookup(".inspector .text-field").queryAs(TextField.class);
        String was = field.getText();
        robot.clickOn(field).type(KeyCode.END).type(KeyCode.C);
        assertThat(field.getText()).isEqualTo(was + "c");
        assertThat(tool()).isEqualTo(Tool.SELECT);
    }

    @Test
    void theWayBackToTheGalleryAsksBeforeItStopsWhatRuns(FxRobot robot) {
        run(robot);
        walk.asking().mayStop(false);
        robot.clickOn("#home");
        assertThat(walk.asking().askedToStop()).isEqualTo(1);
        assertThat(state()).isEqualTo(RunState.RUNNING);
        walk.asking().mayStop(true);
        robot.clickOn("#home");
        walk.await("the gallery is shown", () -> walk.bench().welcome().get());
        assertThat(state()).isEqualTo(RunState.STOPPED);
        assertThat(robot.lookup("#save").query().isDisabled()).isTrue();
    }

    @Test
    void aNameWithoutExtensionGetsTheOneOfDrawings() {
        assertThat(Dialogs.extended(Path.of("/x/lecture"))).isEqualTo(Path.of("/x/lecture.json"));
        assertThat(Dialogs.extended(Path.of("/x/v1.2"))).isEqualTo(Path.of("/x/v1.2.json"));
        assertThat(Dialogs.extended(Path.of("/x/Lecture.JSON"))).isEqualTo(Path.of("/x/Lecture.JSON"));
    }

    /** Menus, tooltips, lists and dialogs are windows of their own, which know only what every root is told. */
    @Test
    void noPieceOfTheWindowAsksForAColourItDoesNotKnow(FxRobot robot) {
        List<String> told = new CopyOnWriteArrayList<>();
        Handler ear = ear(told);
        Logger css = Logger.getLogger("javafx.css");
        css.addHandler(ear);
        try {
            run(robot);
            for (int i = 0; i < 2; i++) {
                robot.moveTo("#home").sleep(700);
                robot.rightClickOn(walk.onScreen("this/ns1")).sleep(300).type(KeyCode.ESCAPE);
                robot.clickOn("#ping-from").sleep(200).type(KeyCode.ESCAPE);
                robot.type(KeyCode.F1).type(KeyCode.ESCAPE);
                Platform.runLater(() -> new Dialogs(stage, walk.bench().phrases()).stop("this"));
                robot.sleep(500).type(KeyCode.ESCAPE);
                robot.push(KeyCode.CONTROL, KeyCode.T);
            }
        } finally {
            css.removeHandler(ear);
        }
        assertThat(told).isEmpty();
    }

    private static Handler ear(List<String> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord r) {
                told.add(r.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
