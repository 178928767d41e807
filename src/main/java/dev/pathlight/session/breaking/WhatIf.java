package dev.pathlight.session.breaking;

import dev.pathlight.plan.FilterChain;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RouteRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a ping would be answered, were something done to what runs. Re-enacted from the tables as far as the offered
 * mistakes go, to choose one that will be felt; a verdict is never made of it.
 */
final class WhatIf {
    private static final int MAIN = 254;
    private static final int LOCAL = 255;
    private static final int UNICAST = 1;
    private static final int KERNEL = 2;
    private static final int STATIC = 4;
    private static final int MOST_ROUTERS = 16;

    private final Stacks stacks;
    private final Map<SpaceId, List<RouteRow>> rows = new HashMap<>();
    /** Interfaces and bridges that nothing passes. */
    private final Set<PortId> shut = new HashSet<>();

    private final Set<PortId> strict = new HashSet<>();
    private final Set<Unwilling> unwilling = new HashSet<>();
    private final Set<Filtering> filtering = new HashSet<>();

    /** A network stack that passes nothing on. */
    private record Unwilling(SpaceId space, boolean v6) {}

    private record Filtering(SpaceId space, FilterChain.Hook hook) {}

    WhatIf(Stacks stacks, List<NetOp> done) {
        this.stacks = stacks;
        done.forEach(this::take);
    }

    private void take(NetOp op) {
        switch (op) {
            case NetOp.SetUp o -> shut.add(new PortId(o.space(), o.name()));
            case NetOp.LeaveBridge o -> shut.add(new PortId(o.space(), o.port()));
            case NetOp.SetMtu o -> shut.add(new PortId(o.space(), o.name()));
            case NetOp.DeleteRoute o -> rows(o.space()).removeIf(r -> is(r, o.route()));
            case NetOp.AddRoute o ->
                rows(o.space())
                        .add(
                                o.inFront() ? 0 : rows(o.space()).size(),
                                row(
                                        o.route().destination(),
                                        o.route().via(),
                                        o.deviceIndex().orElse(0),
                                        STATIC));
            case NetOp.AddAddress o ->
                rows(o.space()).add(row(o.address().network(), Optional.empty(), o.index(), KERNEL));
            case NetOp.DeleteAddress o ->
                rows(o.space())
                        .removeIf(r -> r.protocol() == KERNEL
                                && r.device() == o.index()
                                && r.destination().equals(o.address().network()));
            case NetOp.WriteSysctl o -> set(o.space(), o.key(), o.value());
            case NetOp.AddFilterChain o ->
                filtering.add(new Filtering(o.space(), o.chain().hook()));
            default -> {}
        }
    }

    private void set(SpaceId space, String key, String value) {
        String[] parts = key.split("\\.");
        switch (parts[parts.length - 1]) {
            case "ip_forward", "forwarding" -> unwilling.add(new Unwilling(space, key.startsWith("ipv6")));
            case "rp_filter" -> {
                if (value.equals("1") && !parts[2].equals("all")) {
                    strict.add(new PortId(space, new IfName(parts[2].replace('/', '.'))));
                }
            }
            default -> {}
        }
    }

    private List<RouteRow> rows(SpaceId space) {
        return rows.computeIfAbsent(
                space,
                s -> new ArrayList<>(stacks.find(s).stream()
                        .flatMap(x -> x.now().routes().stream())
                        .filter(r -> r.table() == MAIN || r.table() == LOCAL)
                        .toList()));
    }

    private static boolean is(RouteRow r, Route route) {
        return r.table() == MAIN
                && r.destination().equals(route.destination())
                && r.gateway().equals(route.via());
    }

    private static RouteRow row(Cidr to, Optional<IpAddress> via, int device, int protocol) {
        return new RouteRow(to, via, device, Optional.empty(), 0, MAIN, UNICAST, 0, protocol);
    }

    /** One namespace pings another: do request and reply arrive? */
    boolean isAnswered(SpaceId from, SpaceId to) {
        return stacks.find(from)
                .flatMap(a -> stacks.find(to)
                        .flatMap(b -> goal(a, b)
                                .flatMap(goal -> source(a, goal)
                                        .map(source -> arrives(a, source, goal) && arrives(b, goal, source)))))
                .orElse(false);
    }

    /** The address that a session would ping: see Reachability. */
    private Optional<IpAddress> goal(Stack from, Stack to) {
        List<IpAddress> all = to.devices().stream()
                .flatMap(d -> addresses(to, d))
                .map(Cidr::address)
                .toList();
        List<Cidr> own =
                from.devices().stream().flatMap(d -> addresses(from, d)).toList();
        return all.stream()
                .filter(a -> own.stream().anyMatch(n -> n.contains(a)))
                .findFirst()
                .or(() -> all.stream().filter(a -> best(from, a).isPresent()).findFirst());
    }

    private static Stream<Cidr> addresses(Stack stack, LinkRow device) {
        return Stream.of(false, true).flatMap(v6 -> stack.addresses(device, v6).stream());
    }

    private Optional<IpAddress> source(Stack from, IpAddress goal) {
        return best(from, goal)
                .flatMap(r -> r.source()
                        .or(() -> from.now().link(r.device()).stream()
                                .flatMap(d -> from.addresses(d, goal.v6()).stream())
                                .map(Cidr::address)
                                .findFirst()));
    }

    private Optional<RouteRow> best(Stack at, IpAddress to) {
        return rows(at.id()).stream()
                .filter(r -> r.destination().contains(to))
                .max(Comparator.<RouteRow>comparingInt(r -> r.destination().prefix())
                        .thenComparing(
                                Comparator.comparingLong(RouteRow::metric).reversed())
                        .thenComparing(
                                Comparator.comparingInt(rows(at.id())::indexOf).reversed()))
                .filter(r -> r.type() == UNICAST);
    }

    private boolean arrives(Stack first, IpAddress from, IpAddress to) {
        Stack at = first;
        for (int i = 0; i < MOST_ROUTERS; i++) {
            Optional<RouteRow> row = best(at, to);
            Stack here = at;
            Optional<LinkRow> out = row.flatMap(r -> here.now().link(r.device()));
            Optional<Stacks.Holder> next =
                    out.flatMap(o -> next(here, o, row.get().gateway().orElse(to)));
            if (next.isEmpty() || !isLetIn(next.get(), from, to)) {
                return false;
            }
            at = next.get().stack();
            if (owns(at, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean owns(Stack stack, IpAddress address) {
        return stack.devices().stream()
                .flatMap(d -> addresses(stack, d))
                .anyMatch(a -> a.address().equals(address));
    }

    /** Who has an address at the other end of a link that nothing shuts. */
    private Optional<Stacks.Holder> next(Stack at, LinkRow out, IpAddress hop) {
        return stacks.all().stream()
                .filter(s -> !s.id().equals(at.id()))
                .flatMap(s -> s.devices().stream().flatMap(d -> addresses(s, d).map(a -> new Stacks.Holder(s, d, a))))
                .filter(h -> h.address().address().equals(hop) && isOpen(at, out, h))
                .findFirst();
    }

    private boolean isOpen(Stack at, LinkRow out, Stacks.Holder next) {
        PortId a = at.port(out);
        PortId b = next.stack().port(next.device());
        boolean tunnel = out.kind().equals("vxlan") && next.device().kind().equals("vxlan");
        Set<PortId> passed = tunnel ? Set.of(a, b) : stacks.segments().between(a, b);
        return !passed.isEmpty() && passed.stream().noneMatch(shut::contains);
    }

    private boolean isLetIn(Stacks.Holder by, IpAddress from, IpAddress to) {
        Stack stack = by.stack();
        boolean mine = owns(stack, to);
        boolean wayBack = !strict.contains(stack.port(by.device()))
                || best(stack, from)
                        .filter(r -> r.device() == by.device().index())
                        .isPresent();
        FilterChain.Hook hook = mine ? FilterChain.Hook.INPUT : FilterChain.Hook.FORWARD;
        return wayBack
                && !filtering.contains(new Filtering(stack.id(), hook))
                && (mine || !unwilling.contains(new Unwilling(stack.id(), to.v6())));
    }
}
