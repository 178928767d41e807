package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.view.scene.AutoLayout;
import dev.pathlight.view.scene.Crossings;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javafx.application.Platform;

/** Takes pictures of drawings as they are laid out in their files and after an arrangement: {@code LookLayouts DIRECTORY [NAME]}. */
public final class LookLayouts {
    private LookLayouts() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            try {
                shootAll(Path.of(args[0]), args.length > 1 ? args[1] : "");
            } finally {
                Runtime.getRuntime().halt(0);
            }
        });
    }

    private static void shootAll(Path out, String part) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Drawing> all = new LinkedHashMap<>();
        for (Path p : Drawings.shipped()) {
            all.put(p.getFileName().toString().replace(".json", ""), Drawings.read(p));
        }
        all.put("cluster-2x3", Drawings.cluster(2, 3));
        all.put("cluster-5x14", Drawings.cluster(5, 14));
        all.put("cluster-500", Drawings.cluster(20, 24));
        for (int seed : new int[] {0, 1, 2, 4, 5, 32, 54}) {
            all.put("random-" + seed, Drawings.random(new Random(seed)));
        }
        int[] size = {1280, 800};
        all.forEach((name, d) -> {
            if (name.contains(part)) {
                long from = System.nanoTime();
                Map<String, Layout.Box> boxes = AutoLayout.arrange(d, Set.of(), Locale.ENGLISH, new Fonts(), f -> {});
                long took = System.nanoTime() - from;
                Drawing arranged = new Edit.MoveBoxes(boxes).applyTo(d);
                List<String> said = new ArrayList<>();
                for (Drawing each : List.of(d, d.with(Layout.NONE), arranged)) {
                    Scene s = Scene.of(each, Locale.ENGLISH, new Fonts());
                    said.add(Crossings.of(s).size() + "/"
                            + (s.portCount() - s.labels().size()));
                }
                System.out.printf(Locale.ROOT, "%-45s %5d ms  over boxes/no label: %s%n", name, took / 1_000_000, said);
                CanvasPictures.shoot(CanvasPictures.model(d), CanvasStyle.light(), size, out.resolve(name + "-a.png"));
                CanvasPictures.shoot(
                        CanvasPictures.model(arranged), CanvasStyle.light(), size, out.resolve(name + "-b.png"));
            }
        });
    }
}
