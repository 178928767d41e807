package dev.pathlight.session;

import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.NetOp;
import java.util.List;
import java.util.Optional;

/**
 * What came of a change to what runs.
 *
 * @param done the operations that were done, in order; those after a refused one were not, but for a few that were sent with it
 */
public record Changed(List<NetOp> done, Optional<StepFailure> refused) {
    public Changed {
        done = List.copyOf(done);
    }
}
