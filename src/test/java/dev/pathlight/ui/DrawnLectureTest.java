package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.HostState;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.Health;
import dev.pathlight.view.RunState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The bridge lecture given by a new instructor: drawn on an empty sheet with mouse and keys only, run on the real kernel. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class DrawnLectureTest {
    private static final List<String> REQUEST =
            List.of("this/ns1/veth0", "this/br-veth0", "this/br-veth1", "this/ns2/veth1");

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
    void theBridgeLectureIsDrawnRunWatchedEditedStoppedAndUndone(FxRobot robot) throws Exception {
        robot.clickOn("#welcome-new");
        draw(robot);
        assertThat(drawn())
                .containsExactly(
                        "this/ns1/veth0 [10.1.1.2/24] – this/br-veth0 []",
                        "this/ns2/veth1 [10.1.1.3/24] – this/br-veth1 []");
        HostState before = HostState.now();
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        walk.await("everything is green", this::isAllGreen);
        walk.show(b -> b.playback().speed().set(4));
        drag(robot, "#tool-ping", "this/ns1", "this/ns2");
        walk.await(
                "there is a reply", () -> walk.bench().pings().outcome().get().isPresent());
        walk.await(
                "everything was played",
                () -> walk.story().played("icmp").size() >= 2 * REQUEST.size()
                        && !walk.bench().playback().playing().get());
        assertThat(walk.story().played("icmp").subList(0, REQUEST.size())).isEqualTo(REQUEST);
        String ns2 = macOf("ns2 veth1");
        assertThat(walk.seenHopByHop())
                .containsExactly(
                        "this/ns1/veth0: ", "this/br-veth0: " + ns2, "this/br-veth1: " + ns2, "this/ns2/veth1: ");
        editWhileItRuns(robot);
        robot.clickOn("#stop");
        walk.await("it stops", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
        assertThat(HostState.now()).isEqualTo(before);
        undoAll(robot);
        assertThat(walk.drawing()).isEqualTo(Drawing.empty());
    }

    /** With keys alone: two namespaces, a bridge, two cables, addresses of a subnet of one's own, a run and a ping. */
    @Test
    void aPersonWithoutAMouseDrawsNumbersRunsAndPings(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        walk.await("the sheet is empty", () -> !walk.bench().welcome().get());
        robot.type(KeyCode.N, KeyCode.ENTER).type(KeyCode.N, KeyCode.ENTER);
        walk.await("there are two", () -> walk.drawing().topology().spaces().count() == 3);
        String node = walk.drawing().topology().nodes().getFirst().name().value();
        goTo(robot, node);
        robot.type(KeyCode.B, KeyCode.ENTER);
        cable(robot, node + "/ns1", node + "/br0");
        cable(robot, node + "/ns2", node + "/br0");
        goTo(robot, node);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("this").type(KeyCode.ENTER);
        goTo(robot, "this/br0");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("10.9.0.0/24").type(KeyCode.ENTER);
        assertThat(drawn())
                .containsExactly(
                        "this/ns1/veth0 [10.9.0.1/24] – this/br-veth0 []",
                        "this/ns2/veth1 [10.9.0.2/24] – this/br-veth1 []");
        robot.type(KeyCode.F5);
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        walk.await("everything is green", this::isAllGreen);
        goTo(robot, "this/ns1");
        robot.type(KeyCode.P, KeyCode.ENTER);
        goTo(robot, "this/ns2");
        robot.type(KeyCode.ENTER);
        walk.await(
                "there is a reply", () -> walk.bench().pings().outcome().get().isPresent());
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        walk.await("it stops", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
    }

    /** With Tab, from wherever the focus is. */
    private void goTo(FxRobot robot, String path) {
        for (int i = 0; i < 40; i++) {
            if (walk.selection().equals(Set.of(path))) {
                return;
            }
            robot.type(KeyCode.TAB);
            if (walk.selection().isEmpty()) {
                // Past the last thing the focus leaves the canvas.
                robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
            }
        }
        throw new AssertionError("Tab never comes to " + path);
    }

    private void cable(FxRobot robot, String from, String to) {
        int before = walk.drawing().topology().cables().size();
        goTo(robot, from);
        robot.type(KeyCode.C, KeyCode.ENTER);
        goTo(robot, to);
        robot.type(KeyCode.ENTER);
        walk.await("it is plugged in", () -> walk.drawing().topology().cables().size() == before + 1);
    }

    /** A bridge and two namespaces from the palette, a cable each, then names and addresses in the inspector. */
    private void draw(FxRobot robot) {
        place(robot, "#tool-bridge", 0.5, 0.8);
        place(robot, "#tool-namespace", 0.25, 0.3);
        place(robot, "#tool-namespace", 0.75, 0.3);
        String node = walk.drawing().topology().nodes().getFirst().name().value();
        drag(robot, "#tool-cable", node + "/ns1", node + "/br0");
        drag(robot, "#tool-cable", node + "/ns2", node + "/br0");
        // Unasked, the cables have the lecture's names and addresses.
        assertThat(drawn())
                .containsExactly(
                        node + "/ns1/veth0 [10.1.1.2/24] – " + node + "/br-veth0 []",
                        node + "/ns2/veth1 [10.1.1.3/24] – " + node + "/br-veth1 []");
        robot.clickOn("#tool-select");
        name(robot, node, "this");
        readdress(robot, "this/ns1", "veth0", "10.1.1.2/24");
        readdress(robot, "this/ns2", "veth1", "10.1.1.3/24");
    }

    /** Selects the node where nothing else stands, and types another name. */
    private void name(FxRobot robot, String node, String name) {
        Bounds b = walk.boundsOnScreen(node);
        robot.clickOn(b.getMinX() + 30, b.getMinY() + 10);
        walk.await("the node is shown", () -> typed(robot, "#form-name").equals(node));
        robot.clickOn("#form-name").push(KeyCode.CONTROL, KeyCode.A).write(name).push(KeyCode.ENTER);
    }

    /** Follows a namespace to its interface, takes the address away and types one. */
    private void readdress(FxRobot robot, String space, String link, String address) {
        robot.clickOn(walk.onScreen(space));
        walk.await("it is shown", () -> typed(robot, "#form-name").equals(space.substring("this/".length())));
        robot.clickOn(link);
        walk.await("its interface is shown", () -> typed(robot, "#form-name").equals(link));
        robot.clickOn("#form-addresses-0-remove");
        walk.await("it has no address", () -> drawn().stream().anyMatch(c -> c.startsWith(space + "/" + link + " []")));
        robot.clickOn("#form-addresses-new").write(address).push(KeyCode.ENTER);
    }

    private static String typed(FxRobot robot, String field) {
        return robot.lookup(field)
                .<TextInputControl>tryQuery()
                .map(TextInputControl::getText)
                .orElse("");
    }

    /** A third namespace comes, is pinged and goes again; the kernel follows the drawing. */
    private void editWhileItRuns(FxRobot robot) {
        Drawing before = walk.drawing();
        place(robot, "#tool-namespace", 0.5, 0.3);
        drag(robot, "#tool-cable", "this/ns3", "this/br0");
        robot.clickOn("#tool-select");
        walk.await("the third one is up", () -> runsAsDrawn() && isAllGreen());
        assertThat(walk.bench().canvas().health().get()).containsKey("this/ns3/veth2");
        assertThat(walk.bench().plan().difference().get()).isTrue();
        drag(robot, "#tool-ping", "this/ns1", "this/ns3");
        walk.await(
                "the third one replies",
                () -> walk.bench()
                        .pings()
                        .outcome()
                        .get()
                        .filter(o -> o.to().startsWith("ns3") && o.micros().isPresent())
                        .isPresent());
        walk.await("the kernel's bridge has its port", this::bridgeHasThirdPort);
        while (!walk.drawing().equals(before)) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
        walk.await("it has gone from the kernel too", () -> runsAsDrawn() && !bridgeHasThirdPort());
        walk.await("the others are up still", this::isAllGreen);
    }

    private boolean bridgeHasThirdPort() {
        return walk.bench().tables().macs().rows().stream().anyMatch(r -> r.owner.equals("br-veth2"));
    }

    private boolean runsAsDrawn() {
        return walk.bench()
                .living()
                .running()
                .get()
                .equals(Optional.of(walk.bench().drawing().drawing().get().topology()));
    }

    private void place(FxRobot robot, String tool, double x, double y) {
        Drawing before = walk.drawing();
        Point2D to = walk.inCanvas(x, y);
        robot.drag(tool).dropTo(to);
        walk.await("something was placed", () -> !walk.drawing().equals(before));
    }

    private void drag(FxRobot robot, String tool, String from, String to) {
        robot.clickOn(tool);
        Point2D a = walk.onScreen(from);
        Point2D b = walk.onScreen(to);
        robot.drag(a.getX(), a.getY(), MouseButton.PRIMARY).dropTo(b.getX(), b.getY());
    }

    private void undoAll(FxRobot robot) {
        for (int i = 0; i < 50 && !walk.bench().drawing().undoName().get().isEmpty(); i++) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
    }

    /** The cables, each with the addresses of its two interfaces. */
    private List<String> drawn() {
        Topology t = walk.drawing().topology();
        return t.cables().stream()
                .map(c -> end(t, c.a()) + " – " + end(t, c.b()))
                .toList();
    }

    private static String end(Topology t, PortId port) {
        return port + " " + t.find(port).map(Interface::addresses).orElseThrow();
    }

    private String macOf(String owner) {
        return walk.bench().tables().macs().rows().stream()
                .filter(r -> r.owner.equals(owner) && !r.local)
                .map(r -> r.mac)
                .findFirst()
                .orElseThrow();
    }

    private boolean isAllGreen() {
        Map<String, Health> health = walk.bench().canvas().health().get();
        return !health.isEmpty() && health.values().stream().allMatch(h -> h == Health.UP);
    }
}
