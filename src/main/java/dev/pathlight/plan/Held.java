package dev.pathlight.plan;

import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What operations have made of one network stack: what its tables should show. What the kernel makes by itself (connected
 * routes, link-local addresses) is left out.
 *
 * @param links all but the loopback
 * @param routes in the order in which the kernel has those to one destination
 * @param neighbours those that were written down
 * @param filters the operations that have made them, in order
 */
public record Held(
        SortedMap<IfName, Link> links,
        boolean loopbackUp,
        List<Address> addresses,
        List<Way> routes,
        List<Neighbour> neighbours,
        SortedMap<String, String> sysctls,
        List<NetOp> filters) {
    public Held {
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        neighbours = List.copyOf(neighbours);
        filters = List.copyOf(filters);
        sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
    }

    /**
     * @param peer a cable's other end
     * @param mac empty where the kernel chose one
     * @param mtu empty where the kernel chose one
     * @param options a bridge's own
     */
    public record Link(
            int index,
            Optional<PortId> peer,
            boolean up,
            Optional<Mac> mac,
            OptionalInt mtu,
            Optional<IfName> bridge,
            Optional<BridgeOptions> options) {}

    public record Address(IfName device, Cidr cidr) {}

    /** @param device by which it leads, where that is known */
    public record Way(Route route, Optional<IfName> device) {}

    /** @param tunnel {@code address} is no neighbour but the far end behind which {@code mac} is */
    public record Neighbour(IfName device, boolean tunnel, IpAddress address, Mac mac) {}

    static Held of(StackState state) {
        SortedMap<IfName, Link> links = new TreeMap<>();
        for (Map.Entry<IfName, HeldLink> e : state.links().entrySet()) {
            links.put(e.getKey(), link(e.getValue()));
        }
        return new Held(
                links,
                state.isLoopbackUp(),
                state.addresses().stream()
                        .map(a -> new Address(a.device(), a.cidr()))
                        .toList(),
                state.ways().stream().map(w -> new Way(w.route(), w.device())).toList(),
                state.rows().stream()
                        .map(r -> new Neighbour(r.device(), r.tunnel(), r.at(), r.mac()))
                        .toList(),
                new TreeMap<>(state.sysctls()),
                state.filters());
    }

    private static Link link(HeldLink link) {
        HeldLink.Settings set = link.set();
        Optional<PortId> peer =
                link.made() instanceof HeldLink.Made.Cable(var other) ? Optional.of(other) : Optional.empty();
        boolean bridge = link.made() instanceof HeldLink.Made.Bridge;
        return new Link(
                link.index(),
                peer,
                set.up(),
                set.mac(),
                set.mtu() == HeldLink.ANY_MTU ? OptionalInt.empty() : OptionalInt.of(set.mtu()),
                link.port().bridge(),
                bridge ? Optional.of(set.options()) : Optional.empty());
    }
}
