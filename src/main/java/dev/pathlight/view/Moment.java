package dev.pathlight.view;

import dev.pathlight.machine.Direction;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;

/**
 * One step of a journey as it is played: the hops that happen at the same distance from its start (one, but several where a
 * flood went several ways). A packet that was never sent has one step, without a hop: the place where it was lost.
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

    /** When the first of its hops happened, ns since 1970. */
    long earliest() {
        return journey.startNanos()
                + hops.stream()
                        .mapToLong(h -> journey.hops().get(h).timeNanos())
                        .min()
                        .orElse(0);
    }

    /**
     * The one of its hops a caption is about: the first that leaves, for a bridge that floods also hears its own copy; else the
     * first that a row decided, for most hosts ignore a copy. Not to be asked of a packet that was never sent.
     */
    public Hop hop() {
        List<Hop> all = all();
        return all.stream()
                .filter(h -> h.direction() == Direction.OUT)
                .findFirst()
                .or(() -> all.stream().filter(h -> !h.decisions().isEmpty()).findFirst())
                .orElseGet(all::getFirst);
    }

    List<Hop> all() {
        return hops.stream().map(h -> journey.hops().get(h)).toList();
    }

    /** True when the packet went on from this one of its hops. */
    boolean goesOn(Hop hop) {
        int index = journey.hops().indexOf(hop);
        return journey.hops().stream().anyMatch(h -> h.parent() == index);
    }

    /** Where the packet died; told at its last step. */
    Optional<Journey.Lost> lost() {
        boolean isLast = journey.hops().stream().noneMatch(h -> hops.contains(h.parent()));
        return journey.lost().filter(l -> isLast);
    }

    /** True where the packet was lost before any interface saw it. */
    boolean isUnsent() {
        return hops.isEmpty();
    }

    /** How many copies leave or arrive here, whichever {@link #hop} does. */
    long copies() {
        Direction direction = hop().direction();
        return hops.stream()
                .filter(h -> journey.hops().get(h).direction() == direction)
                .count();
    }

    /** The rows that decided here. */
    public List<Decision> decisions() {
        return hops.stream()
                .flatMap(h -> journey.hops().get(h).decisions().stream())
                .toList();
    }
}
