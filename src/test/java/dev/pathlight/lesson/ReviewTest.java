package dev.pathlight.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.json.LessonFile;
import dev.pathlight.lesson.json.LessonReader;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewTest {
    @ParameterizedTest
    @MethodSource("dev.pathlight.lesson.json.LessonReaderTest#shipped")
    void aShippedLessonHasNoFindings(Path file) {
        LessonFile.Good read = (LessonFile.Good) LessonReader.read(file);
        Path drawing = file.resolveSibling(read.lesson().drawing()).normalize();
        assertThat(Review.of(read.lesson(), drawn(drawing))).isEmpty();
    }

    @Test
    void whatKeepsALessonFromItsEndAndWhatItsAuthorHardlyMeantIsFoundAtItsPlace() {
        assertThat(findings("""
            {"title": {"en": "One", "zh": "一"}, "ask": "?", "do": [{"do": "ping", "from": "this/ns1", "to": "this/ns9"}],
             "expect": [{"see": "running"}]},
            {"text": "Words", "do": [{"do": "run"}], "expect": [
              {"see": "packet", "packet": "echo-request", "outcome": "lost", "through": ["this/br9"]}, {"see": "stopped"}]},
            {"title": {"en": "Three", "zh": "三"}, "do": [{"do": "open", "panel": "plan"}], "ask": {"en": "?", "zh": "？"}}
            """))
                .containsExactlyInAnyOrder(
                        "not-drawn steps[0].do[0]",
                        "no-title title",
                        "one-language steps[0].ask",
                        "no-title steps[1].title",
                        "one-language steps[1].text",
                        "nothing-runs steps[0].do[0]",
                        "never-seen steps[0].expect[0]",
                        "no-interface steps[1].expect[0]",
                        "never-seen steps[1].expect[1]",
                        "nothing-to-see steps[2].expect",
                        "asks-in-vain steps[2].ask");
    }

    @Test
    void aPacketIsNotExpectedWhereNothingIsDone() {
        assertThat(findings("""
            {"title": "One", "do": [{"do": "run"}], "expect": [{"see": "running"}]},
            {"title": "Two", "expect": [{"see": "packet", "packet": "echo-request", "outcome": "delivered"}]}
            """)).containsExactlyInAnyOrder("no-title title", "no-packet steps[1].expect[0]");
    }

    private static List<String> findings(String steps) {
        String json = "{\"version\": 1, \"name\": \"x\", \"drawing\": \"x.json\", \"steps\": [%s]}".formatted(steps);
        LessonFile read = LessonReader.read("t", json.getBytes(StandardCharsets.UTF_8));
        return Review.of(((LessonFile.Good) read).lesson(), drawn(Path.of("topologies/bridge.json"))).stream()
                .map(f -> f.rule() + " " + f.field())
                .toList();
    }

    private static Topology drawn(Path file) {
        return ((ReadResult.Good) TopologyReader.read(file)).drawing().topology();
    }
}
