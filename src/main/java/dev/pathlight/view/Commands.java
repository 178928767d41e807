package dev.pathlight.view;

import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Step;
import dev.pathlight.wire.IpScript;
import java.util.List;
import java.util.stream.Collectors;

/** A single step as the command a student could type. */
final class Commands {
    private Commands() {}

    static String of(Step step) {
        return IpScript.of(new Plan(List.of(step)))
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith("set "))
                .collect(Collectors.joining("; "));
    }
}
