package dev.pathlight.lesson.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Misfit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class LessonReaderTest {
    public static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("topologies/lessons"))) {
            return files.filter(p -> p.toString().endsWith(".lesson.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedLessonIsWrittenAsItWasReadAndFitsItsDrawing(Path file) throws IOException {
        Lesson lesson = good(LessonReader.read(file));

        assertThat(LessonWriter.write(lesson)).isEqualTo(Files.readString(file));
        Path drawing = file.resolveSibling(lesson.drawing()).normalize();
        ReadResult.Good read = (ReadResult.Good) TopologyReader.read(drawing);
        assertThat(Misfit.of(lesson, read.drawing().topology())).isEmpty();
        assertThat(drawing.getFileName().toString()).startsWith(lesson.name().value());
        assertThat(file).hasFileName(lesson.name() + ".lesson.json");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedLessonSpeaksBothLanguagesInEveryStep(Path file) {
        Lesson lesson = good(LessonReader.read(file));

        assertThat(lesson.title().byLanguage()).containsOnlyKeys("en", "zh");
        assertThat(lesson.steps()).isNotEmpty().allSatisfy(s -> {
            assertThat(s.title().byLanguage()).containsOnlyKeys("en", "zh");
            assertThat(s.text().byLanguage()).containsOnlyKeys("en", "zh");
            s.question().ifPresent(q -> assertThat(q.byLanguage()).containsOnlyKeys("en", "zh"));
            assertThat(s.expected()).isNotEmpty();
        });
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        for (long seed = 0; seed < 500; seed++) {
            Lesson lesson = Lessons.of(seed);
            String json = LessonWriter.write(lesson);
            assertThat(read(json)).as("seed %d%n%s", seed, json).isInstanceOf(LessonFile.Good.class);
            assertThat(good(read(json))).as("seed %d", seed).isEqualTo(lesson);
        }
    }

    @Test
    void everyFaultIsToldWithItsPlaceAndHowToMendIt() {
        LessonFile.Bad bad = (LessonFile.Bad) read("""
            {
              "version": 1,
              "name": "a lesson",
              "drawing": "/etc/x.json",
              "steps": [
                {"do": [{"do": "pong"}, {"do": "ping", "from": "a/b/c", "to": ""}], "expects": []},
                {"do": [{"do": "change", "in": "this", "commands": ["ip link"]}]},
                {"expect": [{"see": "packet", "packet": "echo-request", "outcome": "delivered", "why": "mtu"}]},
                {"expect": [{"see": "route", "in": "this", "row": " ", "absent": 1}]}
              ]
            }
            """);
        assertThat(bad.faults())
                .extracting(Fault::where)
                .containsExactly(
                        "t:3:11: name",
                        "t:4:14: drawing",
                        "t:6:20: steps[0].do[0].do",
                        "t:6:52: steps[0].do[1].from",
                        "t:6:67: steps[0].do[1].to",
                        "t:6:73: steps[0].expects",
                        "t:7:57: steps[1].do[0].commands[0]",
                        "t:8:92: steps[2].expect[0].why",
                        "t:9:55: steps[3].expect[0].row",
                        "t:9:70: steps[3].expect[0].absent");
        assertThat(bad.faults()).allSatisfy(f -> assertThat(f.hint().toString()).isNotEmpty());
    }

    @Test
    void aDrawingIsNoLesson() {
        assertThat(((LessonFile.Bad) LessonReader.read(Path.of("topologies/bridge.json"))).faults())
                .extracting(f -> f.message().toString())
                .contains("\"drawing\" is missing");
    }

    @Test
    void aLessonThatSpeaksOfWhatIsNotDrawnIsFoundOut() {
        String json = """
            {"version": 1, "name": "x", "drawing": "x.json", "steps": [
              {"do": [{"do": "ping", "from": "this/ns1", "to": "this/ns9"}],
               "expect": [{"see": "forwarding", "in": "that"}]}]}
            """;
        ReadResult.Good bridge = (ReadResult.Good) TopologyReader.read(Path.of("topologies/bridge.json"));

        assertThat(Misfit.of(good(read(json)), bridge.drawing().topology()))
                .containsExactly(
                        new Misfit("steps[0].do[0]", SpaceId.parse("this/ns9")),
                        new Misfit("steps[0].expect[0]", SpaceId.parse("that")));
    }

    @Test
    void whatLooksLikeAnAddressIsOne() {
        assertThat(List.of(Action.Goal.parse("10.1.1.3"), Action.Goal.parse("10.1.1.x")))
                .hasExactlyElementsOfTypes(Action.Goal.Address.class, Action.Goal.Space.class);
    }

    private static LessonFile read(String json) {
        return LessonReader.read("t", json.getBytes(StandardCharsets.UTF_8));
    }

    static Lesson good(LessonFile file) {
        return switch (file) {
            case LessonFile.Good g -> g.lesson();
            case LessonFile.Bad bad -> throw new AssertionError(bad.faults());
        };
    }
}
