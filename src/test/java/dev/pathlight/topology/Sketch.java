package dev.pathlight.topology;

import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Drawings for tests, written as in a file. */
public final class Sketch {
    private Sketch() {}

    /** The drawing with these fields beside version and name; ' stands for ". */
    public static Drawing of(String fields) {
        String json = "{'version': 1, 'name': 'sketch', " + fields + "}";
        return read(TopologyReader.read("sketch", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    /** The bridge lecture's drawing. */
    public static Drawing bridge() {
        return read(TopologyReader.read(Path.of("topologies/bridge.json")));
    }

    private static Drawing read(ReadResult result) {
        return switch (result) {
            case ReadResult.Good good -> good.drawing();
            case ReadResult.Bad bad -> throw new AssertionError(bad.faults());
        };
    }
}
