package dev.pathlight.ui;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.PortId;
import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.StateFolder;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** One walk through the window: the window itself, what answers its questions, and what was seen. */
final class Walk {
    private static final long PATIENCE_SECONDS = 60;

    private final Workbench bench;
    private final Story story;
    private final MainWindow window;
    private final Stage stage;
    private final Answers asking = new Answers();
    private final Settings settings = new Settings();
    private final ExecutorService background;
    private final FxWatch watch = new FxWatch();

    private Walk(Stage stage, SessionOpener opener, Optional<StateFolder> state) {
        this.stage = stage;
        // What is still asked for when the walk is over is not done any more.
        background = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new ThreadPoolExecutor.DiscardPolicy());
        bench = new Workbench(
                opener,
                new FxThread(background, watch::soon),
                new Phrases(Locale.ENGLISH),
                List.of("bridge.json"),
                state);
        story = new Story(bench);
        window = new MainWindow(bench, stage, settings, Optional.of(asking));
    }

    /** On the window's thread. */
    static Walk open(Stage stage, SessionOpener opener) {
        return open(stage, opener, Optional.empty());
    }

    /** The same, with a folder for what is kept. */
    static Walk open(Stage stage, SessionOpener opener, Optional<StateFolder> state) {
        Walk walk = new Walk(stage, opener, state);
        walk.window.show(1280, 800);
        walk.watch.over(stage);
        return walk;
    }

    void close() {
        show(Workbench::close);
        await("everything is removed", () -> bench.closed().get());
        show(b -> stage.hide());
        background.shutdown();
    }

    Workbench bench() {
        return bench;
    }

    /** What the window's thread was busy with. */
    FxWatch watch() {
        return watch;
    }

    /** What the user chose for the window. */
    Settings settings() {
        return settings;
    }

    Story story() {
        return story;
    }

    Answers asking() {
        return asking;
    }

    /** What is seen at each hop of the echo request: {@code this/br-veth0: 06:…}, where the dot is and which row is lit. */
    List<String> seenHopByHop() {
        Eye eye = new Eye(window.canvas());
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            long id = bench.journeys().lines().stream()
                    .filter(l -> l.what().startsWith("ICMP echo request"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            bench.playJourney(id);
            List<String> seen = new ArrayList<>();
            for (int step = 0; step < bench.playback().steps().get().size(); step++) {
                bench.playback().go(step);
                seen.add(String.join(" ", eye.dots(drawingNow(), "icmp")) + ": " + String.join(" ", eye.usedRows()));
            }
            return seen;
        });
    }

    Set<String> selection() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> bench.canvas().selection().get());
    }

    Drawing drawing() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> bench.drawing().drawing().get());
    }

    /** Does something with the workbench on the window's thread, and waits. */
    void show(Consumer<Workbench> intent) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> intent.accept(bench));
    }

    void await(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "not within " + PATIENCE_SECONDS + " s: " + what + "; problem: "
                            + bench.problem().get() + "; run: "
                            + bench.runModel().state().get() + "; window focused: " + stage.isFocused() + ", by "
                            + stage.getScene().getFocusOwner() + "; view: "
                            + window.canvas().view().get() + "; windows: "
                            + Window.getWindows().stream()
                                    .map(w -> w + " " + (w instanceof Stage s ? s.getTitle() : ""))
                                    .toList(),
                    e);
        }
        // A bar that has not been laid out since would be clicked where its buttons were before.
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> stage.getScene().getRoot().layout());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** How the drawing lies on the canvas. */
    View view() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.canvas().view().get());
    }

    /** Where the packet is, as {@code arp this/br-veth0}. */
    String hop() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> bench.playback()
                        .moment()
                        .get()
                        .map(m -> m.journey().protocol() + " " + m.hop().port())
                        .orElse(""));
    }

    String text(String label) {
        return new FxRobot().lookup(label).queryAs(Label.class).getText();
    }

    /** Where a thing on the drawing stands on the screen. */
    Bounds boundsOnScreen(String path) {
        CanvasPane canvas = window.canvas();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Layout.Box box = drawingNow().layout().box(path).orElseGet(() -> inside(path));
            View view = canvas.view().get();
            Pt a = view.toScreen(new Pt(box.x(), box.y()));
            Pt b = view.toScreen(new Pt(box.x() + box.width(), box.y() + box.height()));
            return canvas.localToScreen(new BoundingBox(a.x(), a.y(), b.x() - a.x(), b.y() - a.y()));
        });
    }

    /** Containers have no place of their own in a layout. */
    private Layout.Box inside(String path) {
        return Scene.of(drawingNow(), Locale.ENGLISH, TextMeasure.ROUGH)
                .frame(path)
                .orElseThrow()
                .rect()
                .box();
    }

    /** How large type of {@code size} drawing units comes out on the screen, px. */
    double px(double size) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.canvas().view().get().scale() * size);
    }

    /** Where dots of {@code protocol} are painted. */
    List<String> dots(String protocol) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Eye(window.canvas()).dots(drawingNow(), protocol));
    }

    /** The colour the drawing's text has. */
    Color canvasText() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.canvas().look().get().text());
    }

    /** Gives the window another size. */
    void resize(double width, double height) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A point of the canvas on the screen: {@code x} and {@code y} from 0, left and top, to 1. */
    Point2D inCanvas(double x, double y) {
        CanvasPane canvas = window.canvas();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> canvas.localToScreen(x * canvas.getWidth(), y * canvas.getHeight()));
    }

    private Drawing drawingNow() {
        return bench.drawing().drawing().get();
    }

    Point2D onScreen(String path) {
        Bounds b = boundsOnScreen(path);
        return new Point2D(b.getCenterX(), b.getCenterY());
    }

    /** The middle of the switch on a node's kernel, on the screen. */
    Point2D forwardSwitch(String node) {
        CanvasPane canvas = window.canvas();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Frame kernel = Scene.of(drawingNow(), Locale.ENGLISH, TextMeasure.ROUGH).frames().stream()
                    .filter(f -> f.kind() == Frame.Kind.KERNEL && f.path().equals(node))
                    .findFirst()
                    .orElseThrow();
            return canvas.localToScreen(new Point2D(0, 0))
                    .add(point(canvas.view().get().toScreen(new Pt(kernel.rect().right() - 43, kernel.titleLine()))));
        });
    }

    javafx.scene.Scene scene() {
        return stage.getScene();
    }

    /** The middle of an interface on the screen. */
    Point2D port(String path) {
        CanvasPane canvas = window.canvas();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Pt at = Scene.of(drawingNow(), Locale.ENGLISH, TextMeasure.ROUGH)
                    .port(PortId.parse(path))
                    .orElseThrow()
                    .at();
            return canvas.localToScreen(new Point2D(0, 0))
                    .add(point(canvas.view().get().toScreen(at)));
        });
    }

    private static Point2D point(Pt p) {
        return new Point2D(p.x(), p.y());
    }
}
