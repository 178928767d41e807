package dev.pathlight.lesson.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pathlight.topology.json.Breaking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of lessons and their reader are one contract said twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonSchemaTest {
    static final Path FILE = Path.of("src/main/resources/dev/pathlight/lesson/json/lesson-1.schema.json");

    /** What a pattern cannot tell: lengths in bytes, and the finer points of IPv6's text. */
    private static final List<String> BEYOND_A_SCHEMA =
            List.of("bytes; Linux allows", "is not an IP address", "is not an interface name", "is neither an address");

    private final JsonMapper mapper = new JsonMapper();
    private Schema schema;

    @BeforeAll
    void read() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("dev.pathlight.lesson.json.LessonReaderTest#shipped")
    void aShippedLessonIsValid(Path file) throws IOException {
        assertThat(schema.validate(mapper.readTree(Files.readString(file)))).isEmpty();
    }

    @Test
    void everyLessonIsWrittenAsTheSchemaSays() {
        for (long seed = 0; seed < 200; seed++) {
            String json = LessonWriter.write(Lessons.of(seed));
            assertThat(schema.validate(mapper.readTree(json)))
                    .as("seed %d%n%s", seed, json)
                    .isEmpty();
        }
    }

    @Test
    void whatOneRefusesTheOtherRefuses() {
        int[] answers = {0, 0};
        List<String> disagreements = new ArrayList<>();
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            JsonNode broken =
                    Breaking.broken(mapper.readTree(LessonWriter.write(Lessons.of(random.nextInt(200)))), random);
            boolean valid = schema.validate(broken).isEmpty();
            answers[valid ? 0 : 1]++;
            LessonFile read = LessonReader.read("s", broken.toString().getBytes(StandardCharsets.UTF_8));
            if (valid != read instanceof LessonFile.Good && !(valid && isBeyondASchema(read))) {
                disagreements.add("seed " + seed + ", schema says " + schema.validate(broken) + ", reader says " + read
                        + "\n" + broken);
            }
        }
        assertThat(disagreements.stream().limit(5)).isEmpty();
        // Both answers must have been given often, or the comparison proves nothing.
        assertThat(Math.min(answers[0], answers[1])).isGreaterThan(300);
    }

    private static boolean isBeyondASchema(LessonFile read) {
        return read instanceof LessonFile.Bad bad
                && bad.faults().stream()
                        .allMatch(f ->
                                BEYOND_A_SCHEMA.stream().anyMatch(f.message().toString()::contains));
    }
}
