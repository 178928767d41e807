package dev.pathlight.lesson.json;

import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.json.Faults;
import dev.pathlight.topology.json.Fields;
import dev.pathlight.topology.json.Json;
import dev.pathlight.topology.json.JsonFile;
import dev.pathlight.topology.json.Positions;
import dev.pathlight.topology.json.Version;
import dev.pathlight.topology.json.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads lesson JSON, version 1. It never throws for what a file may hold: every fault is told with line, column and field. */
public final class LessonReader {
    static final int VERSION = 1;

    private static final Name NO_NAME = new Name("unnamed");
    private static final Lesson NONE = new Lesson(NO_NAME, "drawing.json", Texts.NONE, List.of());

    /** A path that stays where it is whatever the machine: relative, with slashes, no drive and no control characters. */
    private static final Pattern DRAWING = Pattern.compile("[^/\\\\:\\x00-\\x1f][^\\\\:\\x00-\\x1f]{0,399}");

    private LessonReader() {}

    public static LessonFile read(Path file) {
        Faults faults = new Faults(file.toString(), Sentence.of("lesson"));
        return read(file.toString(), JsonFile.read(file, faults), faults);
    }

    /** {@code name} stands for the file in messages. */
    public static LessonFile read(String name, byte[] json) {
        Faults faults = new Faults(name, Sentence.of("lesson"));
        return read(name, JsonFile.read(json, faults), faults);
    }

    private static LessonFile read(String name, Optional<Json> tree, Faults faults) {
        Optional<Lesson> lesson = tree.flatMap(t -> Fields.of(t, "", faults, Sentence.of("a lesson")))
                .map(LessonReader::lesson);
        return tree.isPresent() && lesson.isPresent() && faults.isEmpty()
                ? new LessonFile.Good(lesson.get(), Positions.of(name, tree.get()))
                : new LessonFile.Bad(faults.inOrder());
    }

    private static Lesson lesson(Fields f) {
        f.text("$schema");
        if (!Version.isOurs(f, VERSION)) {
            return NONE;
        }
        Lesson lesson = new Lesson(
                f.required("name", "\"name\": \"bridge\"", NO_NAME, k -> f.value(k, Name::problem, Name::new)),
                f.required(
                        "drawing",
                        "\"drawing\": \"../bridge.json\"",
                        "drawing.json",
                        k -> f.value(k, LessonReader::drawingProblem, d -> d)),
                Words.read(f, "title"),
                f.objects("steps", Sentence.of("a step"), LessonReader::step));
        f.end();
        return lesson;
    }

    /** What is wrong with {@code path} as the place of a drawing, or empty. */
    public static Optional<Sentence> drawingProblem(String path) {
        return DRAWING.matcher(path).matches()
                ? Optional.empty()
                : Optional.of(Sentence.of("\"{0}\" is not a path from here: write it as {1}", path, "../bridge.json"));
    }

    private static Step step(Fields f) {
        return new Step(
                Words.read(f, "title"),
                Words.read(f, "text"),
                f.objects("do", Sentence.of("something to do"), ActionReader::read),
                Optional.of(Words.read(f, "ask")).filter(t -> !t.isEmpty()),
                f.objects("expect", Sentence.of("something to see"), LessonReader::expected));
    }

    private static Expected expected(Fields f) {
        return new Expected(ObservationReader.read(f), Words.read(f, "label"));
    }
}
