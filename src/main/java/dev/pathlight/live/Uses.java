package dev.pathlight.live;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each address was last seen coming in at each interface, gathered until the tables take it: the kernel tells of a MAC
 * row's birth and death, not of its use. Bounded: under a flood of made-up addresses new ones are passed over. Any thread.
 */
final class Uses {
    private static final int LIMIT = 8192;
    private static final int ETHERNET_HEADER = 14;
    private static final int SOURCE = 6;

    private Map<Use, Long> lastUsed = new HashMap<>();

    /** {@code source} came in at {@code port}. */
    record Use(PortId port, Mac source) {}

    /** Notes a batch; true when nothing was waiting to be taken before. */
    synchronized boolean note(List<Sighting> batch) {
        boolean wasEmpty = lastUsed.isEmpty();
        for (Sighting s : batch) {
            if (s.direction() == Direction.IN && s.bytes().length >= ETHERNET_HEADER) {
                Use use = new Use(s.port(), Mac.at(s.bytes(), SOURCE));
                if (lastUsed.size() < LIMIT || lastUsed.containsKey(use)) {
                    lastUsed.merge(use, s.nanos(), Math::max);
                }
            }
        }
        return wasEmpty && !lastUsed.isEmpty();
    }

    /** What was noted since the last taking. */
    synchronized Map<Use, Long> take() {
        Map<Use, Long> taken = lastUsed;
        lastUsed = new HashMap<>();
        return taken;
    }
}
