package dev.pathlight.plan;

import java.util.ArrayList;
import java.util.List;

/** A plan being written: gives each step its number. */
final class StepList {
    private final List<Step> steps = new ArrayList<>();

    void add(Stage stage, NetOp op, String element) {
        steps.add(new Step(steps.size() + 1, stage, op, element));
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    Plan toPlan() {
        return new Plan(steps);
    }
}
