package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Dot;
import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of the canvas, to be looked at: {@code CanvasPictures DIRECTORY}. */
public final class CanvasPictures {
    private CanvasPictures() {}

    public static void main(String[] args) {
        Path out = Path.of(args[0]);
        Platform.startup(() -> shootAll(out));
    }

    private static void shootAll(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CanvasStyle[] styles = {CanvasStyle.light(), CanvasStyle.dark(), CanvasStyle.contrastDark()};
        String[] names = {"light", "dark", "contrast"};
        for (int i = 0; i < 3; i++) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                String tail = "-" + names[i] + "-" + size[1] + ".png";
                shoot(model(Drawings.bridge()), styles[i], size, out.resolve("bridge" + tail));
                shoot(running(), styles[i], size, out.resolve("running" + tail));
            }
        }
        int[] small = {1280, 800};
        for (Path p : Drawings.shipped()) {
            Drawing d = Drawings.read(p);
            shoot(model(d), CanvasStyle.light(), small, out.resolve("shipped-" + p.getFileName() + ".png"));
            Drawing bare = new Drawing(d.topology(), dev.pathlight.topology.Layout.NONE);
            shoot(model(bare), CanvasStyle.dark(), small, out.resolve("auto-" + p.getFileName() + ".png"));
        }
        shoot(model(Drawings.cluster(2, 3)), CanvasStyle.light(), small, out.resolve("cluster-2x3.png"));
        shoot(model(Drawings.cluster(20, 24)), CanvasStyle.light(), small, out.resolve("cluster-500.png"));
        shoot(model(Drawings.random(new java.util.Random(5))), CanvasStyle.light(), small, out.resolve("random.png"));
        shoot(model(Drawing.empty()), CanvasStyle.light(), small, out.resolve("empty.png"));
        Runtime.getRuntime().halt(0);
    }

    static CanvasModel model(Drawing d) {
        return new CanvasModel(new SimpleObjectProperty<>(d), new CanvasModel.Intents() {
            @Override
            public void edit(String name, Edit edit) {}

            @Override
            public void ping(SpaceId from, SpaceId to) {}

            @Override
            public void inspect(String path) {}
        });
    }

    /** The bridge lecture while the answer is on its way, with one thing of every health. */
    private static CanvasModel running() {
        CanvasModel m = model(Drawings.bridge());
        Map<String, Health> health = new HashMap<>();
        var scene = dev.pathlight.view.scene.Scene.of(
                Drawings.bridge(), Locale.ENGLISH, dev.pathlight.view.scene.TextMeasure.ROUGH);
        scene.frames().stream().map(Frame::path).forEach(p -> health.put(p, Health.UP));
        scene.ports().forEach(p -> health.put(p.path(), Health.UP));
        health.put("this/ns2", Health.FAILED);
        health.put("this/br-veth1", Health.PENDING);
        m.health().set(health);
        m.selection().set(Set.of("this/ns1"));
        m.lit().set(Set.of("this/ns1/veth0", "this/br-veth0", "this/br-veth1"));
        m.dots()
                .set(List.of(
                        new Dot(
                                Journeys.over("ICMP echo request 10.1.1.2", "icmp", "this/br-veth1", "this/ns2/veth1"),
                                0,
                                1,
                                0.55),
                        new Dot(
                                Journeys.over("ARP who has 10.1.1.2", "arp", "this/ns1/veth0", "this/br-veth0"),
                                0,
                                1,
                                0.4)));
        return m;
    }

    static void shoot(CanvasModel m, CanvasStyle style, int[] size, Path file) {
        CanvasPane pane = new CanvasPane(m, style);
        Scene scene = new Scene(pane, size[0], size[1]);
        WritableImage image = scene.snapshot(null);
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
