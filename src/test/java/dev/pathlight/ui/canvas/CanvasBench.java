package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Dot;
import dev.pathlight.view.scene.AutoLayout;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.View;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** Frames per second with 500 namespaces, 1,000 cables and 1,000 packets: {@code CanvasBench}. */
public final class CanvasBench {
    private static final long WARM = 2_000_000_000L;
    private static final long MEASURE = 3_000_000_000L;

    private record Scenario(String name, boolean fit, LongConsumer eachFrame) {}

    private final SimpleObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawings.large());
    private final List<Journey> journeys = new ArrayList<>();
    private final Fonts fonts = new Fonts();
    private boolean pressed;
    private Pt from = new Pt(0, 0);
    private long longest;
    private final CanvasModel model =
            new CanvasModel(drawing, CanvasPictures.model(drawing.get()).intents());
    private final CanvasPane pane = new CanvasPane(model, CanvasStyle.light());

    public static void main(String[] args) {
        Platform.startup(() -> new CanvasBench().start());
    }

    private void start() {
        layoutTimes();
        Stage stage = new Stage();
        stage.setScene(new Scene(pane, 1280, 800));
        stage.show();
        for (Cable c : drawing.get().topology().cables()) {
            journeys.add(Journeys.over("ICMP echo request 10.0.0.1", "icmp", c.a().toString(), c.b().toString()));
        }
        SpaceId first = SpaceId.parse("machine-7/ns3");
        Pt middle = new Pt(640, 400);
        run(
                List.of(
                                new Scenario("idle, all visible", true, t -> {}),
                                new Scenario("idle, natural size", false, t -> {}),
                                new Scenario("pan, all visible", true, t -> pan(t)),
                                new Scenario("pan, natural size", false, t -> pan(t)),
                                new Scenario(
                                        "zoom about the middle",
                                        true,
                                        t -> pane.zoomAt(middle, t / 1_000_000_000 % 2 == 0 ? 1.02 : 1 / 1.02)),
                                new Scenario("laid out anew for each frame", true, t -> move(first, t)),
                                new Scenario("drag a box with the mouse", true, t -> drag(first, t)))
                        .iterator()::next,
                7);
    }

    private void pan(long t) {
        pane.view().set(pane.view().get().panned(8 * Math.cos(t / 4e8), 5 * Math.sin(t / 4e8)));
    }

    /** As a hand does: three events between two frames. */
    private void drag(SpaceId space, long t) {
        if (!pressed) {
            pressed = true;
            Rect box = dev.pathlight.view.scene.Scene.of(drawing.get(), Locale.ENGLISH, fonts)
                    .frame(space.toString())
                    .orElseThrow()
                    .rect();
            from = pane.view().get().toScreen(box.centre());
            fire(MouseEvent.MOUSE_PRESSED, from);
        }
        for (int i = 0; i < 3; i++) {
            double d = 100 * Math.sin((t + i * 5_000_000) / 4e8);
            fire(MouseEvent.MOUSE_DRAGGED, from.plus(d, d / 2));
        }
    }

    private void fire(EventType<MouseEvent> type, Pt at) {
        long begun = ownNanos();
        pane.fireEvent(new MouseEvent(
                type,
                at.x(),
                at.y(),
                at.x(),
                at.y(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null));
        longest = Math.max(longest, ownNanos() - begun);
    }

    private void move(SpaceId space, long t) {
        double d = 100 * Math.sin(t / 4e8);
        drawing.set(new Edit.MoveBoxes(java.util.Map.of(space.toString(), new Layout.Box(500 + d, 500 + d, 180, 90)))
                .applyTo(drawing.get()));
    }

    private void run(java.util.function.Supplier<Scenario> scenarios, int left) {
        if (left == 0) {
            System.out.printf(Locale.ROOT, "longest mouse event: %.1f ms CPU%n", longest / 1e6);
            Runtime.getRuntime().halt(0);
        }
        Scenario s = scenarios.get();
        pane.fit();
        if (!s.fit()) {
            pane.view().set(new View(1, -2000, -900));
        }
        List<Long> work = new ArrayList<>();
        List<Long> frames = new ArrayList<>();
        new AnimationTimer() {
            private long begun;
            private long last;
            private long rendered;

            @Override
            public void handle(long now) {
                begun = begun == 0 ? now : begun;
                if (now - begun > WARM + MEASURE) {
                    stop();
                    report(s.name(), frames, work, rendererNanos() - rendered);
                    run(scenarios, left - 1);
                    return;
                }
                if (now - begun > WARM && last != 0) {
                    rendered = frames.isEmpty() ? rendererNanos() : rendered;
                    frames.add(now - last);
                }
                last = now;
                double fraction = now / 1e9 % 1;
                model.dots()
                        .set(journeys.stream()
                                .map(j -> new Dot(j, 0, 1, fraction))
                                .toList());
                s.eachFrame().accept(now);
                long from = System.nanoTime();
                pane.layout();
                if (now - begun > WARM) {
                    work.add(System.nanoTime() - from);
                }
            }
        }.start();
    }

    private static void report(String name, List<Long> frames, List<Long> work, long renderer) {
        double seconds = frames.stream().mapToLong(Long::longValue).sum() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-26s %5.1f frames/s   p95 %5.1f ms   painting calls: median %4.1f ms, p95 %4.1f ms   renderer %4.1f"
                        + " ms CPU a frame%n",
                name,
                frames.size() / seconds,
                percentile(frames, 0.95),
                percentile(work, 0.5),
                percentile(work, 0.95),
                renderer / 1e6 / frames.size());
    }

    /** CPU time of the thread that rasterises: what bounds the frames on a busy computer too. */
    private static long rendererNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().startsWith("QuantumRenderer"))
                .mapToLong(t -> threads.getThreadCpuTime(t.getThreadId()))
                .sum();
    }

    /** CPU time of this thread, which a busy computer does not stretch. */
    private static long ownNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double percentile(List<Long> nanos, double p) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (p * (sorted.length - 1))] / 1e6;
    }

    private void layoutTimes() {
        long[] times = new long[40];
        for (int i = 0; i < times.length; i++) {
            long from = ownNanos();
            dev.pathlight.view.scene.Scene.of(drawing.get(), Locale.ENGLISH, fonts);
            times[i] = ownNanos() - from;
        }
        long from = ownNanos();
        AutoLayout.arrange(drawing.get(), Set.of(), Locale.ENGLISH, fonts, f -> {});
        System.out.printf(Locale.ROOT, "arranged: %.1f ms CPU%n", (ownNanos() - from) / 1e6);
        System.out.printf(
                Locale.ROOT,
                "layout: first %.1f ms CPU, median of the last 20 %.1f ms%n",
                times[0] / 1e6,
                Arrays.stream(times, 20, 40).sorted().toArray()[10] / 1e6);
    }
}
