package dev.pathlight.session;

import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Plan;
import java.util.Optional;

/**
 * What came of bringing what runs to another drawing.
 *
 * @param plan the difference that was run; empty where the kernel had nothing to learn
 * @param refused the step that was refused, after which all was brought back
 */
public record Applied(Plan plan, Optional<StepFailure> refused) {}
