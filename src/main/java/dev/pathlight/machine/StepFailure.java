package dev.pathlight.machine;

import dev.pathlight.plan.Step;

/** The kernel refused a step: errno (positive), its symbolic name (EEXIST …), and the kernel's own words or "". */
public record StepFailure(Step step, int errno, String errnoName, String kernelText) {}
