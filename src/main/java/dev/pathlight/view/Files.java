package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.json.LessonWriter;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads and writes the drawing's file, in the background. */
final class Files {
    private final DrawingModel model;
    private final FxThread fx;
    private final Problems problems;
    private final Consumer<Supplier<Problem>> problem;

    Files(DrawingModel model, FxThread fx, Problems problems, Consumer<Supplier<Problem>> problem) {
        this.model = model;
        this.fx = fx;
        this.problems = problems;
        this.problem = problem;
    }

    /** What a file or the reading of it gave. */
    private sealed interface Read {
        record Good(OnTable table) implements Read {}

        record Bad(Path file, List<Fault> faults) implements Read {}
    }

    /** Opens a drawing, with the lesson beside it if there is one; or a lesson, which begins. */
    void open(Path file, Consumer<OnTable> opened) {
        fx.work(
                () -> file.toString().endsWith(Lessons.EXTENSION) ? lesson(file) : drawing(file),
                result -> {
                    switch (result) {
                        case Read.Good(OnTable table) -> opened.accept(table);
                        case Read.Bad(Path wrong, List<Fault> faults) ->
                            problem.accept(problems.unreadable(wrong, faults));
                    }
                },
                e -> problem.accept(problems.unexpected(e)));
    }

    private static Read drawing(Path file) {
        return switch (TopologyReader.read(file)) {
            case ReadResult.Good good -> new Read.Good(Lessons.withLesson(good.drawing(), file));
            case ReadResult.Bad(List<Fault> faults) -> new Read.Bad(file, faults);
        };
    }

    private static Read lesson(Path file) {
        return switch (Lessons.open(file)) {
            case Lessons.Opened.Good(Lesson lesson, Drawing drawing, Path from) ->
                new Read.Good(OnTable.of(drawing).from(from).with(lesson, file).begun());
            case Lessons.Opened.Bad(Path wrong, List<Fault> faults) -> new Read.Bad(wrong, faults);
        };
    }

    void save(Path file, Runnable saved) {
        Drawing now = model.drawing().get();
        fx.work(
                () -> write(file, TopologyWriter.write(now)),
                path -> {
                    model.savedAs(now, path);
                    saved.run();
                },
                e -> problem.accept(problems.unwritten(file, e)));
    }

    /** Saves a lesson; {@code saved} runs once it is there. */
    void save(Lesson lesson, Path file, Runnable saved) {
        fx.work(
                () -> write(file, LessonWriter.write(lesson)),
                path -> saved.run(),
                e -> problem.accept(problems.unwritten(file, e)));
    }

    /** Writes beside the file first: a full disk must not cost the user the old one. */
    private static Path write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        java.nio.file.Files.writeString(beside, text);
        java.nio.file.Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }
}
