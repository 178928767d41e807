package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.json.LessonWriter;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.view.files.SafetyCopies;
import dev.pathlight.view.files.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads and writes the drawing's file, in the background. */
final class Files {
    private final DrawingModel model;
    private final DiskWatch disk;
    private final FxThread fx;
    private final Problems problems;
    private final Consumer<Supplier<Problem>> problem;

    Files(DrawingModel model, DiskWatch disk, FxThread fx, Problems problems, Consumer<Supplier<Problem>> problem) {
        this.model = model;
        this.disk = disk;
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

    /**
     * The file that {@code copy} is a copy of, as it is; what cannot be read, or was never saved, is an empty drawing of that
     * name. In the background.
     */
    static OnTable base(SafetyCopies.Copy copy) {
        return copy.file()
                .map(f -> drawing(f) instanceof Read.Good(OnTable table)
                        ? table.from(f)
                        : OnTable.of(Drawing.empty()).from(f))
                .orElse(OnTable.of(Drawing.empty()));
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

    /**
     * Saves the drawing; {@code saved} runs once it is there. Where another program has changed the file meanwhile,
     * {@code mayReplace} is asked first.
     */
    void save(Path file, BooleanSupplier mayReplace, Runnable saved) {
        boolean own = model.file().get().equals(Optional.of(file));
        Optional<Stamp> known = own ? disk.known() : Optional.empty();
        Optional<Drawing> before = model.saved();
        fx.work(
                () -> DiskWatch.before(file, known, before).isEmpty(),
                untouched -> {
                    if (untouched || mayReplace.getAsBoolean()) {
                        save(file, saved);
                    }
                },
                e -> problem.accept(problems.unwritten(file, e)));
    }

    private void save(Path file, Runnable saved) {
        Drawing now = model.drawing().get();
        fx.work(
                () -> Stamp.of(write(file, utf8(TopologyWriter.write(now)))),
                stamp -> {
                    model.savedAs(now, file);
                    disk.written(stamp);
                    saved.run();
                },
                e -> problem.accept(problems.unwritten(file, e)));
    }

    /** Does {@code work} in the background and what follows it on the window's thread; failure is a problem. */
    <T> void background(Callable<T> work, Consumer<T> then) {
        fx.work(work, then, e -> problem.accept(problems.unexpected(e)));
    }

    /** Saves a lesson; {@code saved} runs once it is there. */
    void save(Lesson lesson, Path file, Runnable saved) {
        fx.work(
                () -> write(file, utf8(LessonWriter.write(lesson))),
                path -> saved.run(),
                e -> problem.accept(problems.unwritten(file, e)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes beside the file first: a full disk must not cost the user the old one. */
    static Path write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        java.nio.file.Files.write(beside, content);
        java.nio.file.Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }
}
