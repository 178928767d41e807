package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The palette, where the kernel has no VLANs. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class PaletteWindowTest {
    private static final String WHY = "This kernel makes no interfaces of kind vlan (CONFIG_VLAN_8021Q)";

    @TempDir
    private Path folder;

    private Walk walk;
    private Hands hands;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, new SessionOpener() {
            @Override
            public Session open(CheckedTopology drawing, Consumer<SessionEvent> events) throws MachineLost {
                return FakeSession.opener().open(drawing, events);
            }

            @Override
            public KernelFeatures features() {
                return new KernelFeatures(Map.of(Feature.VLAN_LINKS, Sentence.of(WHY)));
            }
        });
    }

    @BeforeEach
    void beginWithAnEmptySheet(FxRobot robot) {
        hands = new Hands(walk, robot);
        robot.clickOn("#welcome-new");
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private static boolean isLacking(ToggleButton tool) {
        return tool.getPseudoClassStates().contains(PseudoClass.getPseudoClass("lacking"));
    }

    /** Typed in place, in the language of the window; it is moved, exported and undone as everything else. */
    @Test
    void wordsAreWrittenRightOnTheDrawing(FxRobot robot) throws Exception {
        hands.place("node", walk.inCanvas(0.5, 0.5));
        robot.clickOn(walk.inCanvas(0.05, 0.05)).type(KeyCode.W).clickOn(walk.inCanvas(0.4, 0.4));
        walk.await(
                "it can be written", () -> robot.lookup("#note-editor").query().isVisible());
        robot.write("Look here").push(KeyCode.CONTROL, KeyCode.ENTER);
        Note written = walk.drawing().topology().notes().getFirst();
        assertThat(written).isEqualTo(new Note(new Name("note1"), Texts.english("Look here"), false));

        Layout.Box before = walk.drawing().layout().box("note:note1").orElseThrow();
        robot.drag(walk.onScreen("note:note1")).dropTo(walk.inCanvas(0.7, 0.2));
        Layout.Box after = walk.drawing().layout().box("note:note1").orElseThrow();
        assertThat(after.x()).isGreaterThan(before.x());
        assertThat(after.y()).isLessThan(before.y());

        robot.push(KeyCode.CONTROL, KeyCode.L).doubleClickOn(walk.onScreen("note:note1"));
        walk.await(
                "it can be written", () -> robot.lookup("#note-editor").query().isVisible());
        robot.write("看这里").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(walk.drawing().topology().notes().getFirst().text())
                .isEqualTo(Texts.of(Map.of("en", "Look here", "zh", "看这里")));
        walk.asking().toExport(folder);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        walk.await("it is offered", () -> robot.lookup("#export-svg").tryQuery().isPresent());
        robot.clickOn("#export-svg");
        walk.await(
                "it is written",
                () -> walk.bench().table().exports().done().get().isPresent());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(Files.readString(files.findFirst().orElseThrow())).contains(">看这里<");
        }
        robot.push(KeyCode.CONTROL, KeyCode.L);
        for (int i = 0; i < 2; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.bench().drawing().undoName().get()).isEqualTo("Add text");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.drawing().topology().notes()).isEmpty();
    }

    @Test
    void whatTheKernelLacksIsGreySaysWhyAndIsDrawnAllTheSame(FxRobot robot) {
        robot.moveTo("#tool-node");
        walk.await(
                "the kernel was looked at",
                () -> walk.bench().canvas().lacking().get().containsKey(Tool.VLAN));
        robot.clickOn("#more-link");
        walk.await(
                "the others are offered",
                () -> robot.lookup("#tool-vlan").tryQuery().isPresent());
        ToggleButton vlan = robot.lookup("#tool-vlan").query();
        ToggleButton macvlan = robot.lookup("#tool-macvlan").query();
        assertThat(isLacking(vlan)).isTrue();
        assertThat(vlan.isDisabled()).isFalse();
        assertThat(vlan.getAccessibleText()).endsWith("It can be drawn, but will not run here. " + WHY + ".");
        assertThat(vlan.getTooltip().getText()).endsWith(WHY + ".");
        assertThat(isLacking(macvlan)).isFalse();
        assertThat(macvlan.getTooltip().getText()).doesNotContain("will not run");
        robot.clickOn("#tool-vlan");
        assertThat(isLacking(robot.lookup("#tool-vlan").query())).isTrue();
        hands.place("vlan", walk.inCanvas(0.5, 0.5));
        assertThat(walk.drawing().topology().nodes().getFirst().root().interfaces())
                .extracting(i -> i.kind())
                .anyMatch(LinkKind.Vlan.class::isInstance);
    }
}
