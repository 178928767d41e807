package dev.pathlight.session;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Routes;
import dev.pathlight.wire.AddressRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the address by which one namespace is best reached from another. */
final class Reachability {
    private static final int SCOPE_GLOBAL = 0;
    private static final int RTN_UNICAST = 1;
    private static final int RTN_LOCAL = 2;

    private final Supplier<Topology> drawn;
    private final Routes routes;

    Reachability(Supplier<Topology> drawn, Routes routes) {
        this.drawn = drawn;
        this.routes = routes;
    }

    /**
     * The first address in one of {@code from}'s own networks, else the first its kernel has a route for, else the first at
     * all: pinging that one shows why it is out of reach. Drawn addresses come before those added later.
     */
    Optional<IpAddress> addressOf(SpaceId space, SpaceId from, Snapshot now) {
        List<IpAddress> candidates = Stream.concat(
                        drawn(space), held(space, now).map(Cidr::address))
                .distinct()
                .toList();
        List<Cidr> own = held(from, now).toList();
        return first(candidates, a -> own.stream().anyMatch(c -> c.contains(a)))
                .or(() -> first(candidates, a -> hasRoute(from, a)))
                .or(() -> candidates.stream().findFirst());
    }

    private static Optional<IpAddress> first(List<IpAddress> candidates, Predicate<IpAddress> wanted) {
        return candidates.stream().filter(wanted).findFirst();
    }

    private boolean hasRoute(SpaceId from, IpAddress to) {
        return routes.lookup(from, to, Optional.empty(), 0) instanceof Routes.Answer.Found(var row)
                && (row.type() == RTN_UNICAST || row.type() == RTN_LOCAL);
    }

    private Stream<IpAddress> drawn(SpaceId space) {
        return drawn.get().find(space).stream().flatMap(Reachability::drawn).map(Cidr::address);
    }

    private static Stream<Cidr> drawn(Namespace n) {
        return Stream.concat(
                n.interfaces().stream().flatMap(i -> i.addresses().stream()),
                n.bridges().stream().flatMap(b -> b.addresses().stream()));
    }

    private static Stream<Cidr> held(SpaceId space, Snapshot now) {
        return now.space(space).map(SpaceState::addresses).stream()
                .flatMap(List::stream)
                .filter(a -> a.scope() == SCOPE_GLOBAL)
                .map(AddressRow::address);
    }
}
