package dev.pathlight.session;

import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Waits for the journeys of something that was sent to end. Lives on the session's thread. */
interface Wait {
    /** Journeys that need not be waited for until they are old. */
    Set<Long> ripe(JourneyLog log, long nowNanos);

    /** Looks at the journeys told so far; once they have ended, whoever waits is told. */
    boolean isOver(JourneyLog log);

    CompletableFuture<Void> over();

    void giveUp();

    /** Journeys after {@code newestBefore} that arrived and have been quiet for so long since. */
    static Set<Long> ripe(JourneyLog log, long newestBefore, long nowNanos, long quietNanos) {
        return log.after(newestBefore).stream()
                .filter(j -> !j.settled() && hasArrived(j) && lastSeen(j) + quietNanos < nowNanos)
                .map(Journey::id)
                .collect(Collectors.toSet());
    }

    static boolean hasArrived(Journey j) {
        return j.outcome() == Journey.Outcome.DELIVERED || j.outcome() == Journey.Outcome.FLOODED;
    }

    private static long lastSeen(Journey j) {
        return j.startNanos()
                + j.hops().stream().mapToLong(Hop::timeNanos).max().orElse(0);
    }
}
