package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Settings;
import dev.pathlight.view.scene.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
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

/** Walks through the real window, with the bridge lecture replayed instead of a kernel. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");
    private static final List<String> REQUEST =
            List.of("this/ns1/veth0", "this/br-veth0", "this/br-veth1", "this/ns2/veth1");

    @TempDir
    private Path dir;

    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private void runTheBridge(FxRobot robot) {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
    }

    @Test
    void aPingChosenInTheBarIsFollowedHopByHopAndItsRowLightsUp(FxRobot robot) {
        runTheBridge(robot);
        walk.show(b -> b.playback().speed().set(4));
        robot.clickOn("#ping");
        walk.await("the request was played", () -> walk.story().played("icmp").containsAll(REQUEST));
        walk.await(
                "everything was played",
                () -> !walk.bench().playback().playing().get());
        assertThat(walk.story().played("icmp"))
                .startsWith(REQUEST.toArray(String[]::new))
                .endsWith(REQUEST.reversed().toArray(String[]::new));
        assertThat(walk.story().litRows())
                .containsSubsequence(
                        "icmp this/br-veth0 06:b5:78:d9:7b:75 on port 2",
                        "icmp this/br-veth1 1a:7e:30:46:72:11 on port 1");
    }

    /** At 1280×800 and at 1920×1080: interface names and addresses, then namespace names. */
    @Test
    void theDrawingIsReadFromTheLastRow(FxRobot robot) {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        walk.resize(1280, 800);
        assertThat(walk.px(Type.INTERFACE.size())).isGreaterThanOrEqualTo(14);
        assertThat(walk.px(Type.ADDRESS.size())).isGreaterThanOrEqualTo(14);
        assertThat(walk.px(Type.SPACE.size())).isGreaterThanOrEqualTo(22);
        walk.resize(1920, 1080);
        assertThat(walk.px(Type.INTERFACE.size())).isGreaterThanOrEqualTo(18);
        assertThat(walk.px(Type.ADDRESS.size())).isGreaterThanOrEqualTo(18);
        assertThat(walk.px(Type.SPACE.size())).isGreaterThanOrEqualTo(28);
    }

    @Test
    void aPingIsDraggedFromOneNamespaceToTheOther(FxRobot robot) {
        runTheBridge(robot);
        robot.clickOn("#tool-ping");
        Point2D from = walk.onScreen("this/ns1");
        Point2D to = walk.onScreen("this/ns2");
        robot.drag(from.getX(), from.getY(), MouseButton.PRIMARY).dropTo(to.getX(), to.getY());
        walk.await("the request was played", () -> walk.story().played("icmp").size() >= 4);
        assertThat(walk.story().played("icmp").subList(0, 4)).isEqualTo(REQUEST);
    }

    @Test
    void theDotIsPaintedAtTheHopAndTheRowOfTheTableIsStyledAsUsed(FxRobot robot) {
        runTheBridge(robot);
        robot.clickOn("#ping");
        walk.await(
                "there is a reply", () -> walk.bench().pings().outcome().get().isPresent());
        assertThat(walk.seenHopByHop())
                .containsExactly(
                        "this/ns1/veth0: ",
                        "this/br-veth0: 06:b5:78:d9:7b:75",
                        "this/br-veth1: 06:b5:78:d9:7b:75",
                        "this/ns2/veth1: ");
    }

    @Test
    void arrowsStepBackAndForthAndSpacePlays(FxRobot robot) {
        runTheBridge(robot);
        walk.show(b -> b.playback().speed().set(0.25));
        robot.clickOn("#ping");
        walk.await(
                "a journey plays", () -> walk.bench().playback().moment().get().isPresent());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth0");
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth1");
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(walk.hop()).isEqualTo("arp this/br-veth0");
        assertThat(walk.bench().playback().playing().get()).isFalse();
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(walk.bench().playback().playing().get()).isTrue();
        assertThat(walk.bench().runModel().state().get()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aNamespaceIsPlacedUndoneAndRedone(FxRobot robot) {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        Drawing before = walk.drawing();
        robot.clickOn("#tool-namespace");
        Bounds node = walk.boundsOnScreen("this");
        robot.clickOn(node.getMinX() + 16, node.getMaxY() - 12);
        walk.await("something was added", () -> !walk.drawing().equals(before));
        Drawing after = walk.drawing();
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(walk.drawing()).isEqualTo(before);
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertThat(walk.drawing()).isEqualTo(after);
    }

    @Test
    void aBadFileIsExplainedInThreePartsAndTheDrawingStays(FxRobot robot) throws Exception {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        Drawing before = walk.drawing();
        walk.asking().toOpen(Files.writeString(dir.resolve("bad.json"), "{\"version\": 1,\n  \"nodes\": [}"));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        walk.await(
                "the problem is shown", () -> robot.lookup("#problem").query().isVisible());
        assertThat(walk.text("#problem-what")).isEqualTo("bad.json could not be opened.");
        assertThat(walk.text("#problem-why")).contains("bad.json:2:");
        assertThat(walk.text("#problem-todo")).isNotBlank();
        assertThat(walk.drawing()).isEqualTo(before);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(robot.lookup("#problem").query().isVisible()).isFalse();
    }

    @Test
    void theLanguageAndTheThemeChangeAtOnce(FxRobot robot) {
        runTheBridge(robot);
        assertThat(walk.text("#status")).isEqualTo("Running in the sandbox");
        robot.clickOn("#language");
        assertThat(walk.text("#status")).isEqualTo("正在沙箱中运行");
        assertThat(walk.bench().phrases().locale().get()).isEqualTo(Locale.CHINESE);
        robot.clickOn("#appearance").clickOn("#appearance-dark");
        assertThat(robot.lookup("#appearance").query().getScene().getStylesheets())
                .anyMatch(s -> s.endsWith("dark.css"));
    }

    @Test
    void lessMotionIsChosenOnceForPacketsInkAndBoxes(FxRobot robot) {
        runTheBridge(robot);
        robot.clickOn("#appearance").clickOn("#appearance-still");
        assertThat(walk.settings().motion().get()).isEqualTo(Settings.Motion.REDUCED);
        assertThat(walk.bench().playback().still().get()).isTrue();
        assertThat(((CanvasPane) robot.lookup("#canvas").query()).still().get()).isTrue();
        robot.clickOn("#appearance").clickOn("#appearance-still");
        assertThat(walk.bench().playback().still().get()).isFalse();
    }

    @Test
    void changesThatAreNotSavedAreNotLostUnasked(FxRobot robot) {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.clickOn("#tool-namespace");
        Bounds node = walk.boundsOnScreen("this");
        robot.clickOn(node.getMinX() + 16, node.getMaxY() - 12);
        Drawing edited = walk.drawing();
        walk.asking().answer(Asking.Answer.CANCEL);
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        assertThat(walk.drawing()).isEqualTo(edited);
        assertThat(walk.asking().asked()).isEqualTo(1);
        walk.asking().answer(Asking.Answer.DISCARD);
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        assertThat(walk.drawing()).isEqualTo(Drawing.empty());
    }

    @Test
    void theGalleryOpensADrawingAndStopMakesItGreyAgain(FxRobot robot) {
        walk.await(
                "the gallery is read",
                () -> robot.lookup("#gallery-bridge").tryQuery().isPresent());
        robot.clickOn("#gallery-bridge");
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.press(KeyCode.F5).release(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        assertThat(walk.bench().canvas().health().get()).isNotEmpty();
        robot.press(KeyCode.SHIFT, KeyCode.F5).release(KeyCode.F5, KeyCode.SHIFT);
        walk.await("it stops", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
        assertThat(walk.bench().canvas().health().get()).isEmpty();
    }

    @Test
    void thePingChooserOffersWhatHasAnAddress(FxRobot robot) {
        runTheBridge(robot);
        ComboBox<SpaceId> from = robot.lookup("#ping-from").queryComboBox();
        assertThat(from.getItems()).containsExactly(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        assertThat(from.getValue()).isEqualTo(SpaceId.parse("this/ns1"));
    }
}
