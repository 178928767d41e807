package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looking for things on the drawing and for what the window can do, with a real keyboard. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class FinderWindowTest {
    /** What the canvas does with a key while it has the focus: gestures, not commands. */
    private static final Set<String> OUT_OF_THE_LIST = Set.of("Shift", "Tab", "Ctrl+Space", "Alt+←→↑↓", "B  .");

    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, FakeSession.opener());
    }

    @BeforeEach
    void openTheBridge() {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private Set<String> selection() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> walk.bench().canvas().selection().get());
    }

    private static List<FinderPane.Answer> answers(FxRobot robot, String list) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ListView<FinderPane.Answer> shown = robot.lookup(list).queryListView();
            return List.copyOf(shown.getItems());
        });
    }

    private static boolean isOpen(FxRobot robot, String pane) {
        return robot.lookup(pane).query().isVisible();
    }

    @Test
    void aThingIsFoundWhileOneTypesWalkedToByArrowsAndTakenByEnter(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        walk.await("the line is there", () -> isOpen(robot, "#search"));
        robot.write("10.1.1.");
        walk.await("both answer", () -> answers(robot, "#search-list").size() == 2);
        robot.type(KeyCode.DOWN);
        assertThat(selection()).containsExactly("this/ns2/veth1");
        robot.type(KeyCode.UP, KeyCode.ENTER);
        assertThat(selection()).containsExactly("this/ns1/veth0");
        assertThat(isOpen(robot, "#search")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("nobody");
        walk.await("nothing answers", () -> answers(robot, "#search-list").isEmpty());
        robot.type(KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(isOpen(robot, "#search")).isFalse();
        assertThat(selection()).containsExactly("this/ns1/veth0");
    }

    @Test
    void whatIsFoundComesIntoView(FxRobot robot) {
        walk.show(b -> {});
        robot.push(KeyCode.CONTROL, KeyCode.F).write("ns2").type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        for (int i = 0; i < 6; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        robot.push(KeyCode.CONTROL, KeyCode.F).write("veth0").type(KeyCode.ENTER);
        walk.await(
                "it is seen",
                () -> robot.lookup("#canvas")
                        .query()
                        .localToScreen(robot.lookup("#canvas").query().getBoundsInLocal())
                        .contains(walk.onScreen("this/ns1")));
    }

    @Test
    void everyCommandIsInTheListUnderItsNameInBothLanguagesWithItsKey(FxRobot robot) {
        robot.type(KeyCode.F1);
        walk.await(
                "the card is there", () -> robot.lookup("#keys .key").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.K);
        walk.await("the list is there", () -> isOpen(robot, "#commands"));
        Set<String> listed = answers(robot, "#commands-list").stream()
                .map(FinderPane.Answer::keys)
                .filter(k -> !k.isEmpty())
                .collect(Collectors.toSet());
        Set<String> known = robot.lookup("#keys").lookup(".key").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(k -> !OUT_OF_THE_LIST.contains(k))
                .flatMap(FinderWindowTest::unfolded)
                .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(known).hasSizeGreaterThan(30);
        for (FinderPane.Answer a : answers(robot, "#commands-list")) {
            assertThat(a.text()).isNotBlank();
        }
        robot.interact(
                () -> robot.lookup("#commands-field").queryAs(TextField.class).setText("撤销"));
        assertThat(answers(robot, "#commands-list"))
                .extracting(FinderPane.Answer::text)
                .containsExactly("Undo");
        walk.show(b -> b.phrases().locale().set(Phrases.LANGUAGES.getLast()));
        robot.interact(
                () -> robot.lookup("#commands-field").queryAs(TextField.class).setText("undo"));
        assertThat(answers(robot, "#commands-list"))
                .extracting(FinderPane.Answer::text)
                .containsExactly("撤销");
    }

    /** {@code Ctrl+C}, {@code Ctrl+X} for {@code Ctrl+C X}. */
    private static Stream<String> unfolded(String keys) {
        List<String> all = List.of(keys.split(" "));
        String first = all.getFirst();
        String held = first.substring(0, first.lastIndexOf('+', first.length() - 2) + 1);
        return Stream.concat(Stream.of(first), all.stream().skip(1).map(k -> held + k));
    }

    @Test
    void whatIsDoneWithTheSelectionIsFoundTooAndSaysWhatToSelect(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write("align left");
        walk.await("it answers", () -> answers(robot, "#commands-list").size() == 1);
        FinderPane.Answer align = answers(robot, "#commands-list").getFirst();
        assertThat(align.text() + " / " + align.detail() + " / " + align.keys())
                .isEqualTo("Align left edges / select two boxes or more first / Ctrl+Shift+←");
        Drawing before = walk.drawing();
        robot.type(KeyCode.ENTER);
        walk.await(
                "it is told",
                () -> robot.lookup("#canvas").query().getAccessibleText().startsWith("Align left edges: select two"));
        assertThat(walk.drawing()).isEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.K).write("all namespaces").type(KeyCode.ENTER);
        assertThat(selection()).containsExactly("this/ns1", "this/ns2");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("duplicate").type(KeyCode.ENTER);
        assertThat(selection()).containsExactly("this/ns3", "this/ns4");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("align left").type(KeyCode.ENTER);
        assertThat(walk.drawing().layout().box("this/ns3").orElseThrow().x())
                .isEqualTo(walk.drawing().layout().box("this/ns4").orElseThrow().x());
    }

    /** What a right click offers at one thing or another: pings, what can be broken, and what flannel grows by. */
    @Test
    void whatIsDoneAtAThingIsFoundByItsNameWhereverItIs(FxRobot robot) {
        command(robot, "Ping from ns2 to ns1");
        walk.await("it is told to run first", () -> walk.bench().problem().get().isPresent());
        robot.type(KeyCode.ESCAPE).type(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        command(robot, "Ping from ns2 to ns1");
        walk.await(
                "there is a reply", () -> walk.bench().pings().outcome().get().isPresent());
        command(robot, "Break it veth0");
        walk.await(
                "it is broken",
                () -> !walk.bench().runModel().breaking().broken().isEmpty());
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        walk.await("it stops", () -> walk.bench().runModel().state().get() == RunState.STOPPED);

        walk.show(b -> b.table().open(Path.of("topologies/flannel-host-gw.json")));
        walk.await(
                "flannel is on the table",
                () -> walk.drawing().topology().flannel().isPresent());
        command(robot, "Add a pod k8s-2");
        assertThat(selection()).allMatch(p -> p.startsWith("k8s-2/")).hasSize(1);
        assertThat(walk.bench().drawing().undoName().get()).isEqualTo("Add a pod");
        command(robot, "添加 flannel 节点");
        assertThat(selection()).containsExactly("k8s-3");
    }

    private void command(FxRobot robot, String words) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        walk.await("the list is there", () -> isOpen(robot, "#commands"));
        robot.interact(
                () -> robot.lookup("#commands-field").queryAs(TextField.class).setText(words));
        assertThat(answers(robot, "#commands-list")).as(words).isNotEmpty();
        robot.type(KeyCode.ENTER);
    }

    @Test
    void aCommandIsDoneByEnterAndInTheGalleryOnlyWhatMakesSenseThere(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).write("all keys").type(KeyCode.ENTER);
        walk.await("the keys are shown", () -> isOpen(robot, "#keys"));
        robot.type(KeyCode.ESCAPE)
                .push(KeyCode.CONTROL, KeyCode.K)
                .write("gallery")
                .type(KeyCode.ENTER);
        walk.await("the gallery is there", () -> walk.bench().welcome().get());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(isOpen(robot, "#search")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        walk.await("the list is there", () -> isOpen(robot, "#commands"));
        assertThat(answers(robot, "#commands-list"))
                .extracting(FinderPane.Answer::text)
                .contains("Open a drawing")
                .doesNotContain("Forward one hop");
    }
}
