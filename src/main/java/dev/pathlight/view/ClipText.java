package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Part of a drawing as a clipboard holds it: the text of a file, so that windows, and people, can hand it on. */
public final class ClipText {
    private ClipText() {}

    public static String of(Drawing clip) {
        return TopologyWriter.write(clip);
    }

    /** The drawing that a clipboard's text is, if it is one. */
    public static Optional<Drawing> read(String text) {
        if (text.length() > TopologyReader.MOST_BYTES || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        return TopologyReader.read("clipboard", text.getBytes(StandardCharsets.UTF_8)) instanceof ReadResult.Good good
                ? Optional.of(good.drawing())
                : Optional.empty();
    }
}
