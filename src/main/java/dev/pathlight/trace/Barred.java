package dev.pathlight.trace;

import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.PortRow;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which port of a bridge the spanning tree keeps shut on the only ways from one interface to another. */
final class Barred {
    private final Set<Place> seen = new HashSet<>();
    private final Set<Place> shut = new LinkedHashSet<>();

    private Barred() {}

    /** Empty when some way is open, or when it is not the spanning tree that shuts them all. */
    static Optional<Place> between(Place from, Place to) {
        Barred all = new Barred();
        return all.reaches(from, to)
                ? Optional.empty()
                // One that waits to be opened before one that is there to be shut.
                : all.shut.stream().min(Comparator.comparing((Place p) -> p.portState() == PortRow.BLOCKING));
    }

    /** The port's state as one says it. */
    static Sentence state(Place p) {
        return switch (p.portState()) {
            case PortRow.LISTENING -> Sentence.of("listening (spanning tree)");
            case PortRow.LEARNING -> Sentence.of("learning (spanning tree)");
            case PortRow.BLOCKING -> Sentence.of("blocking (spanning tree)");
            case PortRow.DISABLED -> Sentence.of("disabled (spanning tree)");
            default -> Sentence.of("not forwarding");
        };
    }

    private boolean reaches(Place from, Place to) {
        Deque<Place> out = new ArrayDeque<>(from.isBridge() ? open(from.ports()) : List.of(from));
        while (!out.isEmpty()) {
            for (Place in : out.remove().peers()) {
                if (!seen.add(in) || !in.isUp()) {
                    continue;
                }
                if (in == to || in.bridge().filter(b -> b == to && isOpen(in)).isPresent()) {
                    return true;
                }
                in.bridge().filter(b -> isOpen(in)).ifPresent(b -> out.addAll(open(b.ports())));
            }
        }
        return false;
    }

    private List<Place> open(List<Place> ports) {
        return ports.stream().filter(this::isOpen).filter(seen::add).toList();
    }

    private boolean isOpen(Place port) {
        int state = port.portState();
        if (port.isUp() && (state == PortRow.LISTENING || state == PortRow.LEARNING || state == PortRow.BLOCKING)) {
            shut.add(port);
        }
        return port.forwards();
    }
}
