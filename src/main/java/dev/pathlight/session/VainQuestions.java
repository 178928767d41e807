package dev.pathlight.session;

import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.Query;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Questions for a neighbour that nobody has answered yet. The kernel asks three times, a second apart (mcast_solicit,
 * retrans_time_ms), and fails what was sent meanwhile when the last one stays without an answer: also a ping that was sent after
 * the link came up again. Of such an entry it tells nobody who does not ask (net/core/neighbour.c).
 */
final class VainQuestions {
    private static final int NUD_INCOMPLETE = 1;
    private static final long LONGEST_MILLIS = 4_000;
    private static final long LOOK_MILLIS = 100;

    private final Machine machine;
    private final Supplier<List<SpaceId>> spaces;
    private volatile long changed;

    VainQuestions(Machine machine, Supplier<List<SpaceId>> spaces) {
        this.machine = machine;
        this.spaces = spaces;
        this.changed = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
    }

    /** Something was changed just now: who did not answer before may answer from here on. */
    void changed() {
        changed = System.nanoTime();
    }

    /** Waits until nothing is asked any more that was asked before the last change; not longer than the kernel asks. Blocks. */
    void awaitNone() throws MachineLost {
        long end = changed + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        try {
            while (System.nanoTime() - end < 0 && isOneAsked()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOneAsked() throws MachineLost {
        for (SpaceId space : spaces.get()) {
            if (machine.ask(space, new Query.Neighbours()).stream()
                    .anyMatch(n -> n instanceof KernelNotice.NeighbourSet(var row) && row.state() == NUD_INCOMPLETE)) {
                return true;
            }
        }
        return false;
    }
}
