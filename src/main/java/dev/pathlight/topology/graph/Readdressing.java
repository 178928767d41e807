package dev.pathlight.topology.graph;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives interfaces other addresses; gateways, networks and mappings that mean the old ones follow. */
final class Readdressing {
    private final Map<PortId, List<Cidr>> addresses = new HashMap<>();
    private final Map<IpAddress, IpAddress> moved = new HashMap<>();
    private final Map<Cidr, Cidr> networks = new HashMap<>();

    /** The addresses that a port has from now on. */
    void set(PortId port, List<Cidr> next) {
        addresses.put(port, List.copyOf(next));
    }

    /** What is said of {@code old} is said of {@code next} from now on. */
    void moved(Cidr old, Cidr next) {
        moved.putIfAbsent(old.address(), next.address());
        if (!old.network().equals(next.network())) {
            networks.putIfAbsent(old.network(), next.network());
        }
    }

    /** Gateways follow in the stacks that {@code near} accepts; networks everywhere. */
    Topology applyTo(Topology t, Predicate<SpaceId> near) {
        return t.withNodes(t.nodes().stream()
                .map(n -> n.withRoot(space(n.id(n.root()), n.root(), near))
                        .withNamespaces(n.namespaces().stream()
                                .map(s -> space(n.id(s), s, near))
                                .toList()))
                .toList());
    }

    private Namespace space(SpaceId id, Namespace s, Predicate<SpaceId> near) {
        boolean follows = near.test(id);
        return s.withInterfaces(s.interfaces().stream().map(i -> link(id, i)).toList())
                .withBridges(s.bridges().stream().map(b -> bridge(id, b)).toList())
                .withRoutes(s.routes().stream().map(r -> route(r, follows)).toList())
                .withNat(nat(s.nat()));
    }

    private Interface link(SpaceId id, Interface i) {
        List<Cidr> next = addresses.get(new PortId(id, i.name()));
        return next == null ? i : i.withAddresses(next);
    }

    private Bridge bridge(SpaceId id, Bridge b) {
        List<Cidr> next = addresses.get(new PortId(id, b.name()));
        return next == null ? b : b.withAddresses(next);
    }

    private Route route(Route r, boolean follows) {
        return new Route(
                r.kind(),
                network(r.destination()),
                follows ? r.via().map(this::address) : r.via(),
                r.device(),
                follows ? r.source().map(this::address) : r.source(),
                r.metric(),
                r.table(),
                r.onLink());
    }

    private Nat nat(Nat nat) {
        return new Nat(
                nat.masquerades().stream()
                        .map(m -> new Nat.Masquerade(network(m.source()), m.exceptOut(), m.exceptTo()))
                        .toList(),
                nat.portMappings().stream()
                        .map(p -> new Nat.PortMapping(
                                p.protocol(), p.hostAddress(), p.hostPort(), address(p.to()), p.toPort()))
                        .toList());
    }

    private IpAddress address(IpAddress old) {
        return Optional.ofNullable(moved.get(old)).orElse(old);
    }

    private Cidr network(Cidr old) {
        return Optional.ofNullable(networks.get(old)).orElse(old);
    }
}
