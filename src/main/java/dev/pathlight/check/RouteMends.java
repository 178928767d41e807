package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Spelling;
import dev.pathlight.topology.graph.Segments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives a route what it lacks, takes from it what does not fit, or takes the route away. */
final class RouteMends {
    private RouteMends() {}

    static List<Mend> of(Place at) {
        Route r = route(at);
        return switch (at.finding().rule()) {
            case "route-needs-no-gateway" ->
                changed(at, Sentence.of("Leave gateway and device out"), bare(r, r.source()));
            case "onlink-needs-gateway-and-device" ->
                changed(at, Sentence.of("Leave onlink out"), with(r, r.via(), r.device(), r.source(), false));
            case "route-source-unknown" -> withoutSource(at, r);
            case "route-mixes-families" -> at.isAt("src") ? withoutSource(at, r) : away(at);
            case "route-device-unknown" -> device(at, r);
            case "route-device-down" -> {
                PortId port = new PortId(at.space(), r.device().orElseThrow());
                yield at.mend(Sentence.of("Draw {0} up", port.name()), new Edit.SetUp(port, true));
            }
            case "gateway-needs-device" -> by(at, r, devices(at.stack()).toList());
            case "gateway-is-own-address", "gateway-unreachable", "gateway-absent" -> gateway(at, r);
            default -> away(at);
        };
    }

    private static Route route(Place at) {
        return at.stack().routes().get(at.index("routes"));
    }

    private static Route with(
            Route r, Optional<IpAddress> via, Optional<IfName> device, Optional<IpAddress> source, boolean onLink) {
        return new Route(r.kind(), r.destination(), via, device, source, r.metric(), r.table(), onLink);
    }

    private static Route bare(Route r, Optional<IpAddress> source) {
        return with(r, Optional.empty(), Optional.empty(), source, false);
    }

    private static List<Mend> withoutSource(Place at, Route r) {
        return changed(
                at, Sentence.of("Leave the source out"), with(r, r.via(), r.device(), Optional.empty(), r.onLink()));
    }

    private static List<Mend> changed(Place at, Sentence name, Route next) {
        return at.mend(
                name, new Edit.SetRoutes(at.space(), Place.with(at.stack().routes(), at.index("routes"), next)));
    }

    private static List<Mend> away(Place at) {
        return at.mend(Sentence.of("Take this route away"), new Edit.RemoveRoute(at.space(), at.index("routes")));
    }

    private static Stream<IfName> devices(Namespace s) {
        return Stream.concat(
                s.interfaces().stream().map(Interface::name),
                s.bridges().stream().map(Bridge::name));
    }

    /** The one that was meant; else the kernel finds it from the gateway. */
    private static List<Mend> device(Place at, Route r) {
        String wrong = r.device().orElseThrow().value();
        Optional<String> meant =
                Spelling.nearest(wrong, devices(at.stack()).map(IfName::value).toList());
        if (meant.isPresent()) {
            return by(at, r, List.of(new IfName(meant.get())));
        }
        return r.via().isPresent() && !r.onLink()
                ? changed(
                        at, Sentence.of("Leave the device out"), with(r, r.via(), Optional.empty(), r.source(), false))
                : away(at);
    }

    private static List<Mend> by(Place at, Route r, List<IfName> devices) {
        return devices.stream()
                .flatMap(d -> changed(
                        at, Sentence.of("Send it by {0}", d), with(r, r.via(), Optional.of(d), r.source(), r.onLink()))
                        .stream())
                .toList();
    }

    /** Neighbours that forward, else the route goes. */
    private static List<Mend> gateway(Place at, Route r) {
        List<Mend> mends = new ArrayList<>();
        routers(at, r).stream()
                .limit(3)
                .forEach(a -> mends.addAll(changed(
                        at,
                        Sentence.of("Send it to {0}", a),
                        with(r, Optional.of(a), Optional.empty(), r.source(), false))));
        mends.addAll(away(at));
        return mends;
    }

    /** The addresses of those who forward and are neighbours of the namespace, in a subnet of its own. */
    private static Set<IpAddress> routers(Place at, Route r) {
        Segments segments = Segments.of(at.topology());
        boolean v6 = r.destination().address().v6();
        Set<IpAddress> found = new LinkedHashSet<>();
        for (Interface own : at.stack().interfaces()) {
            if (own.up()) {
                for (PortId there : segments.of(new PortId(at.space(), own.name()))) {
                    addresses(at, there)
                            .map(Cidr::address)
                            .filter(a -> a.v6() == v6)
                            .filter(a -> own.addresses().stream().anyMatch(c -> c.contains(a)))
                            .filter(a -> forwards(at, there.space(), v6))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Stream<Cidr> addresses(Place at, PortId port) {
        return at.topology().find(port.space()).stream()
                .flatMap(s -> Stream.concat(
                        s.findInterface(port.name()).stream().flatMap(i -> i.addresses().stream()),
                        s.findBridge(port.name()).stream().flatMap(b -> b.addresses().stream())));
    }

    private static boolean forwards(Place at, SpaceId space, boolean v6) {
        String key = v6 ? "ipv6.conf.all.forwarding" : "ipv4.ip_forward";
        return !space.equals(at.space())
                && at.topology()
                        .find(space)
                        .filter(s -> "1".equals(s.sysctls().get(key)))
                        .isPresent();
    }
}
