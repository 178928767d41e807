package dev.pathlight.session;

import dev.pathlight.live.Sighting;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the frames that wait to be traced bounded: beyond the limit a batch is passed over and counted. Any thread. */
final class SightingGate {
    private static final long LIMIT_BYTES = 64L << 20;
    /** What a sighting costs beside its frame's bytes. */
    private static final int SIGHTING_BYTES = 96;

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong passedOver = new AtomicLong();

    /** True when the batch may wait; {@link #leave} it once it is traced. */
    boolean enter(List<Sighting> batch) {
        long bytes = weight(batch);
        if (waiting.addAndGet(bytes) <= LIMIT_BYTES) {
            return true;
        }
        waiting.addAndGet(-bytes);
        passedOver.addAndGet(batch.size());
        return false;
    }

    /** Nothing waits to be traced. */
    boolean isClear() {
        return waiting.get() == 0;
    }

    void leave(List<Sighting> batch) {
        waiting.addAndGet(-weight(batch));
    }

    /** Sightings passed over so far. */
    long passedOver() {
        return passedOver.get();
    }

    private static long weight(List<Sighting> batch) {
        return batch.stream().mapToLong(s -> SIGHTING_BYTES + s.bytes().length).sum();
    }
}
