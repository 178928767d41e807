package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.trace.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What the table panels show: the tables as they are now, or as they were at the hop that is played.
 *
 * @param snapshot the kernel's tables
 * @param nanos the moment, ns since 1970: ageing timers count up to it
 * @param moment the hop that is played, whose rows light up
 * @param live the moment is now
 */
record Glance(Snapshot snapshot, long nanos, Optional<Moment> moment, boolean live) {
    static final Glance NOTHING = new Glance(Snapshot.EMPTY, 0, Optional.empty(), true);

    List<Decision> decisions() {
        return moment.map(Moment::decisions).orElse(List.of());
    }
}
