package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.json.LessonFile;
import dev.pathlight.lesson.json.LessonReader;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the lesson of a drawing: {@code NAME.lesson.json} beside {@code NAME.json}, or in the folder {@code lessons} there. Blocks; not on the window's thread. */
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

    /** A drawing from its file, with the lesson that lies beside it, if there is one and it begins with this drawing. */
    static OnTable withLesson(Drawing drawing, Path from) {
        OnTable bare = OnTable.of(drawing).from(from);
        Optional<Path> beside = beside(from);
        if (beside.isEmpty()) {
            return bare;
        }
        Path file = beside.get();
        return switch (LessonReader.read(file)) {
            case LessonFile.Bad(List<Fault> faults) -> bare.damaged(new Opened.Bad(file, faults));
            case LessonFile.Good good -> isAbout(good.lesson(), file, from) ? bare.with(good.lesson(), file) : bare;
        };
    }

    private static boolean isAbout(Lesson lesson, Path file, Path drawing) {
        return file.resolveSibling(lesson.drawing()).normalize().equals(drawing.normalize());
    }

    /** {@code NAME.lesson.json} beside {@code NAME.json}, else the same in the folder {@code lessons}. */
    private static Optional<Path> beside(Path drawing) {
        Path own = ownFor(drawing);
        return Stream.of(own, own.resolveSibling("lessons").resolve(own.getFileName()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Where the lesson that a user writes for a drawing belongs. */
    static Path ownFor(Path drawing) {
        return drawing.resolveSibling(nameFor(String.valueOf(drawing.getFileName())));
    }

    /** How a lesson in {@code file} names its drawing: a relative path with slashes; empty where there is no such path. */
    static Optional<String> pathTo(Path drawing, Path file) {
        try {
            Path from = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
            String path = from.relativize(drawing.toAbsolutePath().normalize())
                    .toString()
                    .replace(File.separatorChar, '/');
            return Optional.of(path).filter(p -> LessonReader.drawingProblem(p).isEmpty());
        } catch (IllegalArgumentException e) {
            // On another drive.
            return Optional.empty();
        }
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
