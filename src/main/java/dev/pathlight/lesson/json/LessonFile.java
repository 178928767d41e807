package dev.pathlight.lesson.json;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.Positions;
import java.util.List;

/** What reading a lesson's file gave: the lesson with the place of each of its parts, or what is wrong with the file. */
public sealed interface LessonFile {
    record Good(Lesson lesson, Positions positions) implements LessonFile {}

    record Bad(List<Fault> faults) implements LessonFile {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
