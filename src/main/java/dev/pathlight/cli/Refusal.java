package dev.pathlight.cli;

import dev.pathlight.machine.MachineLost;
import java.io.Serial;

/** Why a command ends without doing what was asked: what happened, why, what to do, and the exit code that says so. */
final class Refusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String why;
    private final String remedy;

    Refusal(int exitCode, String what, String why, String remedy) {
        super(what);
        this.exitCode = exitCode;
        this.why = why;
        this.remedy = remedy;
    }

    static Refusal machineLost(MachineLost loss) {
        return new Refusal(
                Exit.MACHINE,
                "The drawing could not be run here.",
                loss.what().toString(),
                loss.remedy().toString());
    }

    int exitCode() {
        return exitCode;
    }

    /** Three lines: what happened, why, what to do. */
    String text() {
        return "pathlight: %s%n  why: %s%n  do:  %s".formatted(getMessage(), why, remedy);
    }
}
