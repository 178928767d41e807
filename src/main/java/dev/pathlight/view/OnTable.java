package dev.pathlight.view;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.topology.Drawing;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is put on the table: a drawing, where it comes from, and the lesson it has.
 *
 * @param begins whether the lesson begins at once
 */
record OnTable(Drawing drawing, Optional<Path> file, Optional<Lesson> lesson, boolean begins) {
    /** A drawing without a file and without a lesson. */
    static OnTable of(Drawing drawing) {
        return new OnTable(drawing, Optional.empty(), Optional.empty(), false);
    }
}
