package dev.pathlight.plan;

import java.util.List;

/** The ordered list of steps, complete before the first one runs. */
public record Plan(List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public List<Step> of(Stage stage) {
        return steps.stream().filter(s -> s.stage() == stage).toList();
    }
}
