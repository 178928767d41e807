package dev.pathlight.view;

import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.List;

/**
 * One step of a journey as it is played: the hops that happen at the same distance from its start (one, but several where a
 * flood went several ways).
 *
 * @param step from 0
 * @param hops indexes in the journey's hops
 */
public record Moment(Journey journey, int step, List<Integer> hops) {
    public Moment {
        hops = List.copyOf(hops);
    }

    /** When it happened, ns since 1970: the latest of its hops. */
    public long nanos() {
        return journey.startNanos()
                + hops.stream()
                        .mapToLong(h -> journey.hops().get(h).timeNanos())
                        .max()
                        .orElse(0);
    }

    /** The first of its hops: the one a caption is about. */
    public Hop hop() {
        return journey.hops().get(hops.getFirst());
    }

    /** The rows that decided here. */
    public List<Decision> decisions() {
        return hops.stream()
                .flatMap(h -> journey.hops().get(h).decisions().stream())
                .toList();
    }
}
