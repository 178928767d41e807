package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The drawings that come with the program, to begin with. */
public final class Gallery {
    /** One of them: what its file is called, and the drawing itself. */
    public record Piece(String name, Drawing drawing) {
        /** What it is called, in several languages. */
        public Texts title() {
            Topology t = drawing.topology();
            return t.title().isEmpty() ? Texts.of(Map.of("en", t.name().value())) : t.title();
        }

        public Texts description() {
            return drawing.topology().description();
        }

        /** How many named namespaces are on it. */
        public int namespaces() {
            return drawing.topology().nodes().stream()
                    .mapToInt(n -> n.namespaces().size())
                    .sum();
        }

        public int bridges() {
            return drawing.topology().nodes().stream()
                    .flatMap(n -> n.spaces())
                    .mapToInt(s -> s.bridges().size())
                    .sum();
        }

        public int cables() {
            return drawing.topology().cables().size();
        }
    }

    private final ObservableList<Piece> pieces = FXCollections.observableArrayList();

    /** Reads {@code /topologies/NAME} of the program for each name, in the background. */
    Gallery(List<String> names, FxThread fx) {
        fx.work(() -> read(names), pieces::setAll, mistake -> {
            throw new IllegalStateException(mistake);
        });
    }

    private static List<Piece> read(List<String> names) throws IOException {
        List<Piece> all = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = Gallery.class.getResourceAsStream("/topologies/" + name)) {
                ReadResult result = TopologyReader.read(
                        name, Objects.requireNonNull(in, name).readAllBytes());
                if (!(result instanceof ReadResult.Good good)) {
                    throw new IllegalStateException(name + " comes with the program and cannot be read: " + result);
                }
                all.add(new Piece(name, good.drawing()));
            }
        }
        return all;
    }

    public ObservableList<Piece> pieces() {
        return pieces;
    }
}
