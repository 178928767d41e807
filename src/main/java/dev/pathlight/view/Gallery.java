package dev.pathlight.view;

import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The drawings that come with the program, to begin with. */
public final class Gallery {
    /** One of them: its file, what it is called and what it shows, in several languages; how much is on it. */
    public record Piece(Path file, Texts title, Texts description, int namespaces, int cables) {
        private static Stream<Piece> of(Path file) {
            return TopologyReader.read(file) instanceof ReadResult.Good good
                    ? Stream.of(of(file, good.drawing().topology()))
                    : Stream.empty();
        }

        private static Piece of(Path file, Topology t) {
            Texts title = t.title().isEmpty()
                    ? Texts.of(java.util.Map.of("en", t.name().value()))
                    : t.title();
            int named = t.nodes().stream().mapToInt(n -> n.namespaces().size()).sum();
            return new Piece(file, title, t.description(), named, t.cables().size());
        }
    }

    private final ObservableList<Piece> pieces = FXCollections.observableArrayList();

    /** Reads the files in the background; one that cannot be read is left out. */
    Gallery(List<Path> files, FxThread fx) {
        if (!files.isEmpty()) {
            fx.work(() -> files.stream().flatMap(Piece::of).toList(), pieces::setAll, e -> {});
        }
    }

    public ObservableList<Piece> pieces() {
        return pieces;
    }
}
