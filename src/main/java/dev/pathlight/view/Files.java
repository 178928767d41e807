package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    void open(Path file, Consumer<Drawing> opened) {
        fx.work(
                () -> TopologyReader.read(file),
                result -> {
                    switch (result) {
                        case ReadResult.Good good -> opened.accept(good.drawing());
                        case ReadResult.Bad bad -> problem.accept(problems.unreadable(file, bad.faults()));
                    }
                },
                e -> problem.accept(problems.unexpected(e)));
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

    /** Writes beside the file first: a full disk must not cost the user the old one. */
    private static Path write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        java.nio.file.Files.writeString(beside, text);
        java.nio.file.Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }
}
