package dev.pathlight.check;

import java.util.List;
import java.util.Optional;

/** All findings, and the checked topology when none of them is an error. */
public record CheckResult(List<Finding> findings, Optional<CheckedTopology> checked) {
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
