package dev.pathlight.topology.json;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Sentence;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads topology JSON, version 1. It never throws for what a file may hold: every fault is told with its line, column
 * and field. Whatever the drawing's values can hold is read; whether it makes sense is the checker's question.
 */
public final class TopologyReader {
    /** The largest file in bytes: room for some ten thousand elements. */
    public static final int MOST_BYTES = 4 << 20;

    private TopologyReader() {}

    public static ReadResult read(Path file) {
        Faults faults = new Faults(file.toString(), Sentence.of("drawing"));
        return read(file.toString(), JsonFile.read(file, faults), faults);
    }

    /** {@code name} stands for the file in messages. */
    public static ReadResult read(String name, byte[] json) {
        Faults faults = new Faults(name, Sentence.of("drawing"));
        return read(name, JsonFile.read(json, faults), faults);
    }

    private static ReadResult read(String name, Optional<Json> tree, Faults faults) {
        Optional<Drawing> drawing = tree.flatMap(t -> Fields.of(t, "", faults, Sentence.of("a drawing")))
                .map(DrawingReader::read);
        return tree.isPresent() && drawing.isPresent() && faults.isEmpty()
                ? new ReadResult.Good(drawing.get(), Positions.of(name, tree.get()))
                : faults.bad();
    }
}
