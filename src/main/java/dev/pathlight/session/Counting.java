package dev.pathlight.session;

import dev.pathlight.live.CaptureSession;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.PortId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the picture lacks: sightings that fitted several journeys, frames dropped or passed over. Only the kernel's
 * drop counters have to be asked for, which also shows a machine that died in silence. Lives on the session's thread.
 */
final class Counting {
    private static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Tracing tracing;
    private final SightingGate gate;
    private final Consumer<SessionEvent> events;
    private final Consumer<MachineLost> lost;
    private @Nullable CaptureSession captures;
    private long asked = System.nanoTime();
    private long kernelDrops;
    private SortedSet<PortId> uncaptured = Collections.emptySortedSet();
    private SessionEvent.Counted told = new SessionEvent.Counted(0, 0);

    Counting(Tracing tracing, SightingGate gate, Consumer<SessionEvent> events, Consumer<MachineLost> lost) {
        this.tracing = tracing;
        this.gate = gate;
        this.events = events;
        this.lost = lost;
    }

    void captures(CaptureSession opened) {
        captures = opened;
    }

    /** Time passes. */
    void tick() {
        if (captures != null && System.nanoTime() - asked >= ASK_NANOS) {
            count();
        }
    }

    /** Asks the machine now, and tells the totals when they changed. */
    void count() {
        asked = System.nanoTime();
        if (captures != null) {
            try {
                kernelDrops = captures.drops();
                captures.lookAgain();
                uncaptured = captures.uncaptured();
            } catch (MachineLost e) {
                captures = null;
                lost.accept(e);
            }
        }
        tell();
    }

    /** Tells the totals when they changed, without asking the machine. */
    void tell() {
        long dropped = kernelDrops + gate.passedOver() + tracing.letGo();
        SessionEvent.Counted now =
                new SessionEvent.Counted(tracing.ambiguous(), dropped, tracing.forgotten(), uncaptured);
        if (!now.equals(told)) {
            told = now;
            events.accept(now);
        }
    }
}
