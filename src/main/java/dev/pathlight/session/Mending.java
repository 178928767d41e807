package dev.pathlight.session;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.NetOp;
import dev.pathlight.session.breaking.Breakage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Breaks what runs, and mends it. */
public final class Mending {
    /** What the kernel says of something that is there already, or gone already: somebody has mended it by hand. */
    private static final Set<String> DONE_ALREADY = Set.of("EEXIST", "ENOENT", "ESRCH", "EADDRNOTAVAIL");

    private Mending() {}

    /** A refusal is returned, and all is as before. Blocks. */
    public static Optional<StepFailure> breakIt(Breakage breakage, Session session) throws MachineLost {
        Changed changed = session.change(breakage.doing());
        if (changed.refused().isPresent() && !changed.done().isEmpty()) {
            mend(breakage, session);
        }
        return changed.refused();
    }

    /** Brings back all that was lost. What is as it was already is passed over; the first other refusal is returned. Blocks. */
    public static Optional<StepFailure> mend(Breakage breakage, Session session) throws MachineLost {
        Optional<StepFailure> first = Optional.empty();
        List<NetOp> left = new ArrayList<>(breakage.undoing());
        while (!left.isEmpty()) {
            Changed changed = session.change(List.copyOf(left));
            Optional<StepFailure> refused = changed.refused();
            left.removeAll(changed.done());
            refused.ifPresent(r -> left.remove(r.step().op()));
            first = first.or(() -> refused.filter(r -> !DONE_ALREADY.contains(r.errnoName())));
            if (refused.isEmpty()) {
                left.clear();
            }
        }
        return first;
    }
}
