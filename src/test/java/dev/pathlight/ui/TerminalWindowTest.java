package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Sessions;
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

        robot.targetWindow(robot.lookup("#terminals").queryParent());
        robot.write("ip addr add 10.9.9.1/24 dev veth0").push(KeyCode.ENTER);
        walk.show(b -> b.canvas().selection().set(Set.of("this/ns1")));
        walk.await(
                "its route is in the table",
                () -> walk.bench().tables().routes().rows().stream()
                        .anyMatch(r -> r.destination.startsWith("10.9.9.0")));

        double before = columns(robot);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        walk.await("its type is larger: less of it goes on a line", () -> columns(robot) < before);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        walk.await("and as it was", () -> columns(robot) == before);

        walk.show(b -> b.canvas().selection().set(Set.of("this/ns2")));
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        walk.await("they are hidden", () -> !walk.bench().terminals().shown().get());
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

    private List<Terminal> open() {
        return List.copyOf(walk.bench().terminals().open());
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
