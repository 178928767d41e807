package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.PortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SceneTest {
    @Test
    void namespacesStandInARowAboveTheBridgeTheyPlugInto() {
        Scene scene = bare();
        Rect ns1 = rect(scene, "this/ns1");
        Rect ns2 = rect(scene, "this/ns2");
        Rect br0 = rect(scene, "this/br0");
        assertThat(ns1.y()).isEqualTo(ns2.y());
        assertThat(ns1.right()).isLessThan(ns2.x());
        assertThat(ns1.bottom()).isLessThan(br0.y());
        assertThat(br0.x()).isLessThanOrEqualTo(ns1.x());
        assertThat(br0.right()).isGreaterThanOrEqualTo(ns2.right());
    }

    @Test
    void aCableBetweenABoxAndTheBarBelowItHangsStraightDown() {
        Scene scene = bare();
        Curve c = scene.wire("cable:this/ns1/veth0").orElseThrow().curve();
        assertThat(c.a().x()).isEqualTo(c.b().x());
        assertThat(c.a().y()).isEqualTo(rect(scene, "this/ns1").bottom());
        assertThat(c.b().y()).isEqualTo(rect(scene, "this/br0").y());
    }

    @Test
    void aBridgesPortsBearTheNumbersTheyJoinWith() {
        Scene scene = bare();
        assertThat(List.of(
                        port(scene, "this/br-veth0").number(),
                        port(scene, "this/br-veth1").number()))
                .containsExactly(1, 2);
        assertThat(port(scene, "this/ns1/veth0").number()).isZero();
    }

    @Test
    void theLayoutsPlacesAreKept() {
        Drawing d = Drawings.bridge();
        Scene scene = LabelsTest.scene(d);
        assertThat(rect(scene, "this/ns2").box())
                .isEqualTo(d.layout().box("this/ns2").orElseThrow());
    }

    @Test
    void aNodeEnclosesItsChildrenWhereverTheyAre() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            Scene scene = LabelsTest.scene(Drawings.random(new Random(seed)));
            for (Frame f : scene.frames()) {
                if (f.parent().isPresent() && !rect(scene, f.parent().get()).contains(f.rect())) {
                    wrong.add("seed " + seed + ": " + f.path());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatHasNoPlaceIsPutWhereNothingElseStands() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            Drawing d = Drawings.random(new Random(seed));
            List<Frame> frames = LabelsTest.scene(d).frames().stream()
                    .filter(f -> !f.hollow())
                    .toList();
            for (Frame a : frames) {
                for (Frame b : frames) {
                    // Two boxes the user put over each other are the user's business.
                    boolean free = d.layout().box(a.path()).isEmpty() && a.isPlaceable();
                    if (a != b && free && a.rect().intersects(b.rect())) {
                        wrong.add("seed " + seed + ": " + a.path() + " over " + b.path());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPortFacesTheOtherEndOfItsCable() {
        Layout sideBySide = Layout.NONE
                .with("this/ns1", new Layout.Box(0, 0, 180, 90))
                .with("this/ns2", new Layout.Box(0, 700, 180, 90))
                .with("this/br0", new Layout.Box(0, 350, 300, 80));
        Scene scene = LabelsTest.scene(new Drawing(Drawings.bridge().topology(), sideBySide));
        assertThat(List.of(
                        port(scene, "this/ns1/veth0").side(),
                        port(scene, "this/br-veth0").side(),
                        port(scene, "this/br-veth1").side(),
                        port(scene, "this/ns2/veth1").side()))
                .containsExactly(Side.BOTTOM, Side.TOP, Side.BOTTOM, Side.TOP);
    }

    @Test
    void aLanIsJoinedByTheNicsOnTheMachinesEdges() {
        Scene scene = LabelsTest.scene(Drawings.cluster(2, 2));
        Port nic = port(scene, "k8s-1/ens33");
        assertThat(nic.owner().kind()).isEqualTo(Frame.Kind.NODE);
        assertThat(nic.at().y()).isEqualTo(rect(scene, "k8s-1").bottom());
        Wire w = scene.wireAt(nic.id()).orElseThrow();
        assertThat(w.curve().b().y()).isCloseTo(rect(scene, "lan:lan0").y(), within(1e-9));
    }

    @Test
    void aBigDrawingIsLaidOutInAFewMilliseconds() {
        Drawing d = Drawings.cluster(20, 24);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 60; i++) {
            long from = System.nanoTime();
            LabelsTest.scene(d);
            best = Math.min(best, System.nanoTime() - from);
        }
        // The aim is 8 ms; the bound is wide because the computer is shared.
        assertThat(best / 1e6).isLessThan(40);
    }

    private static Scene bare() {
        return LabelsTest.scene(new Drawing(Drawings.bridge().topology(), Layout.NONE));
    }

    private static Rect rect(Scene scene, String path) {
        return scene.frame(path).orElseThrow().rect();
    }

    private static Port port(Scene scene, String path) {
        return scene.port(PortId.parse(path)).orElseThrow();
    }
}
