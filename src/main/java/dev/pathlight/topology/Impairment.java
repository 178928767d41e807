package dev.pathlight.topology;

/**
 * What a link does to packets, as {@code tc-netem} understands it; 0 leaves a thing alone.
 *
 * @param delayMicros added delay, µs
 * @param jitterMicros its spread, µs
 * @param lossPercent 0..100
 * @param rateKbit bandwidth, kbit/s
 */
public record Impairment(long delayMicros, long jitterMicros, double lossPercent, long rateKbit) {}
