package dev.pathlight.machine;

import dev.pathlight.machine.engine.EngineLost;
import dev.pathlight.topology.Sentence;

/** Says the loss of an engine to a person. */
final class Losses {
    private Losses() {}

    static MachineLost of(EngineLost lost) {
        Sentence how = Sentence.of("The sandbox is gone: {0}", how(lost));
        return new MachineLost(
                lost.lastWords().isEmpty() ? how : Sentence.of("{0}: {1}", how, lost.lastWords()),
                Sentence.of("Everything that ran in it is removed. Run the drawing again."));
    }

    private static Sentence how(EngineLost lost) {
        return switch (lost.exitCode()) {
            case -1 -> Sentence.verbatim(String.valueOf(lost.getMessage()));
            case 137, 9 ->
                Sentence.of(
                        "the engine ended with exit code {0} (killed from outside, or out of memory)", lost.exitCode());
            case 143 -> Sentence.of("the engine ended with exit code {0} (ended from outside)", lost.exitCode());
            default -> Sentence.of("the engine ended with exit code {0}", lost.exitCode());
        };
    }
}
