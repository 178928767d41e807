package dev.pathlight.ui.canvas;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Journeys to draw. */
final class Journeys {
    private Journeys() {}

    static Journey over(String what, String protocol, String... ports) {
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < ports.length; i++) {
            Direction way = i % 2 == 0 ? Direction.OUT : Direction.IN;
            hops.add(new Hop(
                    PortId.parse(ports[i]),
                    way,
                    i * 1000L,
                    new Mac(1),
                    new Mac(2),
                    OptionalInt.of(64),
                    List.of(),
                    i - 1,
                    new byte[0]));
        }
        return new Journey(1, what, protocol, 0, Journey.Outcome.DELIVERED, true, hops, Optional.empty());
    }
}
