package dev.pathlight.lesson;

import dev.pathlight.topology.Name;
import dev.pathlight.topology.Texts;
import java.util.List;

/**
 * A walk through one running drawing, step by step.
 *
 * @param drawing where the drawing's file is, seen from the lesson's own file: {@code ../bridge.json}
 */
public record Lesson(Name name, String drawing, Texts title, List<Step> steps) {
    public Lesson {
        steps = List.copyOf(steps);
    }

    public Lesson withSteps(List<Step> next) {
        return new Lesson(name, drawing, title, next);
    }

    public Lesson withTitle(Texts next) {
        return new Lesson(name, drawing, next, steps);
    }

    /** The same lesson, of a drawing that is found elsewhere. */
    public Lesson of(Name next, String foundAt) {
        return new Lesson(next, foundAt, title, steps);
    }
}
