package dev.pathlight.trace;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;

/** Why an echo request was never seen: its own kernel did not send it. */
final class Unsent {
    /** {@code asm-generic/errno-base.h} and {@code errno.h}. */
    private static final int EPERM = 1;

    private static final int EACCES = 13;
    private static final int EMSGSIZE = 90;
    private static final int ENETUNREACH = 101;
    private static final int EHOSTUNREACH = 113;

    private final Tables tables;

    Unsent(Tables tables) {
        this.tables = tables;
    }

    private record Reason(String why, String explanation) {}

    Journey journey(long id, Echo echo, int errno, long nanos) {
        RouteMemory.Known known = tables.routes().lookup(echo.from(), echo.to(), Optional.empty(), 0);
        Optional<RouteRow> row = known.row();
        Optional<Place> out = row.flatMap(r -> tables.places().at(echo.from(), r.device()));
        Reason reason = reason(echo, errno, known, out);
        String source = row.flatMap(RouteRow::source)
                .map(IpAddress::toString)
                .orElse(echo.from().shortName());
        PortId at = out.map(Place::id).orElse(new PortId(echo.from(), new IfName("lo")));
        return new Journey(
                id,
                PacketText.echoRequest(source, echo),
                echo.to().v6() ? "icmpv6" : "icmp",
                nanos,
                Journey.Outcome.LOST,
                true,
                List.of(),
                Optional.of(new Journey.Lost(at, reason.why, reason.explanation)));
    }

    private Reason reason(Echo echo, int errno, RouteMemory.Known known, Optional<Place> out) {
        String who = Loss.said(echo.from());
        if (known.answer() instanceof Routes.Answer.Refused || errno == ENETUNREACH) {
            return new Reason("no-route", who + " has no route to " + echo.to() + ", so it sent nothing.");
        }
        if (out.isPresent() && !out.get().isUp()) {
            return new Reason("link-down", Loss.said(out.get()) + " is down, so nothing could leave by it.");
        }
        Optional<IpAddress> hop = known.row().map(r -> r.gateway().orElse(echo.to()));
        if (hop.isPresent()
                && out.isPresent()
                && (errno == EHOSTUNREACH || isSilent(echo.from(), out.get(), hop.get()))) {
            return new Reason("no-neighbour", noNeighbour(out.get(), hop.get()));
        }
        return switch (errno) {
            case EMSGSIZE -> new Reason("mtu", "It is longer than the way out of " + who + " takes.");
            case EPERM, EACCES ->
                new Reason("filtered", "The kernel of " + who + " forbids sending it: a filter or a route does.");
            default ->
                new Reason(
                        "unknown",
                        "It was never seen to leave " + who
                                + ", which has a route, a link and no failed neighbour for it"
                                + (errno == 0 ? "." : " (errno " + errno + ")."));
        };
    }

    private boolean isSilent(SpaceId space, Place out, IpAddress hop) {
        return tables.neighbours().silent(tables.state(space), out, hop, Long.MAX_VALUE);
    }

    private String noNeighbour(Place out, IpAddress hop) {
        int times = tables.neighbours().unanswered(out, hop, Long.MAX_VALUE);
        String asked = times == 0 ? "asked" : "asked " + (times == 1 ? "once" : times + " times");
        return "Nobody answered when " + Loss.said(out) + " " + asked + " who has " + hop
                + ", so the packet had no address to go to.";
    }
}
