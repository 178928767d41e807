package dev.pathlight.trace;

/**
 * How long the tracker waits and how much it holds.
 *
 * @param reorderNanos sightings are held this long, so that those of several captures can be put in order of time
 * @param quietNanos a journey not seen for this long is over
 * @param openJourneys journeys held open at most; the oldest is let go beyond it
 * @param openBytes bytes of captured frames held by open journeys at most, likewise
 * @param hops hops kept per journey: enough for a flood over a thousand cables; a loop can make any number
 */
public record Limits(long reorderNanos, long quietNanos, int openJourneys, long openBytes, int hops) {
    public static final Limits DEFAULT = new Limits(20_000_000, 250_000_000, 65_536, 64L << 20, 4096);
}
