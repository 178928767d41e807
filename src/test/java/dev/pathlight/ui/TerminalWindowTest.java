package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.PortId;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A class types in the window: real keys, a real shell, a real kernel. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class TerminalWindowTest {
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
    void whatIsTypedInATerminalIsSeenInThePanelsAndItsEndIsSaid(FxRobot robot) throws Exception {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.doubleClickOn(walk.onScreen("this/ns1"));
        assertThat(open()).as("nothing runs: a double click shows properties").isEmpty();
        robot.push(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        robot.doubleClickOn(walk.onScreen("this/ns1"));
        walk.await("it shows a prompt", () -> written(robot).contains("ns1:~# "));
        assertThat(Nameless.anywhere()).isEmpty();

        robot.targetWindow(robot.lookup("#terminals").queryParent());
        robot.write("ip addr add 10.9.9.1/24 dev veth0").push(KeyCode.ENTER);
        walk.show(b -> b.canvas().selection().set(Set.of("this/ns1")));
        walk.await("its route is in the table", () -> routed("10.9.9.0"));

        whatIsTypedIsTakenInAndPutBack(robot);
        robot.clickOn("#terminals");

        int before = columns(robot);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        walk.await("its type is larger: less of it goes on a line", () -> columns(robot) < before);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        walk.await("and as it was", () -> columns(robot) == before);

        walk.show(b -> b.canvas().selection().set(Set.of("this/ns2")));
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        walk.await(
                "they are hidden",
                () -> !walk.bench().byHand().terminals().shown().get());
        robot.push(KeyCode.F4);
        walk.await("another one shows", () -> titles().equals(List.of("ns1", "ns2")));
        walk.await("it shows a prompt", () -> written(robot).contains("ns2:~# "));
        robot.write("exit 7").push(KeyCode.ENTER);
        walk.await(
                "its end is said",
                () -> robot.lookup("#terminal-ns2").tryQuery().isPresent()
                        && open().getLast().ended().get().equals(Optional.of(7)));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        walk.await("it is closed", () -> titles().equals(List.of("ns1")));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        walk.await(
                "the shell ended by its own key, and no other did anything",
                () -> open().getFirst().ended().get().equals(Optional.of(0)));
    }

    private void whatIsTypedIsTakenInAndPutBack(FxRobot robot) {
        drifts("ns1 veth0 has the address 10.9.9.1/24");
        assertThat(walk.bench().canvas().drift().get()).containsOnlyKeys("this/ns1/veth0");
        robot.clickOn("#drift-take-all");
        drifts();
        assertThat(walk.bench().drawing().drawing().get().topology().find(PortId.parse("this/ns1/veth0")))
                .hasValueSatisfying(i -> assertThat(i.addresses()).contains(Cidr.parse("10.9.9.1/24")));
        robot.clickOn("#terminals");
        robot.write("ip route add 10.50.0.0/16 via 10.1.1.3").push(KeyCode.ENTER);
        drifts("ns1 has a route to 10.50.0.0/16 by 10.1.1.3");
        robot.push(KeyCode.CONTROL, KeyCode.F3);
        drifts();
        robot.clickOn("#terminals");
        robot.write("ip route del 10.50.0.0/16; ip link set veth0 mtu 1400").push(KeyCode.ENTER);
        drifts("the MTU of ns1 veth0 is 1400 bytes", "ns1 lacks its route to 10.50.0.0/16");
        assertThat(robot.lookup("#drift-back").tryQuery()).isEmpty();
        robot.push(KeyCode.F3);
        robot.clickOn(robot.lookup("#drift-back").nth(1).queryButton());
        drifts("the MTU of ns1 veth0 is 1400 bytes");
        walk.await("its route is back", () -> routed("10.50.0.0"));
        robot.clickOn("#drift-back-all");
        drifts();
    }

    private boolean routed(String network) {
        return walk.bench().tables().routes().rows().stream().anyMatch(r -> r.destination.startsWith(network));
    }

    /** Until exactly this is live and not drawn. */
    private void drifts(String... words) {
        walk.await(
                List.of(words) + " is live and not drawn",
                () -> walk.bench().byHand().drift().drifts().stream()
                        .map(d -> d.words().toString())
                        .toList()
                        .equals(List.of(words)));
    }

    private List<Terminal> open() {
        return List.copyOf(walk.bench().byHand().terminals().open());
    }

    private List<String> titles() {
        return open().stream().map(Terminal::title).toList();
    }

    private static int columns(FxRobot robot) {
        return robot.lookup(n -> n instanceof TerminalDock)
                .<TerminalDock>query()
                .columns();
    }

    private String written(FxRobot robot) {
        return robot.lookup(n -> n instanceof TerminalDock)
                .<TerminalDock>query()
                .text();
    }
}
