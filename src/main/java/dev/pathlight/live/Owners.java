package dev.pathlight.live;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose each MAC address is, over all namespaces: what the lecturer notes beside a MAC table by hand. */
final class Owners {
    private final Map<Mac, List<Owner>> byMac = new HashMap<>();

    private record Owner(PortId id, LinkRow link) {}

    void add(SpaceId space, Collection<LinkRow> links) {
        for (LinkRow link : links) {
            if (link.mac().isPresent()
                    && !link.isLoopback()
                    && IfName.problem(link.name()).isEmpty()) {
                byMac.computeIfAbsent(link.mac().get(), m -> new ArrayList<>())
                        .add(new Owner(new PortId(space, new IfName(link.name())), link));
            }
        }
    }

    /**
     * Who has {@code mac}, seen from the port where the bridge holds it. Where several have it (a bridge wears a port's
     * address): a local row is the port's own, a learned one that of the cable's far end.
     */
    Optional<PortId> of(Mac mac, LinkRow port, boolean local) {
        return byMac.getOrDefault(mac, List.of()).stream()
                .min(Comparator.comparingInt((Owner o) -> rank(o.link(), port, local))
                        .thenComparing(Owner::id))
                .map(Owner::id);
    }

    private static int rank(LinkRow owner, LinkRow port, boolean local) {
        boolean itself = owner.index() == port.index() && owner.name().equals(port.name());
        boolean farEnd = owner.peer() == port.index() && port.peer() == owner.index();
        if (local) {
            return itself ? 0 : 1;
        }
        return farEnd ? 0 : itself ? 2 : 1;
    }
}
