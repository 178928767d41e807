package dev.pathlight.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What came of a step.
 *
 * @param fate of its ping, if it had one
 * @param verdicts one for each thing expected, in order
 */
public record Taken(List<Done> done, Optional<Fate> fate, List<Verdict> verdicts) {
    public Taken {
        done = List.copyOf(done);
        verdicts = List.copyOf(verdicts);
    }

    /** Everything could be done, and was seen as it should be. */
    public boolean holds() {
        return done.stream().allMatch(Done::ok) && verdicts.stream().allMatch(Verdict::holds);
    }
}
