package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassagesTest {
    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("topologies"))) {
            return all.filter(p -> p.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static List<String> paths(Drawing d) {
        Topology t = d.topology();
        List<String> all = new ArrayList<>();
        t.nodes().forEach(n -> all.add(n.name().value()));
        t.spaces().filter(s -> !s.isRoot()).forEach(s -> all.add(s.toString()));
        t.spaces().forEach(id -> {
            Namespace s = t.find(id).orElseThrow();
            s.bridges().stream().map(Bridge::name).forEach(n -> all.add(id + "/" + n));
            s.interfaces().stream().map(Interface::name).forEach(n -> all.add(id + "/" + n));
            s.containers().forEach(c -> all.add(id + "/" + c.name()));
        });
        t.cables().forEach(c -> all.add(Element.CABLE + c.a()));
        t.lans().forEach(l -> all.add(Element.LAN + l.name()));
        t.notes().forEach(n -> all.add(Element.NOTE + n.id()));
        d.layout().marks().groups().forEach(g -> all.add(g.path()));
        return all;
    }

    private static Passages passages(ReadResult.Good good) {
        return new Passages(good.drawing(), good.positions());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachThingIsFoundWhereItIsWritten(Path file) {
        ReadResult.Good good = (ReadResult.Good) TopologyReader.read(file);
        Passages passages = passages(good);
        for (String path : paths(good.drawing())) {
            Positions.Place place = passages.of(path).orElseThrow();
            assertThat(passages.at(place.line(), place.column())).isEqualTo(path);
        }
    }

    @Test
    void whatIsWrittenOfAThingBelongsToIt() {
        String json = """
            {"version": 1, "name": "t",
             "nodes": [
               {"name": "n",
                "namespaces": [
                  {"name": "a",
                   "interfaces": [{"name": "eth0"}, {"name": "eth1"}],
                   "routes": [{"to": "default", "dev": "eth0"}]}
                ]}],
             "canvas": {"groups": [{"id": "g1"}]},
             "notes": [{"id": "hint", "text": "Look"}]}
            """;
        Passages p = passages((ReadResult.Good) TopologyReader.read("t", json.getBytes(StandardCharsets.UTF_8)));
        assertThat(p.at(3, 4)).isEqualTo("n");
        assertThat(p.at(5, 1)).isEqualTo("n/a");
        assertThat(p.at(6, 25)).isEqualTo("n/a/eth0");
        assertThat(p.at(6, 41)).isEqualTo("n/a/eth1");
        assertThat(p.at(7, 20)).isEqualTo("n/a");
        assertThat(p.at(9, 40)).isEqualTo("group:g1");
        assertThat(p.at(10, 20)).isEqualTo("note:hint");
        assertThat(p.at(1, 3)).isEmpty();
        assertThat(p.of("n/b")).isEmpty();
    }
}
