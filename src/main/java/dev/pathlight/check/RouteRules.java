package dev.pathlight.check;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about routes: mostly what the kernel would refuse while the drawing is being run. */
final class RouteRules {
    static final List<Rule> ALL =
            List.of(RouteRules::shapes, RouteRules::devices, RouteRules::sources, RouteRules::twice);

    private RouteRules() {}

    /** A route with its place; {@code index} counts those before it. */
    record Placed(Drawn.Space space, Route route, int index) {
        String field() {
            return space.field("routes", index);
        }

        String field(String name) {
            return FieldPath.member(field(), name);
        }

        Sentence what() {
            return route.isDefault()
                    ? Sentence.of("the default route in {0}", space.id().shortName())
                    : Sentence.of(
                            "the route to {0} in {1}",
                            route.destination(), space.id().shortName());
        }
    }

    static void each(Drawn drawn, java.util.function.Consumer<Placed> visit) {
        for (Drawn.Space s : drawn.spaces()) {
            List<Route> routes = s.namespace().routes();
            for (int i = 0; i < routes.size(); i++) {
                visit.accept(new Placed(s, routes.get(i), i));
            }
        }
    }

    private static void shapes(Drawn drawn, Findings out) {
        each(drawn, p -> {
            Route r = p.route();
            boolean leads = r.via().isPresent() || r.device().isPresent();
            if (r.kind() == Route.Kind.UNICAST && !leads) {
                out.error(
                        "route-leads-nowhere",
                        p.space().id(),
                        p.field(),
                        Sentence.of("{0} has neither a gateway nor a device", p.what()),
                        Sentence.of("Add \"via\" or \"dev\", or make it a \"kind\": \"blackhole\"."));
            }
            if (r.kind() != Route.Kind.UNICAST && leads) {
                String kind = r.kind().name().toLowerCase(java.util.Locale.ROOT);
                out.error(
                        "route-needs-no-gateway",
                        p.space().id(),
                        p.field("kind"),
                        Sentence.of("{0} is {1} and cannot have a gateway or device", p.what(), kind),
                        Sentence.of("Leave \"via\" and \"dev\" out, or leave \"kind\" out."));
            }
            if (r.onLink() && (r.via().isEmpty() || r.device().isEmpty())) {
                out.error(
                        "onlink-needs-gateway-and-device",
                        p.space().id(),
                        p.field("onlink"),
                        Sentence.of("{0} says onlink without both a gateway and a device", p.what()),
                        Sentence.of("Add \"via\" and \"dev\", or leave \"onlink\" out."));
            }
            family(p, "via", r.via(), out);
            family(p, "src", r.source(), out);
        });
    }

    private static void family(Placed p, String field, Optional<IpAddress> address, Findings out) {
        boolean v6 = p.route().destination().address().v6();
        address.filter(a -> a.v6() != v6)
                .ifPresent(a -> out.error(
                        "route-mixes-families",
                        p.space().id(),
                        p.field(field),
                        Sentence.of("{0} is {1}, but \"{2}\" is {3}", p.what(), v6 ? "IPv6" : "IPv4", field, a),
                        Sentence.of("Use addresses of one family in a route.")));
    }

    private static void devices(Drawn drawn, Findings out) {
        each(drawn, p -> p.route().device().ifPresent(name -> device(drawn, p, name, out)));
    }

    private static void device(Drawn drawn, Placed p, IfName name, Findings out) {
        Optional<Drawn.Port> port = p.space().find(name.value());
        if (port.isEmpty()) {
            List<String> known =
                    p.space().ports().stream().map(x -> x.id().name().value()).toList();
            out.error(
                    "route-device-unknown",
                    p.space().id(),
                    p.field("dev"),
                    Sentence.of("{0} leaves by {1}, which is not drawn in that namespace", p.what(), name),
                    Spelling.didYouMean(name.value(), known, Sentence.of("Name one of its interfaces or bridges.")));
        } else if (!drawn.isMade(port.get())) {
            out.error(
                    "route-device-without-cable",
                    port.get().id(),
                    p.field("dev"),
                    Sentence.of("{0} leaves by {1}, which has no cable and so is not made", p.what(), name),
                    Sentence.of("Draw a cable from it, or take the route away."));
        } else if (!port.get().isUp()) {
            out.error(
                    "route-device-down",
                    port.get().id(),
                    p.field("dev"),
                    Sentence.of("{0} leaves by {1}, which is drawn down: Linux refuses such a route", p.what(), name),
                    Sentence.of("Draw {0} up, or take the route away.", name));
        }
    }

    private static void sources(Drawn drawn, Findings out) {
        each(
                drawn,
                p -> p.route()
                        .source()
                        .filter(s -> owner(p.space(), s).isEmpty())
                        .ifPresent(s -> out.error(
                                "route-source-unknown",
                                p.space().id(),
                                p.field("src"),
                                Sentence.of(
                                        "{0} prefers the source {1}, which no interface of {2} has",
                                        p.what(), s, p.space().id().shortName()),
                                Sentence.of("Name one of its own addresses, or leave \"src\" out."))));
    }

    static Optional<Drawn.Port> owner(Drawn.Space space, IpAddress address) {
        return space.ports().stream()
                .filter(p -> p.addresses().stream().map(Cidr::address).anyMatch(address::equals))
                .findFirst();
    }

    private static void twice(Drawn drawn, Findings out) {
        Set<List<Object>> seen = new HashSet<>();
        each(drawn, p -> {
            if (!seen.add(List.of(p.space().id(), p.route()))) {
                out.error(
                        "route-written-twice",
                        p.space().id(),
                        p.field(),
                        Sentence.of("{0} is drawn twice with the same gateway and device", p.what()),
                        Sentence.of("Remove one, or let them differ in gateway, device or metric."));
            }
        });
    }
}
