package dev.pathlight.lesson;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where journeys begin and end. */
final class Endings {
    private Endings() {}

    /** The stack that sent it; for one that never left, the stack that would have. */
    static Optional<SpaceId> sender(Journey j) {
        return j.hops().stream()
                .findFirst()
                .map(h -> h.port().space())
                .or(() -> j.lost().map(Journey.Lost::space));
    }

    /** The last interface it came in at and went no further from; empty for lost ones. */
    static Optional<Hop> arrival(Journey j) {
        return j.lost().isPresent() ? Optional.empty() : arrivals(j).stream().reduce((a, b) -> b);
    }

    /** All of these: a flood has several. */
    static List<Hop> arrivals(Journey j) {
        List<Hop> hops = j.hops();
        List<Hop> ends = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            int at = i;
            boolean leaf = IntStream.range(at + 1, hops.size())
                    .noneMatch(k -> hops.get(k).parent() == at);
            if (leaf && hops.get(i).direction() == Direction.IN) {
                ends.add(hops.get(i));
            }
        }
        return ends;
    }
}
