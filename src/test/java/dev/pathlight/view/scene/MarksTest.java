package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sketch;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Groups, collapsed nodes, and what lies above what. */
class MarksTest {
    private static final String TWO_NODES = """
        'nodes': [
          {'name': 'a', 'interfaces': [{'name': 'out'}, {'name': 'p0'}], 'bridges': [{'name': 'br0', 'ports': ['p0', 'out']}],
           'namespaces': [{'name': 'ns1', 'interfaces': [{'name': 'eth0'}]}]},
          {'name': 'b', 'namespaces': [{'name': 'ns2', 'interfaces': [{'name': 'eth0'}]}]}],
        'cables': [{'ends': ['a/ns1/eth0', 'a/p0']}, {'ends': ['a/out', 'b/ns2/eth0']}],
        'layout': {'a/ns1': [0, 0, 200, 100], 'a/br0': [0, 260, 260, 80], 'b/ns2': [700, 0, 200, 100],
          'group:g1': [-100, -150, 1200, 700]}\
        """;

    @Test
    void aCollapsedNodeIsOneBoxWithTheCablesThatLeaveIt() {
        Scene scene = scene("'canvas': {'collapsed': ['a']}");

        assertThat(scene.frames().stream().map(Frame::path)).containsExactly("a", "b", "b/ns2");
        assertThat(scene.frame("a").orElseThrow().details()).containsExactly("ns1  br0");
        assertThat(StreamSupport.stream(scene.wires().spliterator(), false).map(Wire::path))
                .containsExactly("cable:a/out");
        assertThat(scene.port(PortId.parse("a/out")).orElseThrow().owner().path())
                .isEqualTo("a");
    }

    @Test
    void aGroupIsSeizedAtItsTitleAndEdgesAndHoldsWhatLiesWhollyInIt() {
        Scene scene = scene("'canvas': {'groups': [{'id': 'g1'}]}");
        HitTest hits = new HitTest(scene);

        assertThat(hits.at(new Pt(400, -130), 4).map(Hit::path)).contains("group:g1");
        assertThat(hits.at(new Pt(1099, 400), 4).map(Hit::path)).contains("group:g1");
        assertThat(hits.at(new Pt(500, 500), 4)).isEmpty();
        assertThat(hits.at(new Pt(100, 50), 4).map(Hit::path)).contains("a/ns1");
        assertThat(Groups.within(scene, scene.frame("group:g1").orElseThrow()))
                .containsExactly("a", "b", "a/ns1", "b/ns2", "a/br0");
    }

    @Test
    void ofOneKindTheHigherIsPaintedLastAndHitFirst() {
        String overlapping = """
            'nodes': [{'name': 'n', 'namespaces': [{'name': 'x'}, {'name': 'y'}]}],
            'layout': {'n/x': [0, 0, 200, 100], 'n/y': [100, 0, 200, 100]}, 'canvas': {'heights': {'n/x': 1}}\
            """;
        Scene scene = Scene.of(Sketch.of(overlapping), Locale.ENGLISH, TextMeasure.ROUGH);

        assertThat(scene.frames().stream().map(Frame::path)).isEqualTo(List.of("n", "n/y", "n/x"));
        assertThat(new HitTest(scene).at(new Pt(150, 50), 4).map(Hit::path)).contains("n/x");
    }

    private static Scene scene(String marks) {
        Drawing d = Sketch.of(TWO_NODES + ", " + marks);
        return Scene.of(d, Locale.ENGLISH, TextMeasure.ROUGH);
    }
}
