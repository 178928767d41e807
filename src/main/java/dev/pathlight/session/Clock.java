package dev.pathlight.session;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The captures' clock. */
final class Clock {
    private Clock() {}

    /** Now, in ns since 1970. */
    static long now() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
