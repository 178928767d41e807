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
}
