package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The format's page shows an example of every element, and each of them is read. */
class FormatPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final String NODE = "{\"version\": 1, \"name\": \"x\", \"nodes\": [{\"name\": \"n\", %s}]}";
    private static final String TOP = "{\"version\": 1, \"name\": \"x\", %s}";

    /** Where an example belongs, by the word behind its fence. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("file", "%s"),
            Map.entry("node", TOP.formatted("\"nodes\": [%s]")),
            Map.entry("namespace", NODE.formatted("\"namespaces\": [%s]")),
            Map.entry("interface", NODE.formatted("\"interfaces\": [%s]")),
            Map.entry("bridge", NODE.formatted("\"bridges\": [%s]")),
            Map.entry("route", NODE.formatted("\"routes\": [%s]")),
            Map.entry("sysctls", NODE.formatted("\"sysctls\": %s")),
            Map.entry("firewall", NODE.formatted("\"firewall\": %s")),
            Map.entry("nat", NODE.formatted("\"nat\": %s")),
            Map.entry("container", NODE.formatted("\"containers\": [%s]")),
            Map.entry("cable", TOP.formatted("\"cables\": [%s]")),
            Map.entry("lan", TOP.formatted("\"lans\": [%s]")),
            Map.entry("note", TOP.formatted("\"notes\": [%s]")),
            Map.entry("flannel", TOP.formatted("\"flannel\": %s")),
            Map.entry("canvas", TOP.formatted("\"canvas\": %s")),
            Map.entry("layout", TOP.formatted("\"layout\": %s")));

    record Example(String place, String text) {
        String file() {
            return PLACES.get(place).replace("%s", text);
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> out = new ArrayList<>();
        Matcher m = EXAMPLE.matcher(page());
        while (m.find()) {
            out.add(new Example(m.group(1), m.group(2)));
        }
        return out;
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/topology-format.md"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsRead(Example example) {
        ReadResult read = TopologyReader.read("page", example.file().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isInstanceOf(ReadResult.Good.class);
    }

    @Test
    void everyElementHasAnExample() throws IOException {
        Set<String> shown = new TreeSet<>();
        examples().forEach(e -> shown.add(e.place()));

        assertThat(shown).isEqualTo(new TreeSet<>(PLACES.keySet()));
    }

    @Test
    void everyFieldOfTheSchemaIsUsedByAnExample() throws IOException {
        JsonNode schema = new JsonMapper()
                .readTree(Files.readString(
                        Path.of("src/main/resources/dev/pathlight/topology/json/topology-1.schema.json")));
        Set<String> fields = new TreeSet<>();
        collect(schema, fields);
        fields.remove("$schema");
        String all = String.join("\n", examples().stream().map(Example::file).toList());

        assertThat(fields).isNotEmpty().allSatisfy(f -> assertThat(all).contains("\"" + f + "\":"));
    }

    private static void collect(JsonNode node, Set<String> fields) {
        node.path("properties").propertyNames().forEach(fields::add);
        node.forEach(child -> collect(child, fields));
    }
}
