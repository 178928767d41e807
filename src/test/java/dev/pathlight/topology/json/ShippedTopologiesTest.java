package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class ShippedTopologiesTest {
    public static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("topologies"))) {
            return files.filter(p -> p.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedFileIsWrittenAsItWasRead(Path file) throws IOException {
        assertThat(TopologyReader.read(file)).isInstanceOf(ReadResult.Good.class);
        Drawing drawing = ((ReadResult.Good) TopologyReader.read(file)).drawing();

        assertThat(TopologyWriter.write(drawing)).isEqualTo(Files.readString(file));
    }
}
