package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.ui.NeedsDisplay;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Health;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Group;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Real mouse and keys on the bridge lecture's drawing. */
@NeedsDisplay
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CanvasPaneTest {
    private final FxRobot robot = new FxRobot();
    private final SimpleObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawings.bridge());
    private final List<String> names = new ArrayList<>();
    private final List<Drawing> history = new ArrayList<>();
    private final List<String> pings = new ArrayList<>();
    private final List<String> inspected = new ArrayList<>();
    private final CanvasModel model = new CanvasModel(drawing, new CanvasModel.Intents() {
        @Override
        public void edit(String name, Edit edit) {
            names.add(name);
            history.add(drawing.get());
            drawing.set(edit.applyTo(drawing.get()));
        }

        @Override
        public void ping(SpaceId from, SpaceId to) {
            pings.add(from + " → " + to);
        }

        @Override
        public void inspect(String path) {
            inspected.add(path);
        }
    });

    private CanvasPane pane;

    @BeforeEach
    void openAWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            pane = new CanvasPane(model, CanvasStyle.light());
            pane.text().set(CanvasText.of(Locale.ENGLISH));
            // The pane takes the sizes the tests give it, whenever the window system finds the time for its own.
            Group root = new Group(pane);
            pane.resize(1100, 700);
            pane.setManaged(false);
            stage.setScene(new javafx.scene.Scene(root, 1100, 700));
            stage.setX(20);
            stage.setY(20);
            stage.show();
        });
        robot.moveTo(pane).clickOn(screen(empty()));
        settle();
    }

    @AfterEach
    void closeIt() throws Exception {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxToolkit.hideStage();
    }

    @Test
    void arrangingIsOneEditAfterWhichEverythingStandsInOrder() {
        Drawing messy = new Edit.MoveBoxes(
                        Map.of("this/ns2", new Layout.Box(-300, 700, 180, 92), "this/ns1", box("this/br0")))
                .applyTo(drawing.get());
        robot.interact(() -> drawing.set(messy));
        robot.interact(pane::arrange);
        settle();
        assertThat(names).containsExactly("Arrange");
        assertThat(box("this/ns1").y())
                .isEqualTo(box("this/ns2").y())
                .isLessThan(box("this/br0").y());
        assertThat(box("this/ns1").x()).isLessThan(box("this/ns2").x());
    }

    @Test
    void draggingABoxMovesItInOneEditMadeAtRelease() {
        Layout.Box before = box("this/ns1");
        Pt corner = new Pt(before.x() + 20, before.y() + 20);
        Color there = pixel(corner);
        robot.moveTo(screen(centre("this/ns1"))).press(MouseButton.PRIMARY);
        robot.moveTo(screen(centre("this/ns1").plus(60, 40)));
        robot.moveTo(screen(before(before, 103, 48)));
        settle();
        assertThat(names).isEmpty();
        assertThat(pixel(corner)).isNotEqualTo(there);
        robot.release(MouseButton.PRIMARY);
        settle();
        assertThat(names).containsExactly("Move");
        Layout.Box after = box("this/ns1");
        assertThat(after).isEqualTo(new Layout.Box(before.x() + 100, before.y() + 50, before.width(), before.height()));
        assertThat(box("this/ns2"))
                .isEqualTo(history.getFirst().layout().box("this/ns2").orElseThrow());
    }

    @Test
    void escapeWhileDraggingLeavesTheDrawingAlone() {
        robot.moveTo(screen(centre("this/ns1"))).press(MouseButton.PRIMARY);
        robot.moveTo(screen(centre("this/ns1").plus(90, 40)));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        settle();
        assertThat(names).isEmpty();
        assertThat(drawing.get()).isEqualTo(Drawings.bridge());
    }

    @Test
    void aNodeTakesWhatStandsInItAlong() {
        Pt grip = new Pt(box("this").x() + 20, box("this").y() + 300);
        drag(grip, grip.plus(40, 20));
        Layout was = history.getFirst().layout();
        for (String path : List.of("this", "this/ns1", "this/ns2", "this/br0")) {
            Layout.Box b = was.box(path).orElseThrow();
            assertThat(box(path)).isEqualTo(new Layout.Box(b.x() + 40, b.y() + 20, b.width(), b.height()));
        }
        assertThat(names).containsExactly("Move");
    }

    @Test
    void aCableIsDrawnFromANamespaceToTheBridge() {
        model.tool().set(Tool.NAMESPACE);
        robot.clickOn(screen(new Pt(460, 250)));
        settle();
        assertThat(model.selection().get()).containsExactly("this/ns3");
        assertThat(model.tool().get()).isEqualTo(Tool.SELECT);
        model.tool().set(Tool.CABLE);
        drag(centre("this/ns3"), centre("this/br0").plus(200, 10));
        assertThat(names).containsExactly("Add namespace", "Add cable");
        PortId end = PortId.parse("this/ns3/veth2");
        assertThat(drawing.get().topology().peerOf(end)).contains(PortId.parse("this/br-veth2"));
        assertThat(drawing.get().topology().find(end).orElseThrow().addresses().toString())
                .isEqualTo("[10.1.1.4/24]");
        assertThat(drawing.get().topology().find(end.space()).orElseThrow().name())
                .isEqualTo("ns3");
    }

    @Test
    void aCableLetGoOverNothingIsNone() {
        model.tool().set(Tool.CABLE);
        drag(centre("this/ns1"), new Pt(-200, 200));
        assertThat(names).isEmpty();
        assertThat(model.tool().get()).isEqualTo(Tool.CABLE);
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(model.tool().get()).isEqualTo(Tool.SELECT);
    }

    @Test
    void aToolIsLaidAsideOnceItWasUsedUnlessShiftIsHeld() {
        List<Tool> after = new ArrayList<>();
        model.tool().set(Tool.CABLE);
        robot.press(KeyCode.SHIFT);
        drag(centre("this/ns1"), centre("this/ns2"));
        after.add(model.tool().get());
        robot.release(KeyCode.SHIFT);
        drag(centre("this/ns1"), centre("this/ns2"));
        after.add(model.tool().get());
        assertThat(after).containsExactly(Tool.CABLE, Tool.SELECT);
        assertThat(names).containsExactly("Add cable", "Add cable");
    }

    @Test
    void onAnEmptyDrawingBoxesDropWhereOneClicksSideBySideAndNothingJumps() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> drawing.set(Drawing.empty()));
        WaitForAsyncUtils.waitForAsyncFx(5000, pane::fit);
        View view = pane.view().get();
        Point2D middle = pane.localToScreen(550, 350);
        for (Tool tool : List.of(Tool.NAMESPACE, Tool.NAMESPACE, Tool.NAMESPACE)) {
            model.tool().set(tool);
            robot.clickOn(middle);
            settle();
        }
        assertThat(pane.view().get()).isEqualTo(view);
        List<Rect> boxes = Scene.of(drawing.get(), Locale.ENGLISH, TextMeasure.ROUGH).frames().stream()
                .filter(f -> f.kind() == Frame.Kind.SPACE)
                .map(Frame::rect)
                .toList();
        assertThat(boxes).hasSize(3);
        for (Rect a : boxes) {
            assertThat(boxes.stream().filter(b -> b != a && b.grown(30).intersects(a)))
                    .isEmpty();
        }
    }

    @Test
    void whatIsDrawnStaysInViewWhenItGoesBeyondAndWhenThePaneShrinksUnlessAHandChoseTheView() {
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> drawing.set(new Edit.MoveBoxes(Map.of("this/ns1", new Layout.Box(-900, 0, 180, 100)))
                        .applyTo(drawing.get())));
        settle();
        assertThat(shows()).isTrue();
        double before = pane.view().get().scale();
        resize(900, 420);
        assertThat(shows()).isTrue();
        resize(1100, 700);
        assertThat(pane.view().get().scale()).isCloseTo(before, within(1e-9));
        robot.moveTo(pane).scroll(3, VerticalDirection.UP);
        settle();
        View chosen = pane.view().get();
        resize(900, 420);
        assertThat(pane.view().get()).isEqualTo(chosen);
    }

    private void resize(double width, double height) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> pane.resize(width, height));
        settle();
    }

    /** Whether the whole drawing is in the pane. */
    private boolean shows() {
        return pane.view()
                .get()
                .visible(pane.getWidth(), pane.getHeight())
                .contains(Scene.of(drawing.get(), Locale.ENGLISH, TextMeasure.ROUGH)
                        .bounds());
    }

    @Test
    void aPingIsDraggedFromOneNamespaceToAnother() {
        model.tool().set(Tool.PING);
        drag(centre("this/ns1"), centre("this/ns2"));
        assertThat(pings).containsExactly("this/ns1 → this/ns2");
        assertThat(names).isEmpty();
    }

    @Test
    void aPingIsDraggedFromTheHandleOfAHoveredNamespaceWithoutChoosingATool() {
        Rect r = Rect.of(box("this/ns2"));
        robot.moveTo(screen(r.centre()));
        drag(new Pt(r.right() - 4, r.bottom() - 4), centre("this/ns1"));
        assertThat(pings).containsExactly("this/ns2 → this/ns1");
        assertThat(names).isEmpty();
    }

    @Test
    void theWheelZoomsWhereThePointerIs() {
        Pt under = centre("this/ns2");
        double before = pane.view().get().scale();
        Point2D at = screen(under);
        robot.moveTo(at).scroll(3, VerticalDirection.UP);
        settle();
        assertThat(pane.view().get().scale()).isNotCloseTo(before, within(0.05));
        assertThat(screen(under).distance(at)).isLessThan(1.5);
        robot.press(KeyCode.F).release(KeyCode.F);
        settle();
        assertThat(pane.view().get().scale()).isCloseTo(before, within(1e-9));
    }

    @Test
    void aBandDrawnWithShiftSelectsWhatItEncloses() {
        Rect both = Rect.of(box("this/ns1")).union(Rect.of(box("this/ns2"))).grown(12);
        robot.press(KeyCode.SHIFT);
        drag(new Pt(both.x(), both.y()), new Pt(both.right(), both.bottom()));
        robot.release(KeyCode.SHIFT);
        assertThat(model.selection().get()).containsExactlyInAnyOrder("this/ns1", "this/ns2");
        robot.press(KeyCode.SHIFT).clickOn(screen(centre("this/ns1"))).release(KeyCode.SHIFT);
        settle();
        assertThat(model.selection().get()).containsExactly("this/ns2");
    }

    @Test
    void draggingEmptySpacePansAndClickingItClearsTheSelection() {
        model.selection().set(Set.of("this/ns1"));
        Point2D before = screen(centre("this/ns1"));
        drag(empty(), empty().plus(50, 20));
        double scale = pane.view().get().scale();
        assertThat(screen(centre("this/ns1")).distance(before)).isCloseTo(Math.hypot(50, 20) * scale, within(2.0));
        assertThat(model.selection().get()).containsExactly("this/ns1");
        robot.clickOn(screen(empty()));
        settle();
        assertThat(model.selection().get()).isEmpty();
    }

    @Test
    void keysNudgeDeleteAndInspect() {
        robot.clickOn(screen(centre("this/ns1")));
        Layout.Box before = box("this/ns1");
        robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
        settle();
        assertThat(box("this/ns1").x()).isEqualTo(before.x() + 10);
        assertThat(inspected).containsExactly("this/ns1");
        robot.type(KeyCode.DELETE);
        settle();
        assertThat(names).containsExactly("Nudge", "Delete");
        assertThat(drawing.get().topology().find(SpaceId.parse("this/ns1"))).isEmpty();
    }

    @Test
    void aDoubleClickOpensWhatBelongsToAThing() {
        robot.doubleClickOn(screen(centre("this/br0")));
        settle();
        assertThat(inspected).containsExactly("this/br0");
    }

    @Test
    void tabSpeaksOneThingAfterAnother() {
        model.health().set(Map.of("this/ns1", Health.UP));
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            robot.type(KeyCode.TAB);
            settle();
            spoken.add(pane.getAccessibleText());
        }
        assertThat(spoken)
                .containsExactly(
                        "node this, not running, selected",
                        "namespace ns1, veth0 10.1.1.2/24, running, selected",
                        "interface veth0 of ns1, 10.1.1.2/24, not running, selected");
    }

    private Color pixel(Pt world) {
        Pt p = pane.view().get().toScreen(world);
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> pane.snapshot(null, null).getPixelReader().getColor((int) p.x(), (int) p.y()));
    }

    /** A place near the pane's corner where nothing is drawn. */
    private Pt empty() {
        return pane.view().get().toWorld(new Pt(8, 8));
    }

    private void drag(Pt from, Pt to) {
        // All places first: panning moves the drawing under them.
        List<Point2D> way = Stream.of(0.0, 0.3, 0.7, 1.0)
                .map(t -> screen(from.towards(to, t)))
                .toList();
        robot.moveTo(way.getFirst()).press(MouseButton.PRIMARY);
        way.forEach(robot::moveTo);
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    private static Pt before(Layout.Box b, double dx, double dy) {
        return Rect.of(b).centre().plus(dx, dy);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Layout.Box box(String path) {
        Scene scene = Scene.of(drawing.get(), Locale.ENGLISH, TextMeasure.ROUGH);
        return drawing.get()
                .layout()
                .box(path)
                .orElseGet(
                        () -> scene.frame(path).map(Frame::rect).orElseThrow().box());
    }

    private Pt centre(String path) {
        return Rect.of(box(path)).centre();
    }

    private Point2D screen(Pt world) {
        Pt p = pane.view().get().toScreen(world);
        return pane.localToScreen(p.x(), p.y());
    }
}
