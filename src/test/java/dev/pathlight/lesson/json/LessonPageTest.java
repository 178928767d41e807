package dev.pathlight.lesson.json;

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

/** The page about lessons shows an example of every element, and each of them is read. */
class LessonPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final String TOP = "{\"version\": 1, \"name\": \"x\", \"drawing\": \"x.json\", \"steps\": [%s]}";
    private static final Map<String, String> PLACES = Map.of(
            "file",
            "%s",
            "step",
            TOP,
            "do",
            TOP.formatted("{\"do\": [%s]}"),
            "expect",
            TOP.formatted("{\"expect\": [%s]}"));

    record Example(String place, String text) {
        String file() {
            return PLACES.get(place).replace("%s", text);
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> out = new ArrayList<>();
        Matcher m = EXAMPLE.matcher(Files.readString(Path.of("docs/lesson-format.md")));
        while (m.find()) {
            out.add(new Example(m.group(1), m.group(2)));
        }
        return out;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsRead(Example example) {
        assertThat(LessonReader.read("page", example.file().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LessonFile.Good.class);
    }

    @Test
    void everyFieldAndEveryWordOfTheSchemaIsUsedByAnExample() throws IOException {
        JsonNode schema = new JsonMapper().readTree(Files.readString(LessonSchemaTest.FILE));
        Set<String> fields = new TreeSet<>();
        collect(schema, fields);
        fields.remove("$schema");
        String all = String.join("\n", examples().stream().map(Example::file).toList());

        assertThat(fields).isNotEmpty().allSatisfy(f -> assertThat(all).contains("\"" + f + "\":"));
        assertThat(ActionReader.WORDS).allSatisfy(w -> assertThat(all).contains("\"do\": \"" + w + "\""));
        assertThat(ObservationReader.WORDS).allSatisfy(w -> assertThat(all).contains("\"see\": \"" + w + "\""));
    }

    private static void collect(JsonNode node, Set<String> fields) {
        node.path("properties").propertyNames().forEach(fields::add);
        node.forEach(child -> collect(child, fields));
    }
}
