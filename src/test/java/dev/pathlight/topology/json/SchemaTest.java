package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader are one contract said twice. */
class SchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema SCHEMA = schema();

    /** What a pattern cannot tell: lengths in bytes, host bits, and the finer points of IPv6's text. */
    private static final List<String> BEYOND_A_SCHEMA = List.of(
            "bytes; Linux allows",
            "has host bits",
            "is not an IP address",
            "is not an interface name",
            "a flannel network is drawn with IPv4",
            "a node's prefix length in",
            "is not the beginning of a /",
            "the first subnet ");

    private static Schema schema() {
        try {
            String text =
                    Files.readString(Path.of("src/main/resources/dev/pathlight/topology/json/topology-1.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pathlight.topology.json.ShippedTopologiesTest#shipped")
    void aShippedFileIsValid(Path file) throws IOException {
        assertThat(SCHEMA.validate(MAPPER.readTree(Files.readString(file)))).isEmpty();
    }

    @Test
    void everyDrawingIsWrittenAsTheSchemaSays() {
        for (long seed = 0; seed < 300; seed++) {
            String json = TopologyWriter.write(Drawings.of(seed));
            assertThat(SCHEMA.validate(MAPPER.readTree(json)))
                    .as("seed %d%n%s", seed, json)
                    .isEmpty();
        }
    }

    @Test
    void whatOneRefusesTheOtherRefuses() {
        int[] refused = {0, 0};
        List<String> disagreements = new ArrayList<>();
        for (long seed = 0; seed < 3_000; seed++) {
            JsonNode broken = broken(new Random(seed));
            boolean valid = SCHEMA.validate(broken).isEmpty();
            refused[valid ? 0 : 1]++;
            ReadResult read = TopologyReader.read("s", broken.toString().getBytes(StandardCharsets.UTF_8));
            if (valid != isGood(read) && !(valid && isBeyondASchema(read))) {
                disagreements.add("seed " + seed + ", schema says " + SCHEMA.validate(broken) + ", reader says "
                        + (read instanceof ReadResult.Bad bad ? bad.faults() : "good") + "\n" + broken);
            }
        }
        assertThat(disagreements.stream().limit(5)).isEmpty();
        // Both answers must have been given often, or the comparison proves nothing.
        assertThat(refused).satisfies(r -> assertThat(Math.min(r[0], r[1])).isGreaterThan(300));
    }

    private static boolean isGood(ReadResult read) {
        return read instanceof ReadResult.Good;
    }

    private static boolean isBeyondASchema(ReadResult read) {
        return read instanceof ReadResult.Bad bad
                && bad.faults().stream()
                        .allMatch(f ->
                                BEYOND_A_SCHEMA.stream().anyMatch(f.message().toString()::contains));
    }

    private static JsonNode broken(Random random) {
        return Breaking.broken(MAPPER.readTree(TopologyWriter.write(Drawings.of(random.nextInt(300)))), random);
    }

    @Test
    void theSchemaNamesTheFieldsTheReaderKnows() {
        Map<String, String> surprises =
                Map.of("nodes", "{\"name\": \"n\", \"x\": 1}", "cables", "{\"ends\": [\"a/b\", \"a/c\"], \"x\": 1}");
        surprises.forEach((list, item) -> {
            String json = "{\"version\": 1, \"name\": \"d\", \"" + list + "\": [" + item + "]}";
            ReadResult.Bad bad = (ReadResult.Bad) TopologyReader.read("s", json.getBytes(StandardCharsets.UTF_8));
            assertThat(bad.faults().getFirst().hint()).hasToString("Known here: " + fieldsOf(list) + ".");
        });
    }

    private static String fieldsOf(String list) {
        try {
            JsonNode schema = MAPPER.readTree(
                    Files.readString(Path.of("src/main/resources/dev/pathlight/topology/json/topology-1.schema.json")));
            String definition = list.substring(0, list.length() - 1);
            return String.join(
                    ", ", schema.at("/$defs/" + definition + "/properties").propertyNames());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
