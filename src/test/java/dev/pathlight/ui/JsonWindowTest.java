package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The drawing's JSON under a real keyboard. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class JsonWindowTest {
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");

    private Walk walk;
    private JsonArea area;
    private Drawing before;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, FakeSession.opener());
    }

    @BeforeEach
    void openTheText(FxRobot robot) {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        before = walk.drawing();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        area = robot.lookup("#json").queryAs(JsonArea.class);
        walk.await("its text is shown, and has the keys", () -> area.getText().equals(written()) && area.isFocused());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private String written() {
        return TopologyWriter.write(walk.bench().drawing().drawing().get());
    }

    private String typed() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> area.getText());
    }

    /** Selects the first {@code text}, as a double click would. */
    private void select(String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            int at = area.getText().indexOf(text);
            area.requestFocus();
            area.selectRange(at, at + text.length());
        });
    }

    private List<Cidr> addresses() {
        return walk.drawing().topology().find(VETH0).orElseThrow().addresses();
    }

    private void drag(FxRobot robot, String path) {
        Drawing was = walk.drawing();
        robot.drag(walk.onScreen(path), MouseButton.PRIMARY)
                .moveBy(30, 20)
                .moveBy(10, 10)
                .drop();
        walk.await("it was moved", () -> !walk.drawing().equals(was));
    }

    private List<String> marked(FxRobot robot, String state) {
        return robot.lookup(".lineno").<Label>queryAll().stream()
                .filter(l -> l.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
                .filter(l -> l.getParent().getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
                .map(l -> l.getText().strip())
                .toList();
    }

    private String words(FxRobot robot, String box) {
        return Stream.of(" .label", " .hyperlink")
                .flatMap(kind -> robot.lookup(box + kind).<Labeled>queryAll().stream())
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    /** Where the thing of that name begins: its name is on the line after. */
    private String lineOf(String name) {
        String all = typed();
        return Long.toString(all.substring(0, all.indexOf(name)).lines().count() - 1);
    }

    @Test
    void whatIsTypedIsOnTheDrawingAndOneUndoTakesBothBack(FxRobot robot) {
        select("10.1.1.2/24");
        robot.write("10.1.1.9/24");
        walk.await("it is on the drawing", () -> addresses().equals(List.of(Cidr.parse("10.1.1.9/24"))));
        assertThat(walk.bench().canvas().drawing().get()).isEqualTo(walk.drawing());
        assertThat(walk.bench().drawing().undoName().get()).isEqualTo("Edit the JSON");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.drawing()).isEqualTo(before);
        walk.await("the text is back", () -> area.getText().equals(written()));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        walk.await("and there again", () -> area.getText().contains("10.1.1.9/24"));
        robot.type(KeyCode.TAB);
        assertThat(area.isFocused()).as("the Tab key leads out").isFalse();
    }

    @Test
    void whatCannotBeReadStaysTypedSaysWhereAndLosesNothing(FxRobot robot) {
        select("\"name\"");
        robot.push(KeyCode.LEFT).write("oops ");
        walk.await("it is said", () -> robot.lookup("#json-mistake").tryQuery().isPresent());
        assertThat(words(robot, "#json-mistake").lines())
                .contains("Line 3, column 3", "Look for a missing comma, quote or bracket just before.")
                .anyMatch(l -> l.startsWith("This is not JSON: "));
        assertThat(marked(robot, "unreadable")).containsExactly("3");
        assertThat(walk.drawing()).isEqualTo(before);

        drag(robot, "this/ns1");
        Drawing moved = walk.drawing();
        assertThat(typed()).as("the text is the typist's").contains("oops ").isNotEqualTo(written());
        select("oops ");
        robot.push(KeyCode.DELETE);
        walk.await(
                "it asks which one counts",
                () -> robot.lookup("#json-insist").tryQuery().isPresent());
        assertThat(walk.drawing()).isEqualTo(moved);
        robot.clickOn("#json-discard");
        walk.await("the text follows", () -> area.getText().equals(written()));
        assertThat(walk.drawing()).isEqualTo(moved);
        walk.await(
                "nothing is asked",
                () -> robot.lookup("#json-mistake").tryQuery().isEmpty());
    }

    @Test
    void theTextFollowsTheCanvasAndTheCursorStaysWhereItWas(FxRobot robot) {
        select("\"ns2\"");
        assertThat(walk.selection()).allMatch(p -> p.startsWith("this/ns2"));
        drag(robot, "this/ns1");
        walk.await("the text follows", () -> area.getText().equals(written()));
        assertThat(area.getSelectedText()).isEqualTo("\"ns2\"");
        assertThat(marked(robot, "selected"))
                .as("what is selected there is marked here")
                .containsExactly(lineOf("\"ns1\""));
    }

    @Test
    void whatIsFoundWrongIsMarkedAtItsLineAndMendedThere(FxRobot robot) {
        select("10.1.1.3/24");
        robot.write("10.1.1.2/24");
        walk.await("it is found", () -> words(robot, ".json-troubles").contains("both have 10.1.1.2\n"));
        robot.clickOn(".json-troubles .json-where");
        walk.await("its line is marked", () -> !marked(robot, "warning").isEmpty());
        assertThat(words(robot, ".json-troubles"))
                .contains("Line " + marked(robot, "warning").getFirst() + ", column ");
        Node mend = robot.lookup(".json-troubles .mend").queryAll().iterator().next();
        robot.clickOn(mend);
        walk.await(
                "it is mended",
                () -> walk.bench().findings().isEmpty()
                        && marked(robot, "warning").isEmpty());
        walk.await("the text follows", () -> area.getText().equals(written()));
        assertThat(walk.bench().drawing().undoName().get()).startsWith("Use ");
    }

    @Test
    void whatIsTypedCountsBeforeItRunsAndReachesWhatRuns(FxRobot robot) {
        select("10.1.1.2/24");
        robot.write("10.1.1.8/24").push(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        assertThat(addresses()).containsExactly(Cidr.parse("10.1.1.8/24"));
        assertThat(running()).contains(walk.drawing().topology());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        select("10.1.1.8/24");
        robot.write("10.1.1.9/24");
        walk.await("it is on the drawing", () -> addresses().equals(List.of(Cidr.parse("10.1.1.9/24"))));
        walk.await(
                "it runs as drawn",
                () -> running().equals(Optional.of(walk.drawing().topology())));
    }

    private Optional<Topology> running() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> walk.bench().living().running().get());
    }
}
