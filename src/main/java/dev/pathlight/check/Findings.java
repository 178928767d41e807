package dev.pathlight.check;

import dev.pathlight.check.Finding.Severity;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    void error(String rule, Object element, String field, Sentence message, Sentence hint) {
        all.add(new Finding(Severity.ERROR, rule, element.toString(), field, message, hint));
    }

    void warning(String rule, Object element, String field, Sentence message, Sentence hint) {
        all.add(new Finding(Severity.WARNING, rule, element.toString(), field, message, hint));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
