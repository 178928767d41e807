package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final int GENERATED = 400;

    @Test
    void noLabelOverlapsAnotherOrABoxOnAnyShippedDrawing() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Drawings.shipped()) {
            Drawing d = Drawings.read(file);
            wrong.addAll(overlaps(file.toString(), scene(d)));
            wrong.addAll(overlaps(file + " laid out anew", scene(new Drawing(d.topology(), Layout.NONE))));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyInterfaceOfAShippedDrawingHasItsLabel() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Drawings.shipped()) {
            Scene scene = scene(Drawings.read(file));
            scene.ports().forEach(p -> {
                if (scene.label(p.path()).isEmpty()) {
                    wrong.add(file + ": " + p.path());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noLabelOverlapsAnotherOrABoxOnGeneratedDrawings() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < GENERATED; seed++) {
            wrong.addAll(overlaps("seed " + seed, scene(Drawings.random(new Random(seed)))));
        }
        wrong.addAll(overlaps("cluster", scene(Drawings.cluster(4, 20))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyInterfaceOfAClusterHasItsLabel() {
        Scene scene = scene(Drawings.cluster(20, 24));
        List<String> wrong = new ArrayList<>();
        scene.ports().forEach(p -> {
            if (scene.label(p.path()).isEmpty()) {
                wrong.add(p.path());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aLabelIsWideEnoughForItsText() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < GENERATED; seed++) {
            for (Label l : scene(Drawings.random(new Random(seed))).labels()) {
                double room = l.rect().width() - 2 * Label.PADDING + 1e-6;
                boolean fits = TextMeasure.ROUGH.width(l.name(), Type.INTERFACE) <= room
                        && l.addresses().stream().allMatch(a -> TextMeasure.ROUGH.width(a, Type.ADDRESS) <= room);
                if (!fits) {
                    wrong.add("seed " + seed + ": " + l);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    static Scene scene(Drawing d) {
        return Scene.of(d, Locale.ENGLISH, TextMeasure.ROUGH);
    }

    private static List<String> overlaps(String where, Scene scene) {
        List<String> wrong = new ArrayList<>();
        List<Label> labels = scene.labels();
        for (int i = 0; i < labels.size(); i++) {
            Rect r = labels.get(i).rect();
            for (int j = i + 1; j < labels.size(); j++) {
                if (r.intersects(labels.get(j).rect())) {
                    wrong.add(where + ": " + labels.get(i).port() + " over "
                            + labels.get(j).port());
                }
            }
            for (Frame f : scene.frames()) {
                boolean crossed =
                        f.hollow() ? r.intersects(f.rect()) && !f.rect().contains(r) : r.intersects(f.rect());
                if (crossed) {
                    wrong.add(where + ": " + labels.get(i).port() + " over " + f.kind() + " " + f.path());
                }
            }
        }
        return wrong;
    }
}
