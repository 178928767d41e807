package dev.pathlight.view;

import dev.pathlight.live.MacRow;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * When each address was first heard at each interface. The kernel's notice that it learned an address comes some µs after
 * the frame that taught it; the frame itself says exactly from when on the row was there. Remembers the last 10,000.
 */
final class Evidence {
    private static final int LIMIT = 10_000;

    private record Heard(PortId port, Mac source) {}

    private final Map<Heard, Long> first = new LinkedHashMap<>();

    void add(Journey journey) {
        for (Hop hop : journey.hops()) {
            if (hop.direction() == Direction.IN) {
                first.merge(new Heard(hop.port(), hop.source()), journey.startNanos() + hop.timeNanos(), Math::min);
            }
        }
        var oldest = first.keySet().iterator();
        for (int over = first.size() - LIMIT; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
    }

    void clear() {
        first.clear();
    }

    /** Since when {@code source} is known at an interface, ns since 1970. */
    OptionalLong since(SpaceId space, String device, Mac source) {
        if (IfName.problem(device).isPresent()) {
            return OptionalLong.empty();
        }
        Long nanos = first.get(new Heard(new PortId(space, new IfName(device)), source));
        return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** True when {@code row} stood in the table at {@code nanos}. */
    boolean knew(SpaceId space, MacRow row, long nanos) {
        return row.local() || since(space, row.port(), row.mac()).orElse(row.sinceNanos()) <= nanos;
    }
}
