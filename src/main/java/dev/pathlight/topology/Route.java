package dev.pathlight.topology;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A route drawn in a namespace. Two routes to one destination are legal; their order is the order in which the kernel
 * tries them.
 *
 * @param destination the network, host bits zero; a prefix length of 0 is the default route
 * @param via the next hop
 * @param device the interface it leaves by; where empty the kernel finds it from {@code via}
 * @param source the preferred source address
 * @param metric priority, 0..4294967295 kept to an int here; lower wins; empty is 0 for IPv4, 1024 for IPv6
 * @param table routing table number; empty is main (254)
 * @param onLink the gateway counts as reachable by {@code device}, whatever the addresses there say (RTNH_F_ONLINK)
 */
public record Route(
        Kind kind,
        Cidr destination,
        Optional<IpAddress> via,
        Optional<IfName> device,
        Optional<IpAddress> source,
        OptionalInt metric,
        OptionalInt table,
        boolean onLink) {
    /** What happens to a packet that matches ({@code rtm_type} of {@code linux/rtnetlink.h}). */
    public enum Kind {
        UNICAST,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT
    }

    public Route {
        Bounds.notNegative("metric", metric);
        Bounds.notNegative("table", table);
        if (!destination.equals(destination.network())) {
            throw new Malformed(
                    Sentence.of("{0} has host bits; the network is {1}", destination, destination.network()));
        }
    }

    public static Route via(Cidr destination, IpAddress via) {
        return new Route(
                Kind.UNICAST,
                destination,
                Optional.of(via),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
    }

    public boolean isDefault() {
        return destination.prefix() == 0;
    }

    public Route withMetric(OptionalInt next) {
        return new Route(kind, destination, via, device, source, next, table, onLink);
    }

    /** Through {@code device}, on which the gateway is taken to be. */
    public Route onLinkBy(IfName device) {
        return new Route(kind, destination, via, Optional.of(device), source, metric, table, true);
    }

    public Route withDevice(Optional<IfName> next) {
        return new Route(kind, destination, via, next, source, metric, table, onLink);
    }
}
