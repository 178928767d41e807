package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.PortId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitTestTest {
    private final Scene scene = LabelsTest.scene(Drawings.bridge());
    private final HitTest hits = new HitTest(scene);

    @Test
    void aBoxIsHitBeforeTheNodeItStandsIn() {
        assertThat(path(rect("this/ns1").centre())).contains("this/ns1");
        assertThat(path(new Pt(rect("this").x() + 12, rect("this").cy()))).contains("this");
    }

    @Test
    void anInterfaceIsHitBeforeItsBox() {
        Pt at = scene.port(PortId.parse("this/br-veth0")).orElseThrow().at();
        assertThat(path(at.plus(3, 5))).contains("this/br-veth0");
    }

    @Test
    void aLabelBelongsToItsInterface() {
        Rect label = scene.label("this/ns2/veth1").orElseThrow().rect();
        assertThat(path(label.centre())).contains("this/ns2/veth1");
    }

    @Test
    void aCableIsHitWithinAFewUnitsOfItsLine() {
        Pt middle = scene.wire("cable:this/ns1/veth0").orElseThrow().curve().at(0.5);
        assertThat(path(middle.plus(-4, 0))).contains("cable:this/ns1/veth0");
        assertThat(path(middle.plus(-30, 0))).contains("this");
    }

    @Test
    void besideEverythingNothingIsHit() {
        assertThat(path(new Pt(-9000, 4))).isEmpty();
    }

    @Test
    void aBandSelectsWhatLiesWhollyWithinIt() {
        Rect ns1 = rect("this/ns1");
        assertThat(hits.within(ns1.grown(5))).containsExactly("this/ns1");
        assertThat(hits.within(ns1.union(rect("this/ns2")).grown(5))).containsExactly("this/ns1", "this/ns2");
        assertThat(hits.within(ns1.grown(-5))).isEmpty();
    }

    @Test
    void aBandAroundANodeSelectsItAloneForItsContentsGoWithIt() {
        assertThat(hits.within(rect("this").grown(5))).containsExactly("this");
    }

    private Optional<String> path(Pt p) {
        return hits.at(p, 7).map(Hit::path);
    }

    private Rect rect(String path) {
        return scene.frame(path).orElseThrow().rect();
    }
}
