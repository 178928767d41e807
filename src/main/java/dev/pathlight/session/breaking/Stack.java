package dev.pathlight.session.breaking;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.WrittenRoutes;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One network stack of the drawing as it runs. */
record Stack(SpaceId id, Namespace drawn, SpaceState now) {
    String name() {
        return id.shortName();
    }

    String name(LinkRow device) {
        return name() + " " + device.name();
    }

    PortId port(LinkRow device) {
        return new PortId(id, new IfName(device.name()));
    }

    /** Interfaces and bridges that are drawn and there. */
    List<LinkRow> devices() {
        return Stream.concat(
                        drawn.interfaces().stream().map(i -> i.name()),
                        drawn.bridges().stream().map(b -> b.name()))
                .flatMap(n -> now.link(n.value()).stream())
                .toList();
    }

    /** The lo that containers talk over; empty where there are none. */
    Optional<LinkRow> loopback() {
        return drawn.containers().isEmpty() ? Optional.empty() : now.link("lo");
    }

    /** A device's addresses of one IP version, link-local ones left out. */
    List<Cidr> addresses(LinkRow device, boolean v6) {
        return now.addresses().stream()
                .filter(a -> a.index() == device.index()
                        && a.scope() == 0
                        && a.address().address().v6() == v6)
                .map(a -> a.address())
                .toList();
    }

    /** Devices that have addresses of an IP version, and are up. */
    List<LinkRow> addressed(boolean v6) {
        return devices().stream()
                .filter(d -> d.isUp() && !addresses(d, v6).isEmpty())
                .toList();
    }

    /** Routes that somebody wrote, which nobody but us would bring back. */
    List<RouteRow> written() {
        return WrittenRoutes.in(now);
    }

    /** As an operation says it; empty for one that no operation can say wholly, or that leads nowhere. */
    Optional<Route> route(RouteRow row) {
        return WrittenRoutes.drawn(row, now)
                .filter(r -> r.device().isPresent() && !r.onLink())
                .map(r -> r.withMetric(row.metric() == 0 ? OptionalInt.empty() : OptionalInt.of((int) row.metric())));
    }

    /** Puts a route where {@code was} stands: in front of those to the same destination, or behind them. */
    NetOp.AddRoute add(Route route, RouteRow was) {
        List<RouteRow> alike = now.routes().stream()
                .filter(r -> r.destination().equals(was.destination())
                        && r.metric() == was.metric()
                        && r.table() == was.table())
                .toList();
        boolean inFront = !was.destination().address().v6() && alike.indexOf(was) < alike.size() - 1;
        return new NetOp.AddRoute(id, route, OptionalInt.of(was.device()), inFront);
    }

    NetOp delete(Route route, int device) {
        return new NetOp.DeleteRoute(id, route, OptionalInt.of(device));
    }

    NetOp sysctl(String key, int value) {
        return new NetOp.WriteSysctl(id, key, String.valueOf(value));
    }
}
