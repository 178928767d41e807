package dev.pathlight.topology;

/**
 * What a link does to packets, as {@code tc-netem} understands it; 0 leaves a thing alone.
 *
 * @param delayMicros added delay, µs
 * @param jitterMicros its spread, µs
 * @param lossPercent 0..100
 * @param rateKbit bandwidth, kbit/s
 */
public record Impairment(long delayMicros, long jitterMicros, double lossPercent, long rateKbit) {
    public static final Impairment NONE = new Impairment(0, 0, 0, 0);
    /** The largest delay, jitter (µs) and rate (kbit/s): beyond it no drawing means anything. */
    public static final long MOST = 1_000_000_000_000L;

    public Impairment {
        Bounds.within("delay", delayMicros, 0, MOST);
        Bounds.within("jitter", jitterMicros, 0, MOST);
        Bounds.within("rate", rateKbit, 0, MOST);
        if (!(lossPercent >= 0 && lossPercent <= 100)) {
            throw new IllegalArgumentException("loss " + lossPercent + " is not within 0..100");
        }
        lossPercent += 0.0; // so that -0.0, which is written as 0, stays equal to itself
    }
}
