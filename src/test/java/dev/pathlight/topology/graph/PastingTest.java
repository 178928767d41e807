package dev.pathlight.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Sketch;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is cut out of a drawing and put onto one runs beside its original. */
class PastingTest {
    private static final Drawing LECTURE = Sketch.of("""
        'nodes': [{'name': 'n', 'interfaces': [{'name': 'br-veth0'}], 'bridges': [{'name': 'br0', 'ports': ['br-veth0']}],
          'namespaces': [
            {'name': 'ns1', 'interfaces': [{'name': 'veth0', 'mac': '02:00:00:00:00:01', 'addresses': ['10.1.1.2/24']}],
             'routes': [{'to': 'default', 'via': '10.1.1.3'}]},
            {'name': 'ns2', 'interfaces': [{'name': 'veth1', 'addresses': ['10.1.1.3/24']}]}]}],
        'cables': [{'ends': ['n/ns1/veth0', 'n/br-veth0']}],
        'notes': [{'id': 'note1', 'text': 'hi'}],
        'layout': {'n/ns1': [0, 0, 100, 50], 'n/ns2': [200, 0, 100, 50], 'n/br0': [0, 200, 300, 80],
          'note:note1': [500, 0, 90, 40], 'group:g1': [-10, -50, 400, 400]},
        'canvas': {'groups': [{'id': 'g1', 'title': 'all'}]}\
        """);

    @Test
    void twoNamespacesAreCopiedWithFreshNamesAddressesAndRoutesButNoMac() {
        Pasting.Pasted pasted = paste(LECTURE, cut("n/ns1", "n/ns2"));

        assertThat(pasted.edit().applyTo(LECTURE)).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'br-veth0'}], 'bridges': [{'name': 'br0', 'ports': ['br-veth0']}],
              'namespaces': [
                {'name': 'ns1', 'interfaces': [{'name': 'veth0', 'mac': '02:00:00:00:00:01', 'addresses': ['10.1.1.2/24']}],
                 'routes': [{'to': 'default', 'via': '10.1.1.3'}]},
                {'name': 'ns2', 'interfaces': [{'name': 'veth1', 'addresses': ['10.1.1.3/24']}]},
                {'name': 'ns3', 'interfaces': [{'name': 'veth2', 'addresses': ['10.1.1.4/24']}],
                 'routes': [{'to': 'default', 'via': '10.1.1.5'}]},
                {'name': 'ns4', 'interfaces': [{'name': 'veth3', 'addresses': ['10.1.1.5/24']}]}]}],
            'cables': [{'ends': ['n/ns1/veth0', 'n/br-veth0']}],
            'notes': [{'id': 'note1', 'text': 'hi'}],
            'layout': {'n/ns1': [0, 0, 100, 50], 'n/ns2': [200, 0, 100, 50], 'n/br0': [0, 200, 300, 80],
              'note:note1': [500, 0, 90, 40], 'group:g1': [-10, -50, 400, 400],
              'n/ns3': [40, 20, 100, 50], 'n/ns4': [240, 20, 100, 50]},
            'canvas': {'groups': [{'id': 'g1', 'title': 'all'}]}\
            """));
        assertThat(pasted.paths()).containsExactly("n/ns3", "n/ns4");
    }

    @Test
    void aBridgeBringsItsPortsAndTheCablesToWhatComesAlong() {
        Pasting.Pasted pasted = paste(LECTURE, cut("n/ns1", "n/br0"));
        Drawing d = pasted.edit().applyTo(LECTURE);

        assertThat(d.topology().cables().stream().map(c -> c.a() + " " + c.b()))
                .containsExactly("n/ns1/veth0 n/br-veth0", "n/ns3/veth2 n/br-veth2");
        assertThat(d.topology().nodes().getFirst().root())
                .isEqualTo(Sketch.of("""
                    'nodes': [{'name': 'n', 'interfaces': [{'name': 'br-veth0'}, {'name': 'br-veth2'}],
                      'bridges': [{'name': 'br0', 'ports': ['br-veth0']}, {'name': 'br1', 'ports': ['br-veth2']}]}]\
                    """).topology().nodes().getFirst().root());
        assertThat(pasted.paths()).containsExactly("n/br1", "n/ns3");
    }

    @Test
    void aWholeNodeNotesAndGroupsAreCopiedUnderFreeNames() {
        Drawing clip = Clipping.of(
                        LECTURE,
                        Set.of("n", "note:note1", "group:g1"),
                        LECTURE.layout().with("n", new Layout.Box(-20, -40, 400, 400)))
                .orElseThrow();
        Drawing d = paste(LECTURE, clip).edit().applyTo(LECTURE);

        assertThat(d.topology().nodes().stream().map(n -> n.name().value())).containsExactly("n", "n2");
        assertThat(d.topology().spaces().map(Object::toString))
                .containsExactly("n", "n/ns1", "n/ns2", "n2", "n2/ns3", "n2/ns4");
        assertThat(d.topology().notes().stream().map(n -> n.id().value())).containsExactly("note1", "note2");
        assertThat(d.layout().boxes().keySet())
                .contains("n2", "n2/ns3", "n2/br0", "note:note2", "group:g1", "group:g2");
    }

    @Test
    void aPasteOntoAnEmptyDrawingIsWhatWasCutOut() {
        Drawing clip = cut("n/ns1", "n/br0");
        Drawing d = Pasting.onto(Drawing.empty(), clip, 0, 0).edit().applyTo(Drawing.empty());

        assertThat(d.topology().nodes()).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'br-veth0'}], 'bridges': [{'name': 'br0', 'ports': ['br-veth0']}],
              'namespaces': [{'name': 'ns1', 'interfaces': [{'name': 'veth0', 'addresses': ['10.1.1.2/24']}],
                 'routes': [{'to': 'default', 'via': '10.1.1.3'}]}]}]\
            """).topology().nodes());
        assertThat(d.topology().cables()).isEqualTo(LECTURE.topology().cables());
        assertThat(d.layout()).isEqualTo(clip.layout());
        assertThat(Clipping.of(LECTURE, Set.of("cable:n/ns1/veth0"), LECTURE.layout()))
                .isEmpty();
    }

    /** Through the text that the clipboard holds. */
    private static Drawing cut(String... paths) {
        Drawing clip = Clipping.of(LECTURE, Set.of(paths), LECTURE.layout()).orElseThrow();
        byte[] text = TopologyWriter.write(clip).getBytes(StandardCharsets.UTF_8);
        return ((ReadResult.Good) TopologyReader.read("clipboard", text)).drawing();
    }

    private static Pasting.Pasted paste(Drawing onto, Drawing clip) {
        return Pasting.onto(onto, clip, 40, 20);
    }
}
