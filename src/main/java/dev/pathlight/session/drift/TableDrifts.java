package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.WrittenRoutes;
import dev.pathlight.plan.Held;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RouteRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/** Addresses and routes that were written or deleted by hand. */
record TableDrifts(Expected expected, SpaceState now) {
    /** IFA_F_PERMANENT of {@code linux/if_addr.h}: not one that a router gave. */
    private static final int PERMANENT = 0x80;

    private static final int IPV6_METRIC = 1024;
    private static final int MAIN = 254;
    private static final int LOOPBACK_INDEX = 1;

    void find() {
        Held held = expected.at(now.id()).orElseThrow();
        addresses(held);
        routes(held);
    }

    private Optional<LinkRow> link(IfName name) {
        return now.link(name.value());
    }

    private void addresses(Held held) {
        List<Held.Address> is = now.addresses().stream()
                .filter(a -> a.scope() == 0 && (a.flags() & PERMANENT) != 0)
                .flatMap(a ->
                        now.link(a.index()).stream().map(l -> new Held.Address(new IfName(l.name()), a.address())))
                .filter(a -> a.device().value().equals("lo") || held.links().containsKey(a.device()))
                .toList();
        // New ones first: with its last address a device would lose its routes.
        for (Held.Address a : is) {
            if (!held.addresses().contains(a)) {
                Sentence words = Sentence.of("{0} has the address {1}", Named.in(now, a.device()), a.cidr());
                address(a, Drift.Mark.NEW, words, index -> new NetOp.AddAddress(now.id(), index, a.device(), a.cidr()));
            }
        }
        for (Held.Address a : held.addresses()) {
            if (!is.contains(a)) {
                Sentence words = Sentence.of("{0} lacks its address {1}", Named.in(now, a.device()), a.cidr());
                address(
                        a,
                        Drift.Mark.GONE,
                        words,
                        index -> new NetOp.DeleteAddress(now.id(), index, a.device(), a.cidr()));
            }
        }
    }

    /** The loopback's cannot be drawn, and no plan knows them. */
    private void address(Held.Address a, Drift.Mark mark, Sentence words, IntFunction<NetOp> happened) {
        PortId id = new PortId(now.id(), a.device());
        if (a.device().value().equals("lo")) {
            NetOp undoing = new NetOp.DeleteAddress(now.id(), LOOPBACK_INDEX, a.device(), a.cidr());
            expected.add(new Drift(id.toString(), mark, words, List.of(), List.of(undoing)));
            return;
        }
        link(a.device()).ifPresent(l -> expected.add(id, mark, words, List.of(happened.apply(l.index()))));
    }

    private void routes(Held held) {
        List<Held.Way> missing = new ArrayList<>(held.routes());
        Set<NetOp> undrawable = new LinkedHashSet<>();
        for (RouteRow row : WrittenRoutes.in(now)) {
            Optional<Route> drawable = WrittenRoutes.drawn(row, now);
            drawable.ifPresent(is -> {
                Optional<Held.Way> known =
                        missing.stream().filter(w -> isSame(w, is)).findFirst();
                known.ifPresentOrElse(missing::remove, () -> newRoute(is));
            });
            if (drawable.isEmpty() && row.type() == WrittenRoutes.UNICAST) {
                undrawable.add(delete(row));
            }
        }
        undrawable.forEach(this::undrawable);
        missing.forEach(this::missing);
    }

    /** One operation for all next hops of a route. */
    private NetOp delete(RouteRow row) {
        Route route = new Route(
                Route.Kind.UNICAST,
                row.destination(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of((int) row.metric()),
                row.table() == MAIN ? OptionalInt.empty() : OptionalInt.of(row.table()),
                false);
        return new NetOp.DeleteRoute(now.id(), route, OptionalInt.empty());
    }

    private void undrawable(NetOp delete) {
        if (delete instanceof NetOp.DeleteRoute d) {
            Sentence words = Sentence.of(
                    "{0} has a route to {1} with more to it",
                    now.id().shortName(), d.route().destination());
            expected.add(new Drift(now.id().toString(), Drift.Mark.NEW, words, List.of(), List.of(delete)));
        }
    }

    private static boolean isSame(Held.Way drawn, Route is) {
        Route route = drawn.route();
        int usual = is.destination().address().v6() ? IPV6_METRIC : 0;
        return route.kind() == is.kind()
                && route.destination().equals(is.destination())
                && route.via().equals(is.via())
                && (drawn.device().isEmpty()
                        || is.device().isEmpty()
                        || drawn.device().equals(is.device()))
                && route.source().equals(is.source())
                && route.metric().orElse(usual) == is.metric().orElse(usual)
                && route.table().orElse(MAIN) == is.table().orElse(MAIN);
    }

    private OptionalInt index(Optional<IfName> device) {
        return device.flatMap(this::link).map(l -> OptionalInt.of(l.index())).orElse(OptionalInt.empty());
    }

    private void newRoute(Route is) {
        String name = now.id().shortName();
        Sentence words = is.via()
                .map(via -> is.isDefault()
                        ? Sentence.of("{0} has a default route by {1}", name, via)
                        : Sentence.of("{0} has a route to {1} by {2}", name, is.destination(), via))
                .orElseGet(() -> Sentence.of("{0} has a route to {1}", name, is.destination()));
        NetOp added = new NetOp.AddRoute(now.id(), is, index(is.device()));
        expected.add(Drift.of(now.id().toString(), Drift.Mark.NEW, words, List.of(added)));
    }

    private void missing(Held.Way way) {
        Route route = way.route();
        String name = now.id().shortName();
        Sentence words = route.isDefault()
                ? Sentence.of("{0} lacks its default route", name)
                : Sentence.of("{0} lacks its route to {1}", name, route.destination());
        NetOp deleted = new NetOp.DeleteRoute(now.id(), route, index(route.device()));
        expected.add(Drift.of(now.id().toString(), Drift.Mark.GONE, words, List.of(deleted)));
    }
}
