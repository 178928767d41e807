package dev.pathlight.session;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Waits for the journeys of something that was sent to end. Lives on the session's thread. */
interface Wait {
    /** Journeys that need not be waited for until they are old. */
    Set<Long> ripe(JourneyLog log, long nowNanos);

    /** Looks at the journeys told so far; once they have ended, whoever waits is told. */
    boolean isOver(JourneyLog log);

    CompletableFuture<Void> over();

    void giveUp();
}
