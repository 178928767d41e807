package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.view.JourneysModel;
import dev.pathlight.view.Moment;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The lecture on kernel forwarding, given in the real window on the real kernel: what it types is clicked here. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class RouterWindowTest {
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
    void neighboursAreForgottenForwardingIsTurnedAndTablesAreCopiedByClicks(FxRobot robot) {
        walk.show(b -> b.table().open(Path.of("topologies/kernel-forwarding.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        walk.show(b -> b.playback().speed().set(4));
        ping(robot);
        arpIsAskedAgainOnceItsAnswerIsForgotten(robot);
        theRouterForwardsOnlyWhileItsSwitchIsOn(robot);
        theRoutesAreCopied(robot);
        theTableIsAsWideAsItsPanelAgain(robot);
    }

    /** Pings as the bar says, and waits until all was played. */
    private void ping(FxRobot robot) {
        long before = newest();
        robot.clickOn("#ping");
        walk.await(
                "the ping is over",
                () -> !walk.bench().pings().waiting().get()
                        && !walk.bench().playback().playing().get()
                        && lastId() > before);
    }

    private long newest() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, this::lastId);
    }

    /** Of the pings: a neighbour is asked for whether it is still there at any time. */
    private long lastId() {
        return walk.bench().journeys().lines().stream()
                .filter(l -> l.what().startsWith("ICMP echo request"))
                .mapToLong(JourneysModel.Line::id)
                .max()
                .orElse(0);
    }

    /** {@code arp -d 10.1.1.1}, by a click on its row. */
    private void arpIsAskedAgainOnceItsAnswerIsForgotten(FxRobot robot) {
        walk.show(b -> b.tables().neighbours().choice().choose(SpaceId.parse("this/ns1")));
        walk.await("ns1 knows its gateway", this::knowsGateway);
        Node row =
                robot.from(robot.lookup("#neighbour-table")).lookup("10.1.1.1").query();
        robot.clickOn(row);
        walk.await("the kernel has forgotten it", () -> !knowsGateway());
        long before = newest();
        ping(robot);
        long asked = first(before, "ARP who has 10.1.1.1");
        long sent = first(before, "ICMP echo request");
        assertThat(asked).isLessThan(sent);
        assertThat(knowsGateway()).isTrue();
    }

    /** The kernel may keep a forgotten row for a while, as FAILED. */
    private boolean knowsGateway() {
        return walk.bench().tables().neighbours().rows().stream()
                .anyMatch(r -> r.address.equals("10.1.1.1") && !r.state().get().equals("FAILED"));
    }

    /** When the first of the packets after this one that are called so was seen. */
    private long first(long after, String what) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> walk.bench().journeys().lines().stream()
                        .filter(l -> l.id() > after && l.what().startsWith(what))
                        .mapToLong(JourneysModel.Line::startNanos)
                        .min()
                        .orElseThrow(() -> new AssertionError("no " + what)));
    }

    private void theRouterForwardsOnlyWhileItsSwitchIsOn(FxRobot robot) {
        robot.clickOn(walk.forwardSwitch("this"));
        walk.await(
                "it is off",
                () -> Boolean.FALSE.equals(
                        walk.bench().canvas().forwarding().get().get("this")));
        ping(robot);
        Journey.Lost lost = lastPlayed().journey().lost().orElseThrow();
        assertThat(lost.why()).isEqualTo("forwarding-off");
        assertThat(walk.text("#caption")).contains("dies at v1_r", "ip_forward is off");
        robot.clickOn(walk.forwardSwitch("this"));
        walk.await(
                "it is on",
                () -> Boolean.TRUE.equals(
                        walk.bench().canvas().forwarding().get().get("this")));
        ping(robot);
        assertThat(lastPlayed().journey().lost()).isEmpty();
        assertThat(walk.text(".facts")).contains("TTL 63");
    }

    private Moment lastPlayed() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> walk.bench().playback().moment().get().orElseThrow());
    }

    /** All of it by its button, one line by its key. */
    private void theRoutesAreCopied(FxRobot robot) {
        walk.show(b -> b.tables().routes().choice().choose(SpaceId.parse("this/ns1")));
        robot.clickOn("#route-classic-switch").clickOn("#route-classic-copy");
        assertThat(clipboard())
                .startsWith("[ns1] # route -n\nKernel IP routing table\n")
                .contains("\n10.1.2.0        10.1.1.1        255.255.255.0   UG    0      0        0 v1");
        Node line = robot.from(robot.lookup("#route-classic"))
                .lookup("Kernel IP routing table")
                .query();
        robot.clickOn(line);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("Kernel IP routing table\n");
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
    }

    /** One table comes back from its text while another's text keeps the panel wide, which then goes too. */
    private void theTableIsAsWideAsItsPanelAgain(FxRobot robot) {
        robot.clickOn("#neighbour-classic-switch").clickOn("#route-classic-switch");
        walk.await("the columns fill the wide panel", () -> rest() < 20);
        robot.clickOn("#neighbour-classic-switch");
        walk.await("the columns fill the narrow panel", () -> rest() < 20);
        TableView<?> routes = robot.lookup("#route-table").queryTableView();
        List<String> cut = routes.getColumns().stream()
                .filter(c -> c.getWidth() < 30)
                .map(TableColumn::getText)
                .toList();
        assertThat(cut).isEmpty();
    }

    /** What of the route table's width its columns leave empty, or stick out by, px. */
    private double rest() {
        TableView<?> routes = new FxRobot().lookup("#route-table").queryTableView();
        return Math.abs(routes.getWidth()
                - routes.getColumns().stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum());
    }
}
