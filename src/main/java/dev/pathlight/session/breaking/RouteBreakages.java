package dev.pathlight.session.breaking;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What is done wrong with the routes that somebody wrote. */
record RouteBreakages(Stacks stacks, Stack stack) {
    /** As many networks are tried for a gateway that is in none. */
    private static final int TRIES = 64;

    private static final long V4 = 0xffff_ffffL;

    /** A network part of 64 bits and a number in it of 64 (RFC 4291, 2.5.1). */
    private static final int HALF = 64;

    private static final long LAST_V6 = 0xfffe;

    Stream<Breakage> all() {
        return stack.written().stream()
                .flatMap(row -> stack.route(row).stream()
                        .flatMap(route -> Stream.of(missing(route, row), wrong(route, row), outside(route, row))
                                .flatMap(Optional::stream)));
    }

    private Breakage breakage(Breakage.Kind kind, Sentence words, List<NetOp> doing, List<NetOp> undoing) {
        return new Breakage(kind, stack.id().toString(), words, doing, undoing);
    }

    private Optional<Breakage> missing(Route route, RouteRow row) {
        Sentence words = route.isDefault()
                ? Sentence.of("{0} lacks its default route", stack.name())
                : Sentence.of("{0} lacks its route to {1}", stack.name(), route.destination());
        return Optional.of(breakage(
                Breakage.Kind.ROUTE_MISSING,
                words,
                List.of(stack.delete(route, row.device())),
                List.of(stack.add(route, row))));
    }

    /** A gateway on the same network that nobody is. */
    private Optional<Breakage> wrong(Route route, RouteRow row) {
        return network(row).flatMap(this::nobody).map(gateway -> {
            Route wrong = through(route, gateway);
            Sentence words = route.isDefault()
                    ? Sentence.of("{0} has a wrong default gateway, {1}", stack.name(), gateway)
                    : Sentence.of(
                            "{0} goes to {1} by a wrong gateway, {2}", stack.name(), route.destination(), gateway);
            return breakage(
                    Breakage.Kind.WRONG_GATEWAY,
                    words,
                    List.of(stack.delete(route, row.device()), stack.add(wrong, row)),
                    List.of(stack.delete(wrong, row.device()), stack.add(route, row)));
        });
    }

    /** The kernel takes a gateway outside the device's networks when a route to it alone is written first. */
    private Optional<Breakage> outside(Route route, RouteRow row) {
        return network(row).flatMap(n -> stranger(n, row)).map(gateway -> {
            Route wrong = through(route, gateway);
            Route alone = new Route(
                    Route.Kind.UNICAST,
                    new Cidr(gateway, gateway.width()),
                    Optional.empty(),
                    route.device(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    route.table(),
                    false);
            NetOp bridgehead = new NetOp.AddRoute(stack.id(), alone, OptionalInt.of(row.device()));
            Sentence words = route.isDefault()
                    ? Sentence.of("{0} has a default gateway outside its networks, {1}", stack.name(), gateway)
                    : Sentence.of(
                            "{0} goes to {1} by a gateway outside its networks, {2}",
                            stack.name(), route.destination(), gateway);
            return breakage(
                    Breakage.Kind.WRONG_GATEWAY,
                    words,
                    List.of(bridgehead, stack.delete(route, row.device()), stack.add(wrong, row)),
                    List.of(
                            stack.delete(wrong, row.device()),
                            stack.add(route, row),
                            stack.delete(alone, row.device())));
        });
    }

    private static Route through(Route route, IpAddress gateway) {
        return new Route(
                route.kind(),
                route.destination(),
                Optional.of(gateway),
                route.device(),
                route.source(),
                route.metric(),
                route.table(),
                route.onLink());
    }

    /** Where a gateway is: the network of its device that it lies in, with the gateway as its address. */
    private Optional<Cidr> network(RouteRow row) {
        Optional<IpAddress> gateway = row.gateway();
        return gateway.flatMap(g -> stack.now()
                .link(row.device())
                .flatMap(d -> stack.addresses(d, g.v6()).stream()
                        .filter(a -> a.contains(g))
                        .findFirst())
                .filter(a -> !g.v6() || a.prefix() == HALF)
                .map(a -> new Cidr(g, a.prefix())));
    }

    /** The highest address that nobody has. */
    private Optional<IpAddress> nobody(Cidr network) {
        IpAddress first6 = network.network().address();
        if (first6.v6()) {
            return LongStream.iterate(LAST_V6, n -> n - 1)
                    .limit(TRIES)
                    .mapToObj(n -> new IpAddress(true, first6.high(), n))
                    .filter(a -> !stacks.isTaken(a))
                    .findFirst();
        }
        long size = 1L << network.address().width() - network.prefix();
        long first = network.network().address().low();
        return LongStream.iterate(first + size - 2, n -> n > first, n -> n - 1)
                .limit(TRIES)
                .mapToObj(n -> new IpAddress(false, 0, n))
                .filter(a -> !stacks.isTaken(a))
                .findFirst();
    }

    /** The gateway's number in a network that nobody is in. */
    private Optional<IpAddress> stranger(Cidr network, RouteRow row) {
        IpAddress gateway = network.address();
        if (gateway.v6()) {
            return LongStream.rangeClosed(1, TRIES)
                    .mapToObj(i -> new IpAddress(true, gateway.high() + i, gateway.low()))
                    .filter(a -> isStrange(a, network, row))
                    .findFirst();
        }
        long size = 1L << network.address().width() - network.prefix();
        return LongStream.rangeClosed(1, TRIES)
                .map(i -> network.address().low() + i * size & V4)
                .mapToObj(n -> new IpAddress(false, 0, n))
                .filter(a -> isStrange(a, network, row))
                .findFirst();
    }

    private boolean isStrange(IpAddress a, Cidr network, RouteRow row) {
        return !stacks.isInhabited(new Cidr(a, network.prefix()))
                && !row.destination().equals(new Cidr(a, a.width()));
    }
}
