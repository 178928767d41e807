package dev.pathlight.machine.engine;

/**
 * The memory the kernel fills for one capture (TPACKET_V3, {@code linux/if_packet.h}). libpcap cuts it into blocks of 256 KiB,
 * and a block is handed over when it is full or old enough; so a ring of n blocks bears a reader that sleeps for n times the
 * time limit.
 *
 * @param bytes memory, kernel memory that nobody else can have
 * @param timeoutMillis age at which a block that holds something is handed over; a timer of this period runs for every ring,
 *     busy or idle
 */
record Ring(int bytes, int timeoutMillis) {
    /** For all rings together. */
    private static final int ALL_BYTES = 160 << 20;

    private static final int LARGEST = 8 << 20;
    private static final int SMALLEST = 1 << 19;
    private static final int QUICKEST_MILLIS = 8;
    private static final int SLOWEST_MILLIS = 32;

    /** Rings for each timer tick in a millisecond that is worth its cost. */
    private static final int RINGS_PER_MILLISECOND = 12;

    /** A ring for each of {@code count} captures: few get much and deliver quickly, many get less and take longer. */
    static Ring shared(int count) {
        return new Ring(
                Math.clamp(ALL_BYTES / Math.max(1, count), SMALLEST, LARGEST),
                Math.clamp(count / RINGS_PER_MILLISECOND, QUICKEST_MILLIS, SLOWEST_MILLIS));
    }
}
