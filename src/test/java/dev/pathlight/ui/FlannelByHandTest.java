package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.KernelState;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.view.ExportForm;
import dev.pathlight.view.Health;
import dev.pathlight.view.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
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

/** Two nodes as flannel sets them up, by mouse and keys from an empty sheet to what the kernel has of the shipped drawing. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class FlannelByHandTest {
    private static final Path SHIPPED = Path.of("topologies/flannel-host-gw.json");
    private static final String PODS = "10.244.0.0/16";
    private static final String NO_V6 = "ipv6.conf.default.disable_ipv6 = 1";

    @TempDir
    private Path folder;

    private final AtomicReference<Session> running = new AtomicReference<>();
    private Walk walk;
    private Hands hands;
    private FxRobot robot;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, new SessionOpener() {
            @Override
            public Session open(CheckedTopology drawing, Consumer<SessionEvent> events) throws MachineLost {
                Session session = Sessions.sandbox().open(drawing, events);
                running.set(session);
                return session;
            }

            @Override
            public KernelFeatures features() throws MachineLost {
                return Sessions.sandbox().features();
            }
        });
    }

    @BeforeEach
    void takeUpTheMouse(FxRobot mouse) {
        robot = mouse;
        hands = new Hands(walk, mouse);
        walk.resize(1900, 1060);
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    @Test
    void theTwoNodesAreDrawnRunEditedAndExportedAndTheKernelHasWhatTheShippedFileMakes() throws Exception {
        Drawing shipped = ((ReadResult.Good) TopologyReader.read(SHIPPED)).drawing();
        robot.clickOn("#welcome-new");
        draw(shipped.topology().description());
        assertThat(walk.drawing().topology()).isEqualTo(shipped.topology());

        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        walk.await("everything is green", this::isAllGreen);
        try (Session fresh = Sessions.sandbox()
                .open(Checker.check(shipped.topology()).checked().orElseThrow(), e -> {})) {
            KernelState.awaitAlike(running.get(), fresh);
            Map<SpaceId, List<String>> asked = KernelState.asked(fresh);
            assertThat(KernelState.asked(running.get())).isEqualTo(asked);
            growAndShrink();
            KernelState.awaitAlike(running.get(), fresh);
            assertThat(KernelState.asked(running.get())).isEqualTo(asked);
        }
        exports(shipped);
    }

    private void draw(Texts description) {
        machines();
        wire();
        pod("k8s-1", "10.244.0", "cni-vmntp", "vethe6d6bdc6", "10.244.0.3/24");
        pod("k8s-2", "10.244.1", "cni-b9kmz", "vethd325f09d", "10.244.1.6/24");
        hands.place("container", walk.onScreen("k8s-2/cni-b9kmz"));
        ways("k8s-1", "10.244.1.0/24 via 172.12.1.12 dev ens33");
        ways("k8s-2", "10.244.0.0/24 via 172.12.1.11 dev ens33");
        hands.add("#form-publish-new", "8080/tcp to 10.244.1.6:80");
        hands.click(walk.inCanvas(0.02, 0.98));
        walk.await("the drawing's own form is shown", () -> walk.selection().isEmpty());
        hands.type("#form-name", "flannel-host-gw");
        hands.type("#form-title", "Flannel host-gw");
        hands.type("#form-title-1", "Flannel host-gw 模式");
        hands.write("#form-description", description.exactly("en"));
        hands.write("#form-description-1", description.exactly("zh"));
        hands.press("#form-flannel");
        tidyUp();
    }

    /** What was put down by eye, arranged by the key. */
    private void tidyUp() {
        Drawing byEye = walk.drawing();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        walk.await("it is arranged", () -> !walk.drawing().equals(byEye));
        List<Bounds> machines = Stream.of("k8s-1", "k8s-2", "gateway", "lan:lan")
                .map(walk::boundsOnScreen)
                .toList();
        assertThat(machines)
                .allSatisfy(
                        m -> assertThat(machines.stream().filter(m::intersects)).containsExactly(m));
    }

    private void machines() {
        double x = 0.2;
        for (String name : List.of("k8s-1", "k8s-2", "gateway")) {
            hands.place("node", walk.inCanvas(x, 0.3));
            hands.type("#form-name", name);
            hands.press("#form-forward");
            hands.add("#form-sysctls-new", NO_V6);
            x += 0.3;
        }
        hands.type("#form-title", "Gateway 172.12.1.2");
        hands.type("#form-title-1", "网关 172.12.1.2");
    }

    /** The network between the machines, and what each has on it. */
    private void wire() {
        hands.place("bridge", "lan", walk.inCanvas(0.5, 0.9));
        hands.type("#form-name", "lan");
        hands.type("#form-title", "172.12.1.0/24");
        hands.type("#form-title-1", "172.12.1.0/24");
        nic("k8s-1", "ens33", "172.12.1.11/24");
        nic("k8s-2", "ens33", "172.12.1.12/24");
        nic("gateway", "eth0", "172.12.1.2/24");
    }

    private void nic(String node, String name, String address) {
        hands.cable(hands.corner(node), walk.onScreen("lan:lan"));
        hands.type("#form-name", name);
        hands.type("#form-addresses-0", address);
    }

    /** A bridge for the pods of a node, and one pod. */
    private void pod(String node, String subnet, String pod, String port, String address) {
        hands.place("bridge", node, 0.5, 0.8);
        hands.type("#form-name", "cni0");
        hands.add("#form-addresses-new", subnet + ".1/24");
        hands.press("#form-hairpin");
        hands.place("namespace", node, 0.5, 0.35);
        hands.type("#form-name", pod);
        hands.add("#form-sysctls-new", NO_V6);
        hands.cable(walk.onScreen(node + "/" + pod), walk.onScreen(node + "/cni0"));
        hands.type("#form-end-a", "eth0");
        hands.type("#form-end-b", port);
        hands.click(walk.port(node + "/" + pod + "/eth0"));
        hands.type("#form-addresses-0", address);
        hands.click(walk.onScreen(node + "/" + pod));
        // The way out is there already; the way to all pods is to stand before it.
        assertThat(hands.typed("#form-routes-0")).isEqualTo("default via " + subnet + ".1");
        hands.type("#form-routes-0", PODS + " via " + subnet + ".1");
        hands.add("#form-routes-new", "default via " + subnet + ".1");
    }

    /** What a node's own kernel does with packets of its pods. */
    private void ways(String node, String toTheOther) {
        hands.click(hands.corner(node));
        hands.add("#form-routes-new", "default via 172.12.1.2 dev ens33 metric 100");
        hands.add("#form-routes-new", toTheOther);
        hands.add("#form-masquerade-new", PODS + " except to " + PODS + " 224.0.0.0/4");
    }

    private boolean isAllGreen() {
        Map<String, Health> health = walk.bench().canvas().health().get();
        return !health.isEmpty() && health.values().stream().allMatch(h -> h == Health.UP);
    }

    /** One more pod comes while it runs, is pinged from the other node, and is taken back. */
    private void growAndShrink() {
        Drawing before = walk.drawing();
        hands.place("namespace", "k8s-2", 0.85, 0.35);
        hands.cable(walk.onScreen("k8s-2/ns1"), walk.onScreen("k8s-2/cni0"));
        walk.await("the new pod is up", () -> runsAsDrawn() && isAllGreen());
        hands.line("ping", walk.onScreen("k8s-1/cni-vmntp"), walk.onScreen("k8s-2/ns1"));
        walk.await(
                "it replies",
                () -> walk.bench()
                        .pings()
                        .outcome()
                        .get()
                        .filter(o -> o.to().startsWith("ns1") && o.micros().isPresent())
                        .isPresent());
        robot.clickOn("#tool-select");
        while (!walk.drawing().equals(before)) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        walk.await("it has gone from the kernel too", this::runsAsDrawn);
    }

    private boolean runsAsDrawn() {
        return walk.bench()
                .living()
                .running()
                .get()
                .equals(Optional.of(walk.bench().drawing().drawing().get().topology()));
    }

    /** As a file, as a script and as a picture, by the menu; the file is opened again. */
    private void exports(Drawing shipped) throws Exception {
        Drawing drawn = walk.drawing();
        walk.asking().toExport(folder);
        for (ExportForm form : List.of(ExportForm.JSON, ExportForm.SCRIPT, ExportForm.SVG)) {
            robot.push(KeyCode.CONTROL, KeyCode.E);
            String item = "#export-" + form.extension();
            walk.await(item, () -> robot.lookup(item).tryQuery().isPresent());
            robot.clickOn(item);
            Path file = folder.resolve("flannel-host-gw." + form.extension());
            walk.await(file + " is written", () -> Files.exists(file));
        }
        Path json = folder.resolve("flannel-host-gw.json");
        walk.asking().toOpen(json);
        walk.asking().answer(Asking.Answer.DISCARD);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        walk.await("it is opened", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
        assertThat(walk.drawing()).isEqualTo(drawn);
        assertThat(TopologyReader.read(json))
                .isInstanceOfSatisfying(
                        ReadResult.Good.class,
                        g -> assertThat(g.drawing().topology()).isEqualTo(shipped.topology()));
        assertThat(Files.readString(folder.resolve("flannel-host-gw.sh"))).contains(" hairpin on", "10.244.1.6/24");
        assertThat(Files.readString(folder.resolve("flannel-host-gw.svg"))).contains("cni-b9kmz", "10.244.1.6/24");
    }
}
