package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Misfit;
import dev.pathlight.lesson.json.LessonFile;
import dev.pathlight.lesson.json.LessonReader;
import dev.pathlight.topology.json.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A lesson with its drawing, both sound. */
record LessonInput(Lesson lesson, CheckedTopology drawing) {
    static LessonInput read(Path file) throws Refusal {
        return switch (LessonReader.read(file)) {
            case LessonFile.Bad(List<Fault> faults) -> throw unreadable(file, faults);
            case LessonFile.Good good -> {
                Lesson lesson = good.lesson();
                Path drawing = file.resolveSibling(lesson.drawing()).normalize();
                CheckedTopology checked = DrawingFile.checked(drawing);
                Optional<Misfit> misfit =
                        Misfit.of(lesson, checked.topology()).stream().findFirst();
                if (misfit.isPresent()) {
                    throw misfit(file, good, misfit.get());
                }
                yield new LessonInput(lesson, checked);
            }
        };
    }

    private static Refusal unreadable(Path file, List<Fault> faults) {
        Fault first = faults.getFirst();
        String more = faults.size() > 1 ? " (and %d more)".formatted(faults.size() - 1) : "";
        return new Refusal(
                Exit.WRONG,
                file + " is not a lesson that can be read.",
                first.where() + ": " + first.message() + more,
                first.hint().toString());
    }

    private static Refusal misfit(Path file, LessonFile.Good read, Misfit misfit) {
        String where = read.positions()
                .of(misfit.field())
                .map(p -> file + ":" + p.line() + ":" + p.column())
                .orElse(file.toString());
        return new Refusal(
                Exit.WRONG,
                file + " does not fit its drawing.",
                where + ": " + misfit.field() + ": " + read.lesson().drawing() + " has no " + misfit.space(),
                "Name a node or namespace that is drawn there, or draw it.");
    }
}
