package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.Passages;
import dev.pathlight.topology.json.Positions;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** A drawing with a text of its file, and which part of it is written where. */
record JsonText(Drawing drawing, Positions positions, Passages passages, String text) {
    /** @param drawing what was read, or what means the same */
    static JsonText of(Drawing drawing, ReadResult.Good read, String text) {
        return new JsonText(drawing, read.positions(), new Passages(drawing, read.positions()), text);
    }

    static JsonText written(Drawing drawing) {
        String text = TopologyWriter.write(drawing);
        return switch (read(text)) {
            case ReadResult.Good g -> of(drawing, g, text);
            case ReadResult.Bad b -> throw new IllegalStateException("what was written cannot be read: " + b.faults());
        };
    }

    static ReadResult read(String text) {
        return TopologyReader.read("", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where what is found wrong is written, in the order of the text. */
    List<Remark> remarks(List<Trouble> troubles) {
        return troubles.stream()
                .flatMap(t -> positions.of(t.finding().field()).stream().map(p -> new Remark(p.line(), p.column(), t)))
                .sorted(Comparator.comparingInt(Remark::line).thenComparingInt(Remark::column))
                .toList();
    }
}
