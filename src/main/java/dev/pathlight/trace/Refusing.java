package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why a stack's routes send a packet nowhere: the errno is the kernel's and tells the type of the route that refuses. */
final class Refusing {
    /** {@code asm-generic/errno-base.h} and {@code errno.h}. */
    static final int EACCES = 13;

    static final int EINVAL = 22;
    static final int ENETUNREACH = 101;
    static final int EHOSTUNREACH = 113;

    /** {@code RTN_*} of {@code linux/rtnetlink.h}. */
    private static final int RTN_UNICAST = 1;

    private static final int RTN_BLACKHOLE = 6;
    private static final int RTN_UNREACHABLE = 7;
    private static final int RTN_PROHIBIT = 8;

    private final Tables tables;

    Refusing(Tables tables) {
        this.tables = tables;
    }

    /** Why, then what came of it, and the row that refused or that there is none; empty for a rule, which is no row. */
    record Reason(Sentence explanation, Optional<Decision> row) {}

    /** Empty when no route refuses with this errno. */
    Optional<Reason> of(SpaceId space, IpAddress to, int errno) {
        Sentence who = Loss.said(space);
        return switch (errno) {
            case ENETUNREACH -> Optional.of(none(space, to, who));
            case EHOSTUNREACH ->
                by(space, to, RTN_UNREACHABLE, Sentence.of("{0} says that {1} is unreachable", who, to));
            case EACCES -> by(space, to, RTN_PROHIBIT, Sentence.of("{0} prohibits sending to {1}", who, to));
            case EINVAL -> by(space, to, RTN_BLACKHOLE, Sentence.of("{0} swallows what goes to {1}", who, to));
            default -> Optional.empty();
        };
    }

    /** Rules are not kept, only that they changed: where a table has a way, one of them keeps the lookup from it. */
    private Reason none(SpaceId space, IpAddress to, Sentence who) {
        return longest(space, to, RTN_UNICAST)
                .map(r -> new Reason(
                        Sentence.of("A rule of {0} keeps what goes to {1} from its route {2}", who, to, text(space, r)),
                        Optional.empty()))
                .orElseGet(() -> new Reason(
                        Sentence.of("{0} has no route to {1}", who, to),
                        Optional.of(new Decision(Decision.Kind.ROUTE, space, "", "no row matches " + to))));
    }

    private Optional<Reason> by(SpaceId space, IpAddress to, int type, Sentence does) {
        Optional<Decision> row = longest(space, to, type)
                .map(r -> new Decision(Decision.Kind.ROUTE, space, Routing.tableName(r), text(space, r)));
        return Optional.of(new Reason(
                row.map(d -> Sentence.of("A route of {0}: {1}", does, d.row()))
                        .orElseGet(() -> Sentence.of("A rule of {0}", does)),
                row));
    }

    private Optional<RouteRow> longest(SpaceId space, IpAddress to, int type) {
        List<RouteRow> rows = tables.state(space).map(SpaceState::routes).orElse(List.of());
        return rows.stream()
                .filter(r -> r.type() == type && r.destination().contains(to))
                .max(Comparator.comparingInt(r -> r.destination().prefix()));
    }

    private String text(SpaceId space, RouteRow row) {
        return RowText.route(row, i -> tables.nameOf(space, i));
    }
}
