package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
    private static final int GENERATED = 120;

    @Test
    void onNoShippedDrawingDoesACableRunOverABoxAfterwards() {
        Map<String, List<Crossings.Crossing>> wrong = new TreeMap<>();
        for (Path file : Drawings.shipped()) {
            List<Crossings.Crossing> over = Crossings.of(LabelsTest.scene(arranged(Drawings.read(file))));
            if (!over.isEmpty()) {
                wrong.put(file.toString(), over);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noBoxStandsOverAnotherAfterwards() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Drawings.shipped()) {
            Judgement.piled(LabelsTest.scene(arranged(Drawings.read(file))))
                    .forEach(box -> wrong.add(file + ": " + box));
        }
        for (int seed = 0; seed < GENERATED; seed++) {
            int at = seed;
            Judgement.piled(LabelsTest.scene(arranged(Drawings.random(new Random(seed)))))
                    .forEach(box -> wrong.add("seed " + at + ": " + box));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everythingThatCanHaveAPlaceHasOne() {
        Drawing d = arranged(Drawings.cluster(3, 4));
        Scene scene = LabelsTest.scene(d);
        assertThat(scene.frames())
                .filteredOn(f -> f.isPlaceable() && f.kind() != Frame.Kind.NODE)
                .allSatisfy(f -> assertThat(d.layout().box(f.path())).isPresent());
    }

    @Test
    void siblingsKeepTheirOrder() {
        Scene scene = LabelsTest.scene(arranged(Drawings.bridge().with(Layout.NONE)));
        assertThat(rect(scene, "this/ns1").right())
                .isLessThan(rect(scene, "this/ns2").x());
        assertThat(rect(scene, "this/ns1").bottom())
                .isLessThan(rect(scene, "this/br0").y());
    }

    @Test
    void aMachineFullOfPodsIsArrangedWithoutACableOverABox() {
        Scene scene = LabelsTest.scene(arranged(Drawings.cluster(20, 24)));
        assertThat(Crossings.of(scene)).isEmpty();
        assertThat(Judgement.piled(scene)).isEmpty();
        assertThat(scene.labels()).hasSize(scene.portCount());
    }

    @Test
    void whatIsNotChosenStaysWhereItIs() {
        Drawing d = arranged(Drawings.cluster(2, 5));
        Drawing messy = new Edit.MoveBoxes(Map.of(
                        "k8s-1/pod-1-1", new Layout.Box(-700, 900, 200, 92),
                        "k8s-1/pod-1-2", new Layout.Box(-640, 930, 200, 92)))
                .applyTo(d);
        Map<String, Layout.Box> moved = AutoLayout.arrange(
                messy, Set.of("k8s-1/pod-1-1", "k8s-1/pod-1-2"), Locale.ENGLISH, TextMeasure.ROUGH, f -> {});
        assertThat(moved.keySet()).containsExactlyInAnyOrder("k8s-1/pod-1-1", "k8s-1/pod-1-2");
        Rect a = Rect.of(moved.get("k8s-1/pod-1-1"));
        Rect b = Rect.of(moved.get("k8s-1/pod-1-2"));
        assertThat(a.intersects(b)).isFalse();
    }

    @Test
    void anEmptyDrawingStaysEmpty() {
        assertThat(AutoLayout.arrange(Drawing.empty(), Set.of(), Locale.ENGLISH, TextMeasure.ROUGH, f -> {}))
                .isEmpty();
    }

    static Drawing arranged(Drawing d) {
        return new Edit.MoveBoxes(AutoLayout.arrange(d, Set.of(), Locale.ENGLISH, TextMeasure.ROUGH, f -> {}))
                .applyTo(d);
    }

    private static Rect rect(Scene scene, String path) {
        return scene.frame(path).orElseThrow().rect();
    }
}
