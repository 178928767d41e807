package dev.pathlight.machine;

import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Step;

/** What happens while a plan runs, in order. */
public sealed interface RunEvent {
    record Started(Plan plan) implements RunEvent {}

    record StepDone(Step step) implements RunEvent {}

    record StepFailed(StepFailure failure) implements RunEvent {}

    /** A step was undone after a failure. */
    record StepUndone(Step step) implements RunEvent {}

    record Finished(boolean success, long nanos) implements RunEvent {}
}
