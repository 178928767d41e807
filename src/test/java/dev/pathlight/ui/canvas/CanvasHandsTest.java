package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sketch;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.ui.NeedsDisplay;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Things are taken by the hand and put elsewhere: into nodes, onto bridges, off them, and beside themselves as copies. */
@NeedsDisplay
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CanvasHandsTest {
    private static final Drawing TWO_NODES = Sketch.of("""
        'nodes': [
          {'name': 'a', 'interfaces': [{'name': 'br-veth0'}], 'bridges': [{'name': 'br0', 'ports': ['br-veth0']}],
           'namespaces': [{'name': 'ns1', 'interfaces': [{'name': 'veth0', 'addresses': ['10.1.1.2/24']}]},
             {'name': 'ns2', 'interfaces': [{'name': 'eth7'}]}]},
          {'name': 'b'}],
        'cables': [{'ends': ['a/ns1/veth0', 'a/br-veth0']}],
        'layout': {'a': [0, 0, 560, 520], 'a/ns1': [40, 80, 200, 100], 'a/ns2': [300, 80, 200, 100],
          'a/br0': [60, 360, 300, 80], 'b': [700, 0, 400, 400]}\
        """);

    private final FxRobot robot = new FxRobot();
    private final SimpleObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(TWO_NODES);
    private final List<String> asked = new ArrayList<>();
    private final CanvasModel model = new CanvasModel(drawing, new CanvasModel.Intents() {
        @Override
        public void edit(String name, Edit edit) {
            asked.add(name);
            drawing.set(edit.applyTo(drawing.get()));
        }

        @Override
        public void ping(SpaceId from, SpaceId to) {
            asked.add("ping " + from + " " + to);
        }

        @Override
        public void inspect(String path) {
            asked.add("inspect " + path);
        }
    });

    private CanvasPane pane;

    @BeforeEach
    void openAWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            pane = new CanvasPane(model, CanvasStyle.dark());
            pane.text().set(CanvasText.of(Locale.ENGLISH));
            stage.setScene(new javafx.scene.Scene(new BorderPane(pane), 1200, 700));
            stage.setX(20);
            stage.setY(20);
            stage.show();
            pane.requestFocus();
        });
        // Where things are on the screen is known once all of them have been brought into view.
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !pane.view().get().equals(View.PLAIN));
        settle();
    }

    @AfterEach
    void closeIt() throws Exception {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxToolkit.hideStage();
    }

    @Test
    void aNamespaceIsCopiedAndPastedAndDuplicatedUnderFreeNamesAndAddresses() {
        robot.clickOn(screen(centre("a/ns1")));
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.V);
        settle();
        assertThat(asked).containsExactly("Paste");
        assertThat(model.selection().get()).containsExactly("a/ns3");
        assertThat(addresses("a/ns3/veth1")).isEqualTo("[10.1.1.3/24]");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        settle();
        assertThat(model.selection().get()).containsExactly("a/ns4");
        assertThat(addresses("a/ns4/veth2")).isEqualTo("[10.1.1.4/24]");
        robot.push(KeyCode.CONTROL, KeyCode.X);
        settle();
        assertThat(asked).containsExactly("Paste", "Duplicate", "Cut");
        assertThat(topology().find(SpaceId.parse("a/ns4"))).isEmpty();
        assertThat(boxesOverlap()).isFalse();
    }

    @Test
    void whatWasCopiedIsPastedIntoAnotherDrawing() {
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> drawing.set(Drawing.empty()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        settle();
        assertThat(topology().nodes()).isEqualTo(TWO_NODES.topology().nodes());
        assertThat(topology().cables()).isEqualTo(TWO_NODES.topology().cables());
    }

    @Test
    void aNamespaceDraggedIntoAnotherNodeIsItsOwnFromThenOnWithItsCable() {
        drag(centre("a/ns1"), centre("b"));
        assertThat(asked).containsExactly("Move into the node");
        assertThat(topology().find(SpaceId.parse("a/ns1"))).isEmpty();
        assertThat(topology().cables()).extracting(c -> c.a() + " " + c.b()).containsExactly("b/ns1/veth0 a/br-veth0");
        assertThat(box("b").contains(box("b/ns1"))).isTrue();
        assertThat(model.selection().get()).containsExactly("b/ns1");
    }

    @Test
    void aPortDraggedOffItsBridgeIsFreedAndBackOnItIsItsPortAgain() {
        drag(port("a/br-veth0"), new Pt(460, 250));
        assertThat(asked).containsExactly("Take out of the bridge");
        assertThat(ports()).isEmpty();
        drag(port("a/br-veth0"), centre("a/br0"));
        assertThat(asked).containsExactly("Take out of the bridge", "Put into the bridge");
        assertThat(ports()).containsExactly("br-veth0");
    }

    @Test
    void aBandFromAFreePortSnapsToWhatIsNearAndBecomesACable() {
        double away = 24 / pane.view().get().scale();
        Pt beside = new Pt(box("a/br0").right() + away, box("a/br0").cy());
        drag(port("a/ns2/eth7"), beside);
        assertThat(asked).containsExactly("Add cable");
        assertThat(topology().peerOf(PortId.parse("a/ns2/eth7"))).isPresent();
        assertThat(ports()).hasSize(2);
    }

    @Test
    void keysMoveAPortOffItsBridgeAndBackAndANamespaceIntoAnotherNodeAndOneOfItsOwn() {
        robot.interact(() -> model.selection().set(Set.of("a/br-veth0")));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertThat(ports()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertThat(ports()).containsExactly("br-veth0");
        robot.interact(() -> model.selection().set(Set.of("a/ns2")));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(model.selection().get()).containsExactly("b/ns2");
        assertThat(box("b").contains(box("b/ns2"))).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        assertThat(model.selection().get()).containsExactly("node1/ns2");
        assertThat(box("node1").contains(box("node1/ns2"))).isTrue();
        assertThat(box("node1").intersects(box("a")) || box("node1").intersects(box("b")))
                .isFalse();
        assertThat(asked)
                .containsExactly(
                        "Take out of the bridge",
                        "Put into the bridge",
                        "Move into the node",
                        "Move into a node of its own");
    }

    @Test
    void aNoteIsWrittenWhereItStandsAndAKeyOfItsOwnWordsIsNoKeyOfTheCanvas() {
        robot.interact(() -> model.tool().set(Tool.NOTE));
        robot.clickOn(screen(new Pt(900, 460)));
        robot.write("Fine - F").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(note()).isEqualTo("Fine - F");
        robot.doubleClickOn(screen(centre("note:note1"))).write("never").type(KeyCode.ESCAPE);
        assertThat(note()).isEqualTo("Fine - F");
        robot.doubleClickOn(screen(centre("note:note1"))).write("Look here");
        robot.clickOn(screen(new Pt(620, 460)));
        assertThat(note()).isEqualTo("Look here");
        assertThat(asked).containsExactly("Add note", "Write the note", "Write the note");
        robot.doubleClickOn(screen(centre("note:note1"))).type(KeyCode.DELETE).push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(topology().notes()).isEmpty();
    }

    private String note() {
        settle();
        return topology().notes().getFirst().text().in(Locale.ENGLISH);
    }

    private Topology topology() {
        return drawing.get().topology();
    }

    private List<String> ports() {
        return topology()
                .find(SpaceId.parse("a"))
                .flatMap(s -> s.bridges().stream().findFirst())
                .orElseThrow()
                .ports()
                .stream()
                .map(Object::toString)
                .toList();
    }

    private String addresses(String port) {
        return topology()
                .find(PortId.parse(port))
                .map(Interface::addresses)
                .orElseThrow()
                .toString();
    }

    private Scene scene() {
        return Scene.of(drawing.get(), Locale.ENGLISH, new Fonts());
    }

    private Rect box(String path) {
        return scene().frame(path).orElseThrow().rect();
    }

    private Pt centre(String path) {
        return box(path).centre();
    }

    private Pt port(String path) {
        return scene().port(PortId.parse(path)).orElseThrow().at();
    }

    private boolean boxesOverlap() {
        List<Rect> spaces = drawing.get().layout().boxes().entrySet().stream()
                .filter(e -> e.getKey().contains("/"))
                .map(e -> Rect.of(e.getValue()))
                .toList();
        return spaces.stream().anyMatch(r -> spaces.stream().anyMatch(s -> s != r && s.intersects(r)));
    }

    private void drag(Pt from, Pt to) {
        robot.drag(screen(from), MouseButton.PRIMARY)
                .moveTo(screen(new Pt((from.x() + to.x()) / 2, (from.y() + to.y()) / 2)))
                .dropTo(screen(to));
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D screen(Pt world) {
        Pt p = pane.view().get().toScreen(world);
        return pane.localToScreen(p.x(), p.y());
    }
}
