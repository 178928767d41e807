package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The drawings that come with the program, to begin with. */
public final class Gallery {
    /** A lesson, and the drawing it begins with. */
    public record Start(Lesson lesson, Drawing drawing) {
        OnTable onTable() {
            return OnTable.shipped(drawing, Optional.of(lesson), true);
        }
    }

    /** One of them: what its file is called, and the drawing itself. */
    public record Piece(String name, Drawing drawing, Optional<Start> lesson) {
        /** What it is called, in several languages. */
        public Texts title() {
            Topology t = drawing.topology();
            return t.title().isEmpty() ? Texts.of(Map.of("en", t.name().value())) : t.title();
        }

        public Texts description() {
            return drawing.topology().description();
        }

        /** The drawing; its lesson is offered when it begins with this very drawing. */
        OnTable onTable() {
            Optional<Lesson> own =
                    lesson.filter(l -> l.drawing().equals(drawing)).map(Start::lesson);
            return OnTable.shipped(drawing, own, false);
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

    /** A sound drawing, and the same with something broken. */
    public record Group(Piece scene, List<Piece> broken) {
        public Group {
            broken = List.copyOf(broken);
        }
    }

    private final ObservableList<Group> groups = FXCollections.observableArrayList();

    /**
     * Reads {@code /topologies/NAME} of the program for each name, in the background.
     *
     * @param index names; one that begins with a blank is a broken variant of the one before that does not
     */
    Gallery(List<String> index, FxThread fx) {
        fx.work(() -> read(index), groups::setAll, mistake -> {
            throw new IllegalStateException(mistake);
        });
    }

    /** The index of all drawings that come with the program. */
    public static List<String> shipped() {
        try (InputStream in = Objects.requireNonNull(Gallery.class.getResourceAsStream("/topologies/gallery.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the gallery's index cannot be read from this build", e);
        }
    }

    private static List<Group> read(List<String> index) throws IOException {
        List<Group> all = new ArrayList<>();
        for (String line : index) {
            Piece piece = piece(line.strip());
            if (line.startsWith(" ")) {
                Group g = all.removeLast();
                all.add(new Group(
                        g.scene(),
                        Stream.concat(g.broken().stream(), Stream.of(piece)).toList()));
            } else {
                all.add(new Group(piece, List.of()));
            }
        }
        return all;
    }

    private static Piece piece(String name) throws IOException {
        try (InputStream in = Gallery.class.getResourceAsStream("/topologies/" + name)) {
            ReadResult result =
                    TopologyReader.read(name, Objects.requireNonNull(in, name).readAllBytes());
            if (!(result instanceof ReadResult.Good good)) {
                throw new IllegalStateException(name + " comes with the program and cannot be read: " + result);
            }
            return new Piece(name, good.drawing(), Lessons.shipped(name).map(l -> new Start(l.lesson(), l.drawing())));
        }
    }

    /** The lesson that comes after this one. */
    public Optional<Start> after(Lesson lesson) {
        return starts().dropWhile(s -> !s.lesson().equals(lesson)).skip(1).findFirst();
    }

    private Stream<Start> starts() {
        return groups.stream().flatMap(g -> g.scene().lesson().stream());
    }

    /** The lesson that begins with this drawing or, failing that, the one of the scene it is. */
    public Optional<Start> lessonOf(Drawing drawing) {
        return starts().filter(s -> s.drawing().equals(drawing))
                .findFirst()
                .or(() -> groups.stream()
                        .map(Group::scene)
                        .filter(p -> p.drawing().equals(drawing))
                        .findFirst()
                        .flatMap(Piece::lesson));
    }

    public ObservableList<Group> groups() {
        return groups;
    }
}
