package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Whatever the format can say can be said in the inspector: every property of its schema goes there and comes back. */
class EveryPropertyTest {
    private static final int NEW = InspectorModel.NEW;

    /** What a drawing has that nobody types. */
    private static final Map<String, String> NOT_TYPED = Map.of(
            "drawing.$schema", "is for other editors: it is read over and not written",
            "drawing.version", "is what the format is");

    /** Lists of things that stand on the canvas: one is added there, and has a form of its own; here, by its path. */
    private static final Map<String, String> THINGS = Map.of(
            "canvas.groups", "group:g1",
            "drawing.nodes", "n",
            "drawing.cables", "cable:n/a/eth0",
            "drawing.lans", "lan:lan0",
            "drawing.notes", "note:hint",
            "node.namespaces", "n/a",
            "node.bridges", "n/br0",
            "namespace.bridges", "n/a/br1");

    private static final String DRAWN = """
        {"version": 1, "name": "t",
         "nodes": [
          {"name": "n",
           "interfaces": [
            {"name": "ens33", "addresses": ["172.12.1.11/24"]}, {"name": "ens34"}, {"name": "p0"}, {"name": "spare"},
            {"name": "d0", "kind": "dummy"},
            {"name": "vx0", "kind": "vxlan", "vni": 1, "device": "ens33",
             "peers": [{"mac": "02:00:00:00:00:01", "remote": "172.12.1.12"}]},
            {"name": "v100", "kind": "vlan", "parent": "ens33", "tag": 100},
            {"name": "mv0", "kind": "macvlan", "parent": "ens33"},
            {"name": "iv0", "kind": "ipvlan", "parent": "ens33"},
            {"name": "blue", "kind": "vrf", "table": 10},
            {"name": "tun0", "kind": "gre", "local": "172.12.1.11", "remote": "172.12.1.12"},
            {"name": "wg0", "kind": "wireguard", "listen_port": 51820},
            {"name": "bond0", "kind": "bond", "members": ["d0"]}],
           "bridges": [{"name": "br0", "ports": ["p0"], "vlan_filtering": true}],
           "routes": [{"to": "10.9.0.0/16", "via": "172.12.1.1"}],
           "containers": [{"name": "web", "listens": [{"port": 7}]}],
           "nat": {"masquerade": [{"source": "10.1.0.0/16"}], "publish": [{"port": 8080, "to": "10.1.1.2", "to_port": 80}]},
           "firewall": {"rules": [{"hook": "forward", "verdict": "drop"}]},
           "namespaces": [{"name": "a", "interfaces": [{"name": "eth0"}], "bridges": [{"name": "br1"}],
                           "routes": [{"to": "default", "dev": "eth0"}]}]}],
         "cables": [{"ends": ["n/a/eth0", "n/p0"]}],
         "lans": [{"name": "lan0", "nics": ["n/ens33"]}],
         "notes": [{"id": "hint", "text": "Look"}],
         "flannel": {"network": "10.244.0.0/16", "backend": "vxlan"},
         "layout": {"n": [0, 0, 400, 300], "group:g1": [0, 0, 500, 400]},
         "canvas": {"groups": [{"id": "g1"}]}}
        """;

    static final List<Typing> TYPINGS = Typing.all();

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Workbench(
                FakeSession.opener(),
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of());
        Path file = folder.resolve("t.json");
        Files.writeString(file, DRAWN);
        bench.table().open(file);
    }

    private Drawing drawing() {
        return bench.drawing().drawing().get();
    }

    private String file() {
        return TopologyWriter.write(drawing());
    }

    /** As {@link #file}, however it is broken into lines. */
    private String flat() {
        return file().replaceAll("\\s*\\n\\s*", " ")
                .replace("[ ", "[")
                .replace(" ]", "]")
                .replace("{ ", "{")
                .replace(" }", "}");
    }

    private List<Entry> form(String at) {
        bench.canvas().selection().set(at.isEmpty() ? Set.of() : Set.of(at));
        return bench.inspector().subject().get().orElseThrow().form();
    }

    private Entry entry(String at, Property property, int index) {
        return form(at).stream()
                .filter(e -> e.property() == property)
                .filter(e -> !(e instanceof Entry.Line l) || l.index() == index)
                .filter(e -> !(e instanceof Entry.Words w) || w.index() == index)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for " + property + " " + index + " of " + at));
    }

    /** What the form shows; of several lines, the last one stands for a new one. */
    private String shown(String at, Property property, int index) {
        return switch (entry(at, property, index)) {
            case Entry.Line l -> l.text();
            case Entry.Words w -> w.text();
            case Entry.Switch s -> String.valueOf(s.on());
            case Entry.Choice c -> c.chosen();
            case Entry.Lines l -> l.items().get(Math.min(index, l.items().size() - 1));
            case Entry.Links l -> {
                Entry.Link link = l.links().get(Math.min(index, l.links().size() - 1));
                yield property == Property.NICS ? link.path() : link.text();
            }
            case Entry.Mixed m -> "";
        };
    }

    private int lines(String at, Property property) {
        return switch (entry(at, property, 0)) {
            case Entry.Lines l -> l.items().size();
            case Entry.Links l -> l.links().size();
            case Entry.Line l -> 1;
            case Entry.Words w -> 1;
            case Entry.Switch s -> 1;
            case Entry.Choice c -> 1;
            case Entry.Mixed m -> 1;
        };
    }

    @ParameterizedTest
    @FieldSource("TYPINGS")
    void whatIsTypedGoesIntoTheFileIsShownAndComesBack(Typing t) {
        Drawing before = drawing();
        String was = t.index() == NEW ? "" : shown(t.at(), t.property(), t.index());
        assertThat(flat())
                .satisfies(f -> assertThat(!t.written().isEmpty() && f.contains(t.written()))
                        .isFalse());

        assertThat(bench.inspector().change(t.at(), t.property(), t.index(), t.typed()))
                .isEmpty();

        assertThat(flat()).contains(t.written());
        assertThat(drawing()).isNotEqualTo(before);
        String at = path(t);
        assertThat(shown(at, t.property(), t.index())).isEqualTo(t.typed());
        assertThat(((ReadResult.Good) TopologyReader.read("t", file().getBytes(StandardCharsets.UTF_8))).drawing())
                .isEqualTo(drawing());
        back(t, at, was);
        if (t.property() == Property.FLANNEL) {
            // What is turned on anew begins as kube-flannel.yml comes.
            assertThat(drawing().topology().flannel()).isPresent();
        } else {
            assertThat(drawing()).isEqualTo(before);
        }
    }

    /** Where a thing that was renamed is now. */
    private static String path(Typing t) {
        int cut = Math.max(t.at().lastIndexOf('/'), t.at().lastIndexOf(':'));
        return t.property() == Property.NAME && !t.at().isEmpty() ? t.at().substring(0, cut + 1) + t.typed() : t.at();
    }

    private void back(Typing t, String at, String was) {
        boolean made = t.property() == Property.INTERFACES || t.property() == Property.CONTAINERS;
        if (made) {
            bench.edit("", new Edit.Remove(at + "/" + t.typed()));
        } else if (t.index() == NEW) {
            bench.inspector().remove(at, t.property(), lines(at, t.property()) - 1);
        } else {
            assertThat(bench.inspector().change(at, t.property(), t.index(), was))
                    .isEmpty();
        }
    }

    @Test
    void everyPropertyOfTheSchemaHasARow() throws IOException {
        Set<String> covered = new TreeSet<>(NOT_TYPED.keySet());
        covered.addAll(THINGS.keySet());
        TYPINGS.forEach(t -> covered.add(t.of()));

        assertThat(covered).isEqualTo(properties());
    }

    @Test
    void whatStandsOnTheCanvasHasAFormOfItsOwn() {
        THINGS.forEach((of, at) -> assertThat(form(at)).as(of).isNotEmpty());
    }

    @Test
    void anInterfaceCanBeMadeOfEveryKindAndBecomesWhatItWas() {
        Drawing before = drawing();
        for (String kind : LinkKind.WORDS) {
            assertThat(bench.inspector().change("n/d0", Property.KIND, 0, kind)).isEmpty();
            assertThat(shown("n/d0", Property.KIND, 0)).isEqualTo(kind);
            assertThat(((ReadResult.Good) TopologyReader.read("t", file().getBytes(StandardCharsets.UTF_8))).drawing())
                    .isEqualTo(drawing());
        }
        bench.inspector().change("n/d0", Property.KIND, 0, "dummy");
        assertThat(drawing()).isEqualTo(before);
    }

    /** By what has them: {@code bridge.stp}, {@code interface[vxlan].vni}. */
    private static Set<String> properties() throws IOException {
        JsonNode schema;
        try (InputStream in = TopologyReader.class.getResourceAsStream("topology-1.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
        Set<String> all = new TreeSet<>();
        collect("drawing", schema, all);
        schema.get("$defs").properties().forEach(d -> collect(d.getKey(), d.getValue(), all));
        return all;
    }

    private static void collect(String of, JsonNode def, Set<String> all) {
        own(of, def, all);
        conditional(of, def, all);
        Optional.ofNullable(def.get("allOf")).ifPresent(parts -> parts.forEach(p -> conditional(of, p, all)));
    }

    /** An object within an object is called after its field. */
    private static void own(String of, JsonNode def, Set<String> all) {
        Optional.ofNullable(def.get("properties"))
                .ifPresent(p -> p.properties().forEach(field -> {
                    all.add(of + "." + field.getKey());
                    collect(field.getKey(), field.getValue(), all);
                }));
    }

    private static void conditional(String of, JsonNode def, Set<String> all) {
        Optional.ofNullable(def.get("then")).ifPresent(then -> {
            JsonNode when = def.get("if").get("properties").properties().stream()
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toList())
                    .getFirst();
            String word = when.has("const")
                    ? when.get("const").asString()
                    : when.get("enum").get(0).asString();
            own(of + "[" + word + "]", then, all);
        });
    }
}
