package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.topology.Drawing;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is put on the table: a drawing, where it comes from, and the lesson it has.
 *
 * @param lessonFile where the lesson stands in a file of the user's own
 * @param damaged what is wrong with the lesson's file, where it cannot be read
 * @param begins whether the lesson begins at once
 */
record OnTable(
        Drawing drawing,
        Optional<Path> file,
        Optional<Lesson> lesson,
        Optional<Path> lessonFile,
        Optional<Lessons.Opened.Bad> damaged,
        boolean begins) {
    /** One that comes with the program. */
    static OnTable shipped(Drawing drawing, Optional<Lesson> lesson, boolean begins) {
        return new OnTable(drawing, Optional.empty(), lesson, Optional.empty(), Optional.empty(), begins);
    }

    /** A drawing without a file and without a lesson. */
    static OnTable of(Drawing drawing) {
        return shipped(drawing, Optional.empty(), false);
    }

    /** The same from a file. */
    OnTable from(Path source) {
        return new OnTable(drawing, Optional.of(source), lesson, lessonFile, damaged, begins);
    }

    /** The same with a lesson from a file of the user's own. */
    OnTable with(Lesson own, Path source) {
        return new OnTable(drawing, file, Optional.of(own), Optional.of(source), damaged, begins);
    }

    /** The same, whose lesson's file cannot be read. */
    OnTable damaged(Lessons.Opened.Bad what) {
        return new OnTable(drawing, file, lesson, lessonFile, Optional.of(what), begins);
    }

    /** The same, whose lesson begins at once. */
    OnTable begun() {
        return new OnTable(drawing, file, lesson, lessonFile, damaged, true);
    }
}
