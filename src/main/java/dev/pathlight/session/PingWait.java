package dev.pathlight.session;

import dev.pathlight.trace.Echo;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for the journeys of one echo request, and of its reply, to end. Lives on the session's thread. */
final class PingWait {
    /** How long a lost packet's copies may still be on their way to the tracker. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Echo echo;
    private final boolean answered;
    private final long newestBefore;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /**
     * @param answered its reply came: that makes a journey too
     * @param newestBefore id of the newest journey before the echo was sent
     */
    PingWait(Echo echo, boolean answered, long newestBefore) {
        this.echo = echo;
        this.answered = answered;
        this.newestBefore = newestBefore;
    }

    Echo echo() {
        return echo;
    }

    CompletableFuture<Void> over() {
        return over;
    }

    void giveUp() {
        over.complete(null);
    }

    /** Looks at the journeys told so far; once they have ended, whoever waits is told. */
    boolean isOver(JourneyLog log) {
        long waited = System.nanoTime() - begun;
        List<Journey> own = log.after(newestBefore).stream().filter(this::isOwn).toList();
        boolean allSettled = own.stream().allMatch(Journey::settled);
        boolean enough = answered ? has(own, true) && has(own, false) : waited > QUIET_NANOS;
        boolean done = allSettled && enough || waited > LIMIT_NANOS;
        if (done) {
            over.complete(null);
        }
        return done;
    }

    private static boolean has(List<Journey> own, boolean request) {
        return own.stream().anyMatch(j -> echoOf(j).request() == request);
    }

    private boolean isOwn(Journey journey) {
        return !journey.hops().isEmpty()
                && EchoFrame.read(journey.hops().getFirst().bytes())
                        .filter(e -> e.identifier() == echo.identifier() && e.sequence() == echo.sequence())
                        .isPresent();
    }

    private static EchoFrame echoOf(Journey own) {
        return EchoFrame.read(own.hops().getFirst().bytes()).orElseThrow();
    }
}
