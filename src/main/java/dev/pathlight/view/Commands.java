package dev.pathlight.view;

import dev.pathlight.plan.Plan;
import dev.pathlight.wire.IpScript;
import java.util.Collections;
import java.util.List;

/** A plan's steps as the commands a student could type: the lines of its script that are neither comment nor set-up. */
final class Commands {
    private Commands() {}

    /** One for each step. */
    static List<String> of(Plan plan) {
        List<String> lines = IpScript.of(plan)
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.equals("set -e"))
                .toList();
        return lines.size() == plan.steps().size()
                ? lines
                : Collections.nCopies(plan.steps().size(), "");
    }
}
