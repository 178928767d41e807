package dev.pathlight.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sketch;
import dev.pathlight.topology.SpaceId;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    @Test
    void theBridgeLectureIsOneSegment() {
        assertThat(Segments.of(Sketch.bridge().topology()).all())
                .extracting(Object::toString)
                .containsExactly("[this/br-veth0, this/br-veth1, this/br0, this/ns1/veth0, this/ns2/veth1]");
    }

    @Test
    void aRouterPartsTwoSegments() {
        Segments s = Segments.of(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'v1'}, {'name': 'v2'}], 'namespaces': [
              {'name': 'a', 'interfaces': [{'name': 'e'}]}, {'name': 'b', 'interfaces': [{'name': 'e'}]}]}],
            'cables': [{'ends': ['n/a/e', 'n/v1']}, {'ends': ['n/b/e', 'n/v2']}, {'ends': ['n/nothing', 'n/v2']}]\
            """).topology());

        assertThat(s.all()).extracting(Object::toString).containsExactly("[n/v1, n/a/e]", "[n/v2, n/b/e]");
        assertThat(s.areJoined(PortId.parse("n/a/e"), PortId.parse("n/b/e"))).isFalse();
        assertThat(s.spacesOf(PortId.parse("n/v1")))
                .containsExactlyInAnyOrder(SpaceId.parse("n"), SpaceId.parse("n/a"));
        assertThat(s.of(PortId.parse("n/nothing"))).isEmpty();
    }

    @Test
    void aLanJoinsItsNics() {
        Segments s = Segments.of(Sketch.of("""
            'nodes': [{'name': 'a', 'interfaces': [{'name': 'e'}]}, {'name': 'b', 'interfaces': [{'name': 'e'}]},
                      {'name': 'c', 'interfaces': [{'name': 'e'}]}],
            'lans': [{'name': 'l', 'nics': ['gone/e', 'a/e', 'b/e', 'c/e']}]\
            """).topology());

        assertThat(s.all()).extracting(Object::toString).containsExactly("[a/e, b/e, c/e]");
    }

    @Test
    void aLoopOfCablesIsStillOneSegment() {
        Segments s = Segments.of(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'p'}, {'name': 'q'}],
                       'bridges': [{'name': 'br', 'ports': ['p', 'q', 'gone']}]}],
            'cables': [{'ends': ['n/p', 'n/q']}]\
            """).topology());

        assertThat(s.all()).extracting(Object::toString).containsExactly("[n/br, n/p, n/q]");
    }
}
