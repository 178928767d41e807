package dev.pathlight.check;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules about gateways. Linux takes a route only when its gateway is a neighbour: in the subnet of an interface that
 * is up, or covered by a route without a gateway. The planner adds those first, so their order on the drawing does
 * not matter.
 */
final class GatewayRules {
    static final List<Rule> ALL = List.of(GatewayRules::gateways);

    private static final Cidr LINK_LOCAL_V6 = Cidr.parse("fe80::/10");

    private GatewayRules() {}

    private static void gateways(Drawn drawn, Findings out) {
        RouteRules.each(
                drawn,
                p -> p.route()
                        .via()
                        .filter(via ->
                                via.v6() == p.route().destination().address().v6())
                        .filter(via -> !p.route().onLink())
                        .ifPresent(via -> gateway(drawn, p, via, out)));
    }

    private static void gateway(Drawn drawn, RouteRules.Placed p, IpAddress via, Findings out) {
        boolean linkLocal = LINK_LOCAL_V6.contains(via);
        List<Drawn.Port> towards = towards(drawn, p, via, linkLocal).toList();
        if (linkLocal && p.route().device().isEmpty()) {
            out.error(
                    "gateway-needs-device",
                    p.space().id(),
                    p.field("via"),
                    Sentence.of("{0} has the link-local gateway {1} but no device", p.what(), via),
                    Sentence.of("Add \"dev\": every link has its own link-local addresses."));
        } else if (RouteRules.owner(p.space(), via).isPresent()) {
            out.error(
                    "gateway-is-own-address",
                    p.space().id(),
                    p.field("via"),
                    Sentence.of("{0} has its own address {1} as gateway", p.what(), via),
                    Sentence.of("Name the address of the neighbour that forwards."));
        } else if (towards.isEmpty()) {
            out.error(
                    "gateway-unreachable",
                    p.space().id(),
                    p.field("via"),
                    p.route()
                            .device()
                            .map(d -> Sentence.of(
                                    "{0} has the gateway {1}, which is not in a subnet of {2}: Linux refuses it",
                                    p.what(), via, d))
                            .orElseGet(() -> Sentence.of(
                                    "{0} has the gateway {1}, which is in the subnet of no interface there: Linux"
                                            + " refuses it",
                                    p.what(), via)),
                    Sentence.of(
                            "Use a gateway in a subnet of {0}, or give it an address there.",
                            p.space().id().shortName()));
        } else if (!linkLocal
                && towards.stream().noneMatch(t -> drawn.segments().isThere(t.id(), via))) {
            out.warning(
                    "gateway-absent",
                    p.space().id(),
                    p.field("via"),
                    Sentence.of(
                            "{0} has the gateway {1}, but nobody joined to {2} has that address",
                            p.what(), via, towards.getFirst().id().name()),
                    Sentence.of(
                            "Packets will die for want of a neighbour. Give the router that address, or name another"
                                    + " gateway."));
        }
    }

    /** The devices by which {@code via} is a neighbour. */
    private static Stream<Drawn.Port> towards(Drawn drawn, RouteRules.Placed p, IpAddress via, boolean linkLocal) {
        List<Route> routes = p.space().namespace().routes();
        return p.space().ports().stream()
                .filter(port -> drawn.isMade(port) && port.isUp())
                .filter(port -> p.route().device().map(port.id().name()::equals).orElse(true))
                .filter(port -> linkLocal
                        || port.addresses().stream().anyMatch(a -> a.contains(via))
                        || routes.stream().anyMatch(r -> covers(r, port, via)));
    }

    private static boolean covers(Route r, Drawn.Port port, IpAddress via) {
        return r.kind() == Route.Kind.UNICAST
                && r.via().isEmpty()
                && r.device().equals(Optional.of(port.id().name()))
                && r.destination().contains(via);
    }
}
