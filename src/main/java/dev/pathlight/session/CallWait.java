package dev.pathlight.session;

import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for the journeys of traffic to a port to end: until some were seen, all have settled and nothing more comes. */
final class CallWait implements Wait {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** What is lost is called so after a second; a packet sent again takes another. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final long newestBefore;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** @param newestBefore id of the newest journey before the traffic was sent */
    CallWait(long newestBefore) {
        this.newestBefore = newestBefore;
    }

    @Override
    public CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void giveUp() {
        over.complete(null);
    }

    @Override
    public Set<Long> ripe(JourneyLog log, long nowNanos) {
        return Wait.ripe(log, newestBefore, nowNanos, QUIET_NANOS);
    }

    @Override
    public boolean isOver(JourneyLog log) {
        long waited = System.nanoTime() - begun;
        List<Journey> since = log.after(newestBefore);
        boolean done =
                waited > QUIET_NANOS && !since.isEmpty() && since.stream().allMatch(Journey::settled);
        if (done || waited > LIMIT_NANOS) {
            over.complete(null);
        }
        return done || waited > LIMIT_NANOS;
    }
}
