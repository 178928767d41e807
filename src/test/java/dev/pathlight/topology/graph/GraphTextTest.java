package dev.pathlight.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.Drawings;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Topologies in the languages of other tools. */
class GraphTextTest {
    private static final Pattern MERMAID_LINE = Pattern.compile(" +(?:subgraph"
        + " (?<box>n\\d+)\\[\"[^\"]+\"]|end|(?<thing>n\\d+)(?:\\[\"[^\"]+\"]|\\[\\[\"[^\"]+\"]]|\\(\\[\"[^\"]+\"]\\))(?::::\\w+)?|(?<from>n\\d+)"
        + " (?:===|-\\.-) (?<to>n\\d+)|classDef .*|accTitle: .+)");

    static Stream<Topology> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("topologies"))) {
            Stream<Topology> shipped = files.filter(f -> f.toString().endsWith(".json")).toList().stream()
                    .map(f ->
                            ((ReadResult.Good) TopologyReader.read(f)).drawing().topology());
            return Stream.concat(shipped, Stream.of(Drawings.hostileNames(), Drawings.everyOption()));
        }
    }

    private static int interfaces(Topology t) {
        return t.nodes().stream()
                .flatMap(n -> n.spaces())
                .mapToInt(s -> s.interfaces().size())
                .sum();
    }

    @ParameterizedTest
    @MethodSource("all")
    void mermaidHasEveryThingOnceAndLinesBetweenThem(Topology t) {
        String text = MermaidText.of(t, Locale.ENGLISH);
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("flowchart TB");
        List<Matcher> parsed = lines.stream().skip(1).map(MERMAID_LINE::matcher).toList();
        assertThat(parsed).allMatch(Matcher::matches);
        List<String> things = parsed.stream()
                .map(m -> m.group("thing"))
                .filter(x -> x != null)
                .toList();
        assertThat(things).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(interfaces(t));
        Set<String> ends = parsed.stream()
                .flatMap(m -> Stream.of(m.group("from"), m.group("to")).filter(x -> x != null))
                .collect(Collectors.toSet());
        assertThat(things).containsAll(ends);
        assertThat(lines.stream().filter(l -> l.contains(" === ")).count())
                .isGreaterThanOrEqualTo(t.cables().size());
        assertThat(lines.stream().filter(l -> l.strip().startsWith("subgraph")).count())
                .isEqualTo(lines.stream().filter(l -> l.strip().equals("end")).count());
    }

    /** Graphviz itself reads it, and finds each thing once. */
    @ParameterizedTest
    @MethodSource("all")
    void graphvizReadsTheDotText(Topology t) throws Exception {
        Assumptions.assumeTrue(hasGraphviz(), "Graphviz (dot) is not installed");
        String read = dot(DotText.of(t, Locale.CHINESE), "-Tplain");
        assertThat(read.lines().filter(l -> l.startsWith("node ")).count()).isGreaterThanOrEqualTo(interfaces(t));
        assertThat(read.lines().filter(l -> l.startsWith("edge ")).count())
                .isGreaterThanOrEqualTo(t.cables().size());
    }

    @Test
    void namesComeThroughGraphvizAsTheyAre() throws Exception {
        Assumptions.assumeTrue(hasGraphviz(), "Graphviz (dot) is not installed");
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(dot(DotText.of(Drawings.hostileNames(), Locale.ENGLISH), "-Tsvg")
                                .replaceFirst("(?s)<!DOCTYPE[^>]*>", ""))))
                .getElementsByTagName("text");
        assertThat(IntStream.range(0, texts.getLength())
                        .mapToObj(i -> texts.item(i).getTextContent().replace('\u00a0', ' ')))
                .containsAll(Drawings.HOSTILE_NAMES);
    }

    @Test
    void theBridgeLectureIsNestedAsItIsDrawn() {
        assertThat(DotText.of(Drawings.bridgeLecture(), Locale.ENGLISH).lines().map(String::strip))
                .containsSubsequence(
                        "subgraph cluster_n1 {",
                        "n4 [label=\"br0\", shape=box, style=\"filled,bold\", fillcolor=\"#dfe9fb\"]",
                        "subgraph cluster_n5 {",
                        "n6 [label=\"veth0\\n10.1.1.2/24\", shape=box]",
                        "}",
                        "}",
                        "n2 -- n4 [style=dashed]",
                        "n3 -- n4 [style=dashed]")
                .contains("n6 -- n2 [penwidth=2]");
    }

    private static boolean hasGraphviz() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(d -> Files.isExecutable(Path.of(d, "dot")));
    }

    private static String dot(String text, String form) throws Exception {
        Path file = Files.createTempFile("graph", ".dot");
        try {
            Files.writeString(file, text);
            Process dot = new ProcessBuilder("dot", form, file.toString())
                    .redirectErrorStream(true)
                    .start();
            String read = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(dot.waitFor()).as(read).isZero();
            return read;
        } finally {
            Files.delete(file);
        }
    }
}
