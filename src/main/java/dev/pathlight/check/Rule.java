package dev.pathlight.check;

/** One thing that a drawing must hold. */
@FunctionalInterface
interface Rule {
    void check(Drawn drawn, Findings findings);
}
