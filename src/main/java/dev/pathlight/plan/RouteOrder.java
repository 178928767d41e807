package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which a namespace's routes can be added: as drawn, but a route whose gateway is only reachable by
 * another comes after that one, for the kernel refuses a gateway that is on no link. Routes to one destination keep
 * their order. Those to an IPv4 network that the namespace has an address in go in front of the route that the kernel
 * made with the address (behind it they would never be used), so the last of them is added first.
 */
final class RouteOrder {
    /** The kernel's metric for an IPv6 route that names none (IP6_RT_PRIO_USER). */
    private static final int IPV6_METRIC = 1024;

    /** {@code RT_TABLE_MAIN}. */
    private static final int TABLE_MAIN = 254;

    private static final Cidr LINK_LOCAL = Cidr.parse("fe80::/10");

    private final List<Cidr> onLink = new ArrayList<>();
    private final List<Cidr> outOfReach = new ArrayList<>();
    private final Predicate<IfName> carries;
    private final List<Route> pending;
    private final List<Route> ordered = new ArrayList<>();

    private RouteOrder(Namespace space, Predicate<IfName> carries) {
        this.carries = carries;
        addresses(space, carries).map(Cidr::network).forEach(onLink::add);
        addresses(space, carries.negate()).map(Cidr::network).forEach(outOfReach::add);
        onLink.add(LINK_LOCAL);
        pending = new ArrayList<>(space.routes());
        pending.removeIf(r -> r.device().filter(carries.negate()).isPresent());
    }

    private static Stream<Cidr> addresses(Namespace space, Predicate<IfName> at) {
        return Stream.concat(
                space.interfaces().stream().filter(i -> at.test(i.name())).flatMap(i -> i.addresses().stream()),
                space.bridges().stream().filter(b -> at.test(b.name())).flatMap(b -> b.addresses().stream()));
    }

    /** Its gateway is a neighbour at a link that is not there, or down: the kernel would refuse the route. */
    private boolean waits(Route route) {
        return route.via()
                .filter(via -> outOfReach.stream().anyMatch(n -> n.contains(via)))
                .isPresent();
    }

    /** @param inFront before the connected route, and so before those added to this destination so far */
    record Placed(Route route, boolean inFront) {}

    /** @param carries whether routes can lead by a device: it is there, and up */
    static List<Placed> of(Namespace space, Predicate<IfName> carries) {
        RouteOrder order = new RouteOrder(space, carries);
        while (order.takeWhatIsReady()) {
            // Each round may make further gateways reachable.
        }
        order.pending.stream().filter(r -> !order.waits(r)).forEach(order.ordered::add);
        return placed(withDistinctMetrics(order.ordered), order.connected(space));
    }

    private Set<Cidr> connected(Namespace space) {
        return addresses(space, carries)
                .filter(a -> !a.address().v6() && a.prefix() < a.address().width())
                .map(Cidr::network)
                .collect(Collectors.toSet());
    }

    /** Each group that goes in front stands where its first member stood, turned round. */
    private static List<Placed> placed(List<Route> routes, Set<Cidr> connected) {
        Map<Cidr, List<Placed>> fronts = new HashMap<>();
        List<List<Placed>> groups = new ArrayList<>();
        for (Route route : routes) {
            if (connected.contains(route.destination()) && isInMainAtMetricZero(route)) {
                List<Placed> front = fronts.computeIfAbsent(route.destination(), d -> {
                    List<Placed> group = new ArrayList<>();
                    groups.add(group);
                    return group;
                });
                front.addFirst(new Placed(route, true));
            } else {
                groups.add(List.of(new Placed(route, false)));
            }
        }
        return groups.stream().flatMap(List::stream).toList();
    }

    private static boolean isInMainAtMetricZero(Route route) {
        return route.metric().orElse(0) == 0 && route.table().orElse(TABLE_MAIN) == TABLE_MAIN;
    }

    private boolean takeWhatIsReady() {
        boolean any = false;
        List<Cidr> waiting = new ArrayList<>();
        for (Iterator<Route> i = pending.iterator(); i.hasNext(); ) {
            Route route = i.next();
            if (!isReady(route) || waiting.contains(route.destination())) {
                waiting.add(route.destination());
                continue;
            }
            i.remove();
            ordered.add(route);
            any = true;
            if (route.via().isEmpty() && route.kind() == Route.Kind.UNICAST) {
                onLink.add(route.destination());
            }
        }
        return any && !pending.isEmpty();
    }

    private boolean isReady(Route route) {
        return route.via().isEmpty() || route.onLink() || isOnLink(route.via().get());
    }

    private boolean isOnLink(IpAddress gateway) {
        return onLink.stream().anyMatch(n -> n.contains(gateway));
    }

    /**
     * In IPv6, routes to one destination with one metric become a single multipath route. Where the drawing names no
     * metric, the later ones get a higher one each, so that the first drawn is the one used.
     */
    private static List<Route> withDistinctMetrics(List<Route> routes) {
        List<Route> distinct = new ArrayList<>();
        for (Route route : routes) {
            boolean free = !route.destination().address().v6() || route.metric().isPresent();
            int metric = IPV6_METRIC;
            while (!free && isTaken(distinct, route, metric)) {
                metric++;
            }
            distinct.add(free || metric == IPV6_METRIC ? route : withMetric(route, metric));
        }
        return distinct;
    }

    private static boolean isTaken(List<Route> earlier, Route route, int metric) {
        return earlier.stream()
                .anyMatch(r -> r.destination().equals(route.destination())
                        && r.table().equals(route.table())
                        && r.metric().orElse(IPV6_METRIC) == metric);
    }

    private static Route withMetric(Route r, int metric) {
        return r.withMetric(OptionalInt.of(metric));
    }
}
