package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Finding;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Typing in the inspector, with a real keyboard and mouse. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class InspectorTest {
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");

    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, FakeSession.opener());
    }

    @BeforeEach
    void openTheBridge(FxRobot robot) {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.doubleClickOn(walk.onScreen("this/ns1"));
        walk.await(
                "its form is shown", () -> robot.lookup("#form-name").tryQuery().isPresent());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.clickOn(field);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).write(text);
    }

    private static String typed(FxRobot robot, String field) {
        return robot.lookup(field).<TextInputControl>query().getText();
    }

    private static String mistake(FxRobot robot, String field) {
        return robot.lookup(field + "-mistake").<Labeled>query().getText();
    }

    @Test
    void whatIsNoRouteStaysTypedAndIsExplainedUntilEscTakesItBack(FxRobot robot) {
        Drawing before = walk.drawing();
        type(robot, "#form-routes-new", "10.1.2.1/24 via 10.1.1.3");
        robot.push(KeyCode.ENTER);
        assertThat(typed(robot, "#form-routes-new")).isEqualTo("10.1.2.1/24 via 10.1.1.3");
        assertThat(mistake(robot, "#form-routes-new").lines())
                .containsExactly(
                        "That is not a route.",
                        "10.1.2.1/24 has host bits; the network is 10.1.2.0/24.",
                        "Write it as ip route does: 10.1.2.0/24 via 10.1.1.1, or default via 10.1.1.1.");
        robot.push(KeyCode.ESCAPE);
        assertThat(typed(robot, "#form-routes-new")).isEmpty();
        assertThat(mistake(robot, "#form-routes-new")).isEmpty();
        assertThat(walk.drawing()).isEqualTo(before);
    }

    @Test
    void aRouteIsTypedFoundWrongInPlaceAndTakenBackFromTheSameField(FxRobot robot) {
        Drawing before = walk.drawing();
        type(robot, "#form-routes-new", "default via 10.9.9.9");
        robot.push(KeyCode.ENTER);
        walk.await(
                "it is found wrong",
                () -> robot.lookup(".form .finding").tryQuery().isPresent());
        assertThat(typed(robot, "#form-routes-0")).isEqualTo("default via 10.9.9.9");
        assertThat(typed(robot, "#form-routes-new")).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.drawing()).isEqualTo(before);
        assertThat(robot.lookup("#form-routes-0").tryQuery()).isEmpty();
    }

    private List<Cidr> addresses(PortId port) {
        return walk.drawing().topology().find(port).orElseThrow().addresses();
    }

    @Test
    void whatWouldGoWrongIsSaidWhileTypingAndTakenWithItsMend(FxRobot robot) {
        Drawing before = walk.drawing();
        walk.show(b -> b.inspect(VETH0.toString()));
        String taken = addresses(PortId.parse("this/ns2/veth1")).getFirst().toString();
        type(robot, "#form-addresses-0", taken);
        walk.await(
                "it is said below",
                () -> robot.lookup("#form-addresses-0-foreseen .mend")
                        .tryQuery()
                        .isPresent());
        assertThat(walk.drawing()).isEqualTo(before);
        robot.clickOn("#form-addresses-0-foreseen .mend");
        PortId other = PortId.parse("this/ns2/veth1");
        assertThat(addresses(VETH0)).containsExactly(Cidr.parse(taken));
        assertThat(addresses(other)).hasSize(1).doesNotContain(Cidr.parse(taken));
        assertThat(walk.bench().drawing().undoName().get())
                .isEqualTo("Use " + addresses(other).getFirst());
        walk.await("nothing is wrong", () -> walk.bench().findings().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.drawing()).isEqualTo(before);
    }

    @Test
    void whatIsFoundWrongIsMendedOnTheDrawingByAKey(FxRobot robot) {
        PortId other = PortId.parse("this/ns2/veth1");
        walk.show(b -> b.edit("Same", new Edit.SetAddresses(VETH0, addresses(other))));
        walk.await("it is found", () -> !walk.bench().findings().isEmpty());
        robot.clickOn(walk.onScreen("this/ns1"));
        Set<String> wrong =
                walk.bench().findings().stream().map(Finding::element).collect(Collectors.toSet());
        walk.show(b -> b.canvas().selection().set(wrong));
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        walk.await("it is mended", () -> walk.bench().findings().isEmpty());
        assertThat(walk.bench().drawing().undoName().get()).startsWith("Use ");
    }

    @Test
    void whatCouldNotBeTakenIsStillThereAfterLookingElsewhere(FxRobot robot) {
        type(robot, "#form-name", "no good");
        robot.clickOn(walk.onScreen("this/ns2"));
        walk.await("ns2 is shown", () -> typed(robot, "#form-name").equals("ns2"));
        robot.clickOn(walk.onScreen("this/ns1"));
        walk.await("ns1 is shown", () -> typed(robot, "#form-name").equals("no good"));
        assertThat(mistake(robot, "#form-name")).startsWith("That name cannot be used.");
        robot.clickOn("#form-name").push(KeyCode.ESCAPE);
        assertThat(typed(robot, "#form-name")).isEqualTo("ns1");
    }

    @Test
    void aNameTypedAndLeftIsTakenEverywhereAndUndoneByName(FxRobot robot) {
        Drawing before = walk.drawing();
        type(robot, "#form-name", "web");
        robot.clickOn("#form-title");
        assertThat(walk.drawing().topology().peerOf(PortId.parse("this/web/veth0")))
                .contains(PortId.parse("this/br-veth0"));
        assertThat(walk.drawing().layout().box("this/web")).isPresent();
        assertThat(walk.bench().drawing().undoName().get()).isEqualTo("Rename ns1 to web");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.drawing()).isEqualTo(before);
    }

    @Test
    void anAddressIsChangedAndTheForwardingSwitchSwitched(FxRobot robot) {
        robot.clickOn("#form-forward");
        assertThat(walk.drawing()
                        .topology()
                        .find(SpaceId.parse("this/ns1"))
                        .orElseThrow()
                        .sysctls())
                .containsEntry("ipv4.ip_forward", "1");
        robot.clickOn("veth0");
        walk.await(
                "veth0 is shown",
                () -> robot.lookup("#form-addresses-0").tryQuery().isPresent());
        type(robot, "#form-addresses-0", "10.1.1.20/24");
        robot.push(KeyCode.ENTER);
        type(robot, "#form-addresses-new", "fd00::20/64");
        robot.push(KeyCode.ENTER);
        assertThat(walk.drawing().topology().find(VETH0).orElseThrow().addresses())
                .isEqualTo(List.of(Cidr.parse("10.1.1.20/24"), Cidr.parse("fd00::20/64")));
    }

    /** Of each kind of thing, in both languages, at the smaller size. */
    @Test
    void noLabelIsCutShort(FxRobot robot) {
        walk.show(b -> b.table().open(LookInspector.ALL));
        walk.await("its findings are known", () -> !walk.bench().findings().isEmpty());
        walk.resize(1280, 800);
        List<String> cut = new ArrayList<>();
        for (int language = 0; language < 2; language++) {
            for (String path : LookInspector.PATHS.values()) {
                walk.show(b -> b.inspect(path));
                WaitForAsyncUtils.waitForFxEvents();
                Set<Labeled> labels = labels(robot);
                assertThat(labels).isNotEmpty();
                labels.stream()
                        .filter(l -> !shown(l).equals(l.getText()))
                        .forEach(l -> cut.add(path + ": " + l.getText() + " is shown as " + shown(l)));
            }
            robot.clickOn("#language");
        }
        assertThat(cut).isEmpty();
    }

    private static Set<Labeled> labels(FxRobot robot) {
        return Stream.of(".label", ".check-box", ".hyperlink")
                .flatMap(style -> robot.lookup(".inspector " + style).<Labeled>queryAll().stream())
                .filter(l -> !l.getText().isEmpty())
                .collect(Collectors.toSet());
    }

    /** The words that are painted: a label without room ends in dots. */
    private static String shown(Labeled label) {
        return label.lookup(".text") instanceof Text t ? t.getText() : "";
    }

    @Test
    void whatIsTypedCountsBeforeItIsRun(FxRobot robot) {
        type(robot, "#form-title", "First");
        robot.push(KeyCode.F5);
        walk.await(
                "it runs with it",
                () -> walk.bench()
                        .living()
                        .running()
                        .get()
                        .filter(t -> t.find(SpaceId.parse("this/ns1"))
                                .orElseThrow()
                                .title()
                                .byLanguage()
                                .containsValue("First"))
                        .isPresent());
    }
}
