package dev.pathlight.trace;

/**
 * How long the tracker waits and how much it holds.
 *
 * @param reorderNanos sightings are held this long, so that those of several captures can be put in order of time
 * @param quietNanos a journey not seen for this long is over
 * @param lateNanos nothing is called lost or incomplete until it was quiet for this long: every capture shall have had its
 *     chance, also on a busy machine
 * @param rememberNanos journeys that are over are remembered for this long, so that a sighting that is later still can mend
 *     them
 * @param openJourneys journeys held at most, open or remembered; the oldest are let go beyond it, those that are over first
 * @param openBytes bytes of captured frames held by them at most, likewise
 * @param hops hops kept per journey: enough for a flood over a thousand cables; a loop can make any number
 */
public record Limits(
        long reorderNanos,
        long quietNanos,
        long lateNanos,
        long rememberNanos,
        int openJourneys,
        long openBytes,
        int hops) {
    public static final Limits DEFAULT =
            new Limits(10_000_000, 250_000_000, 1_000_000_000, 3_000_000_000L, 65_536, 64L << 20, 4096);
}
