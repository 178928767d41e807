package dev.pathlight.machine;

import dev.pathlight.machine.engine.EngineLost;

/** Says the loss of an engine to a person. */
final class Losses {
    private Losses() {}

    static MachineLost of(EngineLost lost) {
        String words = lost.lastWords().isEmpty() ? "" : ": " + lost.lastWords();
        String why = switch (lost.exitCode()) {
            case 137, 9 -> " (killed from outside, or out of memory)";
            case 143 -> " (ended from outside)";
            default -> "";
        };
        return new MachineLost(
                "The sandbox is gone: " + lost.getMessage() + why + words,
                "Everything that ran in it is removed. Run the drawing again.");
    }
}
