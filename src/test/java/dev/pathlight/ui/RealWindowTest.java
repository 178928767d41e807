package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.HostState;
import dev.pathlight.session.Sessions;
import dev.pathlight.view.Health;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The bridge lecture in the real window on the real kernel, from Run to Stop. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RealWindowTest {
    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, Sessions.sandbox());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    @Test
    void thePacketTheKernelSentIsSeenToTakeTheWayItTook(FxRobot robot) throws Exception {
        HostState before = HostState.now();
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.press(KeyCode.F5).release(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        walk.await("everything is green", this::isAllGreen);
        walk.show(b -> b.playback().speed().set(4));
        robot.clickOn("#ping");
        walk.await(
                "there is a reply", () -> walk.bench().pings().outcome().get().isPresent());
        walk.await(
                "everything was played",
                () -> !walk.bench().playback().playing().get());

        List<String> request = List.of("this/ns1/veth0", "this/br-veth0", "this/br-veth1", "this/ns2/veth1");
        assertThat(walk.story().played("icmp"))
                .startsWith(request.toArray(String[]::new))
                .endsWith(request.reversed().toArray(String[]::new));
        assertThat(walk.bench().tables().macs().rows().stream()
                        .filter(r -> !r.local && r.owner.startsWith("ns"))
                        .map(r -> r.portNumber + " " + r.owner))
                .containsExactly("1 ns1 veth0", "2 ns2 veth1");
        assertThat(walk.story().litRows())
                .anyMatch(l -> l.startsWith("icmp this/br-veth0 ") && l.endsWith(" on port 2"))
                .anyMatch(l -> l.startsWith("icmp this/br-veth1 ") && l.endsWith(" on port 1"));
        String ns2 = walk.bench().tables().macs().rows().stream()
                .filter(r -> r.owner.equals("ns2 veth1") && !r.local)
                .map(r -> r.mac)
                .findFirst()
                .orElseThrow();
        assertThat(walk.seenHopByHop())
                .containsExactly(
                        "this/ns1/veth0: ", "this/br-veth0: " + ns2, "this/br-veth1: " + ns2, "this/ns2/veth1: ");
        assertThat(walk.bench().journeys().ambiguous().get()).isZero();
        assertThat(walk.bench().journeys().dropped().get()).isZero();

        robot.press(KeyCode.SHIFT, KeyCode.F5).release(KeyCode.F5, KeyCode.SHIFT);
        walk.await("it stops", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
        assertThat(HostState.now()).isEqualTo(before);
    }

    private boolean isAllGreen() {
        Map<String, Health> health = walk.bench().canvas().health().get();
        return !health.isEmpty() && health.values().stream().allMatch(h -> h == Health.UP);
    }
}
