package dev.pathlight.live;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Route;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Routes that somebody wrote, and not the kernel, whose own come and go by themselves. */
public final class WrittenRoutes {
    /** {@code RT_TABLE_MAIN} and {@code RT_TABLE_LOCAL} of {@code linux/rtnetlink.h}. */
    private static final int MAIN = 254;

    private static final int LOCAL = 255;
    /** RTPROT_BOOT and RTPROT_STATIC. */
    private static final List<Integer> WRITTEN = List.of(3, 4);
    /** RTN_UNICAST; the other kinds that a drawing can say follow. */
    public static final int UNICAST = 1;

    private static final int BLACKHOLE = 6;
    private static final int UNREACHABLE = 7;
    private static final int PROHIBIT = 8;
    /** RTNH_F_ONLINK. */
    private static final int ON_LINK = 4;
    /** The kernel's metric for an IPv6 route that names none (IP6_RT_PRIO_USER). */
    private static final int IPV6_METRIC = 1024;

    private WrittenRoutes() {}

    public static List<RouteRow> in(SpaceState state) {
        return state.routes().stream()
                .filter(r -> WRITTEN.contains(r.protocol()) && r.table() != LOCAL)
                .toList();
    }

    /** As one would draw it; empty for one that has several next hops or metrics, or is of a kind that cannot be drawn. */
    public static Optional<Route> drawn(RouteRow row, SpaceState state) {
        Optional<IfName> device =
                state.link(row.device()).map(LinkRow::name).map(IfName::new).filter(d -> row.type() == UNICAST);
        boolean sayable =
                row.facts().weight() == 0 && row.facts().metrics().isEmpty() && row.metric() <= Integer.MAX_VALUE;
        int usual = row.destination().address().v6() ? IPV6_METRIC : 0;
        return kind(row.type())
                .filter(k -> sayable)
                .map(k -> new Route(
                        k,
                        row.destination(),
                        row.gateway(),
                        device,
                        row.source(),
                        row.metric() == usual ? OptionalInt.empty() : OptionalInt.of((int) row.metric()),
                        row.table() == MAIN ? OptionalInt.empty() : OptionalInt.of(row.table()),
                        (row.facts().flags() & ON_LINK) != 0));
    }

    private static Optional<Route.Kind> kind(int type) {
        return switch (type) {
            case UNICAST -> Optional.of(Route.Kind.UNICAST);
            case BLACKHOLE -> Optional.of(Route.Kind.BLACKHOLE);
            case UNREACHABLE -> Optional.of(Route.Kind.UNREACHABLE);
            case PROHIBIT -> Optional.of(Route.Kind.PROHIBIT);
            default -> Optional.empty();
        };
    }
}
