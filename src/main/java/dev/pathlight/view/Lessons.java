package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.json.LessonFile;
import dev.pathlight.lesson.json.LessonReader;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the lesson of a drawing: {@code lessons/NAME.lesson.json} beside {@code NAME.json}. Blocks; not on the window's thread. */
final class Lessons {
    static final String EXTENSION = ".lesson.json";

    private static final Path SHIPPED = Path.of("/topologies");

    private Lessons() {}

    /** A lesson's file with its drawing, or what is wrong with one of the two. */
    sealed interface Opened {
        record Good(Lesson lesson, Drawing drawing, Path drawingFile) implements Opened {}

        record Bad(Path file, List<Fault> faults) implements Opened {}
    }

    /** A lesson of the user's own. */
    static Opened open(Path file) {
        return switch (LessonReader.read(file)) {
            case LessonFile.Bad(List<Fault> faults) -> new Opened.Bad(file, faults);
            case LessonFile.Good good -> {
                Path drawing = file.resolveSibling(good.lesson().drawing()).normalize();
                yield switch (TopologyReader.read(drawing)) {
                    case ReadResult.Bad(List<Fault> faults) -> new Opened.Bad(drawing, faults);
                    case ReadResult.Good read -> new Opened.Good(good.lesson(), read.drawing(), drawing);
                };
            }
        };
    }

    /** The one that lies beside a drawing's file, if there is one, can be read, and begins with this drawing. */
    static Optional<Lesson> beside(Path drawing) {
        Path file = drawing.resolveSibling("lessons").resolve(nameFor(String.valueOf(drawing.getFileName())));
        return Files.isRegularFile(file)
                        && LessonReader.read(file) instanceof LessonFile.Good good
                        && file.resolveSibling(good.lesson().drawing())
                                .normalize()
                                .equals(drawing.normalize())
                ? Optional.of(good.lesson())
                : Optional.empty();
    }

    private static String nameFor(String drawing) {
        return drawing.replaceFirst("\\.json$", "") + EXTENSION;
    }

    /** The lesson that comes with the program for the drawing {@code name}, and the drawing it begins with. */
    static Optional<Opened.Good> shipped(String name) throws IOException {
        Path file = SHIPPED.resolve("lessons").resolve(nameFor(name));
        Optional<byte[]> bytes = resource(file);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (!(LessonReader.read(file.toString(), bytes.get()) instanceof LessonFile.Good lesson)) {
            throw new IllegalStateException(file + " comes with the program and cannot be read");
        }
        Path drawing = file.resolveSibling(lesson.lesson().drawing()).normalize();
        byte[] json =
                resource(drawing).orElseThrow(() -> new IllegalStateException(drawing + " is not part of this build"));
        if (!(TopologyReader.read(drawing.toString(), json) instanceof ReadResult.Good read)) {
            throw new IllegalStateException(drawing + " comes with the program and cannot be read");
        }
        return Optional.of(new Opened.Good(lesson.lesson(), read.drawing(), drawing));
    }

    private static Optional<byte[]> resource(Path path) throws IOException {
        try (InputStream in = Lessons.class.getResourceAsStream(path.toString().replace('\\', '/'))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
