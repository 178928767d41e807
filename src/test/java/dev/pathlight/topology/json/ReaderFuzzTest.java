package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReaderFuzzTest {
    @Test
    void aBrokenFileIsAlwaysTakenCalmly() {
        ReaderFuzz.run(Long.getLong("pathlight.fuzz", 5_000), Long.getLong("pathlight.fuzz.seed", 1));
    }

    @Test
    void theWoundsAreRealAndNotAllDeadly() {
        long bad = LongStream.range(1, 1_000)
                .filter(seed -> TopologyReader.read("f", ReaderFuzz.input(seed)) instanceof ReadResult.Bad)
                .count();

        assertThat(bad).isBetween(700L, 998L);
    }

    @Test
    void longTextsMadeToConfusePatternsAreReadQuickly() {
        for (String part : new String[] {":", "1.", "a:", "0", "-", "ssh://a@", "\\ud83e"}) {
            String hostile = part.repeat(90_000 / part.length());
            String json = """
                {"version": 1, "name": "%1$s", "nodes": [{"name": "%1$s", "host": "%1$s", "sysctls": {"a.b": "%1$s"},
                 "interfaces": [{"name": "%1$s", "mac": "%1$s", "kind": "%1$s", "addresses": ["%1$s", "%1$s/24"]}],
                 "routes": [{"to": "%1$s", "via": "%1$s"}]}], "cables": [{"ends": ["%1$s", "n/%1$s"]}]}\
                """.formatted(hostile);
            long start = ReaderFuzz.cpuNanos();

            assertThat(TopologyReader.read("f", json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ReadResult.Bad.class);
            assertThat((ReaderFuzz.cpuNanos() - start) / 1_000_000)
                    .as("ms for %s", part)
                    .isLessThan(1_000);
        }
    }
}
