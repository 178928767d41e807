package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.live.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Recognises one packet at several interfaces. Not thread-safe: one thread drives it. All times are ns since 1970, the
 * captures' clock.
 */
public final class JourneyTracker {
    private final Routes routes;

    public JourneyTracker(Routes routes) {
        this.routes = routes;
    }

    /** The newest tables; to be told whenever they change, in order of time, and once before the first sightings. */
    public void tables(Snapshot snapshot) {
        throw new UnsupportedOperationException("being built: " + snapshot + routes);
    }

    /**
     * Sightings roughly in order of time; those of several batches are merged within a short window, so the last ones come
     * out at a later call. Returns the journeys that began, changed or ended, each as it is now.
     */
    public List<Journey> accept(List<Sighting> sightings) {
        throw new UnsupportedOperationException("being built: " + sightings);
    }

    /** Time passes: takes in what waited for the window and ends what has been quiet. Call it every 10 to 50 ms. */
    public List<Journey> settle(long nowNanos) {
        throw new UnsupportedOperationException("being built: " + nowNanos);
    }

    /** Takes in everything that waits and ends every journey now. */
    public List<Journey> settleAll() {
        throw new UnsupportedOperationException("being built");
    }

    /** Announces an echo request, before it is sent, so that {@link #conclude} can tell whether it ever left. */
    public void expect(Echo echo) {
        throw new UnsupportedOperationException("being built: " + echo);
    }

    /**
     * Ends an announced echo request, once its sightings were settled. Empty when it was seen somewhere; otherwise a lost
     * journey without hops that says why the kernel did not send it. Then {@code at} is the interface it would have left
     * by, or the namespace's {@code lo} when no route names one.
     *
     * @param errno what the kernel said when asked to send it, 0 for nothing
     */
    public Optional<Journey> conclude(Echo echo, int errno, long nowNanos) {
        throw new UnsupportedOperationException("being built: " + echo + errno + nowNanos);
    }

    /** Sightings that fitted several journeys equally, so far. */
    public long ambiguous() {
        return 0;
    }

    /** Journeys and hops given up to keep memory bounded, so far. */
    public long letGo() {
        return 0;
    }
}
