package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableHistoryTest {
    private static final long MILLI = 1_000_000;
    private static final long DELAY = 100 * MILLI;

    private static Snapshot at(long millis) {
        return new Snapshot(millis * MILLI, new TreeMap<>());
    }

    /** Against the plain rule: the last told before the moment, and not later than the notice's delay after it. */
    @Test
    void whatIsKeptIsAlwaysWhatStoodThen() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TableHistory history = new TableHistory();
        List<Snapshot> told = new ArrayList<>();
        List<Long> hops = new ArrayList<>();
        long now = 1_000;
        for (int i = 0; i < 3_000; i++) {
            now += random.nextInt(1, 120);
            told.add(at(now));
            history.add(told.getLast());
            if (random.nextInt(10) == 0) {
                hops.add((now - random.nextInt(3_000)) * MILLI + random.nextInt(1_000));
                history.want(hops.getLast());
            }
        }
        assertThat(hops)
                .as("seed %d", seed)
                .allSatisfy(hop -> assertThat(history.about(hop, hop))
                        .contains(new TableHistory.Span(last(told, hop - 1), last(told, hop + DELAY))));
    }

    private static Snapshot last(List<Snapshot> told, long nanos) {
        return told.stream()
                .filter(s -> s.nanos() <= nanos)
                .reduce((a, b) -> b)
                .orElseGet(() -> new Snapshot(nanos, new TreeMap<>()));
    }

    @Test
    void aMomentNobodyWantedIsKeptForTenSecondsAndThenNotClaimed() {
        TableHistory history = new TableHistory();
        for (long t = 0; t <= 20_000; t += 50) {
            history.add(at(t));
        }
        assertThat(history.about(11_020 * MILLI, 11_020 * MILLI))
                .contains(new TableHistory.Span(at(11_000), at(11_100)));
        assertThat(history.about(9_000 * MILLI, 9_000 * MILLI)).isEmpty();
    }
}
