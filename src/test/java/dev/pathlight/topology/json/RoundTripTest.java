package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final long DRAWINGS = 2_000;

    @Test
    void whatIsWrittenReadsBackEqual() {
        LongStream.range(0, DRAWINGS).forEach(seed -> {
            Drawing drawing = Drawings.of(seed);
            String json = TopologyWriter.write(drawing);

            assertThat(read(json)).as("seed %d:%n%s", seed, json).isEqualTo(drawing);
        });
    }

    @Test
    void whatIsReadIsWrittenTheSame() {
        LongStream.range(0, DRAWINGS).forEach(seed -> {
            String json = TopologyWriter.write(Drawings.of(seed));

            assertThat(TopologyWriter.write(read(json))).as("seed %d", seed).isEqualTo(json);
        });
    }

    @Test
    void aChangeToOneInterfaceIsAChangeToOneLine() {
        String before = TopologyWriter.write(read("""
            {"version": 1, "name": "d", "nodes": [{"name": "n", "interfaces": [{"name": "a"}, {"name": "b"}]}]}\
            """));
        String after = TopologyWriter.write(read("""
            {"version": 1, "name": "d",
             "nodes": [{"name": "n", "interfaces": [{"name": "a", "addresses": ["10.0.0.1/8"]}, {"name": "b"}]}]}\
            """));

        assertThat(after)
                .isEqualTo(before.replace("{\"name\": \"a\"}", "{\"name\": \"a\", \"addresses\": [\"10.0.0.1/8\"]}"));
    }

    @Test
    void noLineIsLongerThanItNeedsToBe() {
        String json = TopologyWriter.write(read("""
            {"version": 1, "name": "d", "nodes": [{"name": "n", "interfaces": [
              {"name": "eth0", "addresses": ["fd00:1111:2222:3333::1/64", "fd00:1111:2222:3334::1/64", "fd00::1/64"]}]}]}\
            """));

        assertThat(json.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Out.WIDTH + 1));
    }

    private static Drawing read(String json) {
        return switch (TopologyReader.read("test.json", json.getBytes(StandardCharsets.UTF_8))) {
            case ReadResult.Good good -> good.drawing();
            case ReadResult.Bad bad -> throw new AssertionError(json + bad.faults());
        };
    }
}
