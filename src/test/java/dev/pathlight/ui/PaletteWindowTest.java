package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Tool;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The palette, where the kernel has no VLANs. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class PaletteWindowTest {
    private static final String WHY = "This kernel makes no interfaces of kind vlan (CONFIG_VLAN_8021Q)";

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
