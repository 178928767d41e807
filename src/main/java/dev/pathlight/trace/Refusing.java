package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Why a stack's routes send a packet nowhere: the errno is the kernel's and tells the type of the route that refuses. */
final class Refusing {
    /** {@code asm-generic/errno-base.h} and {@code errno.h}. */
    static final int EACCES = 13;

    static final int EINVAL = 22;
    static final int ENETUNREACH = 101;
    static final int EHOSTUNREACH = 113;

    /** Addresses that share so many bits look like neighbours. */
    private static final int NEAR = 24;

    private static final int NEAR_V6 = 64;

    /** {@code RTN_*} of {@code linux/rtnetlink.h}. */
    private static final int RTN_UNICAST = 1;

    private static final int RTN_BLACKHOLE = 6;
    private static final int RTN_UNREACHABLE = 7;
    private static final int RTN_PROHIBIT = 8;

    private final Tables tables;

    Refusing(Tables tables) {
        this.tables = tables;
    }

    /**
     * @param why the word for it
     * @param explanation a sentence without its end
     * @param row that refused, or that there is none; empty for a rule, which is no row
     * @param hint what else there is to see
     * @param cause the interface that the hint is about
     */
    record Reason(
            String why, Sentence explanation, Optional<Decision> row, Optional<Sentence> hint, Optional<PortId> cause) {
        private Reason(Sentence explanation, Optional<Decision> row) {
            this("no-route", explanation, row, Optional.empty(), Optional.empty());
        }

        private Reason hinting(String word, Sentence what, Place at) {
            return new Reason(word, explanation, row, Optional.of(what), Optional.of(at.id()));
        }

        /** What came of it, and the hint behind. */
        Sentence told(UnaryOperator<Sentence> so) {
            Sentence told = so.apply(explanation);
            return hint.map(told::then).orElse(told);
        }
    }

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
                .orElseGet(() -> hinted(
                        new Reason(
                                Sentence.of("{0} has no route to {1}", who, to),
                                Optional.of(new Decision(Decision.Kind.ROUTE, space, "", "no row matches " + to))),
                        space,
                        to));
    }

    /** A link that went down has taken its routes along; a mask without room for others has made none. */
    private Reason hinted(Reason none, SpaceId space, IpAddress to) {
        List<Place> down = links(space).filter(p -> !p.isUp()).toList();
        Optional<Place> neighbour = down.stream()
                .filter(p -> addresses(p).anyMatch(a -> a.contains(to)))
                .findFirst();
        Optional<Place> shut =
                neighbour.or(() -> Optional.of(down).filter(d -> d.size() == 1).map(List::getFirst));
        if (shut.isPresent()) {
            return none.hinting(
                    neighbour.isPresent() ? "link-down" : none.why,
                    Sentence.of(
                            "{0} is down, and a link that goes down takes its routes along.", Loss.said(shut.get())),
                    shut.get());
        }
        return links(space)
                .filter(p -> p.tunnel().isEmpty())
                .flatMap(p -> addresses(p)
                        .filter(a -> a.prefix() == a.address().width() && isNear(a.address(), to))
                        .map(a -> none.hinting(none.why, alone(p, a), p)))
                .findFirst()
                .orElse(none);
    }

    /** Whether both are in what networks are usually made of. */
    private static boolean isNear(IpAddress a, IpAddress b) {
        return new Cidr(a, a.v6() ? NEAR_V6 : NEAR).contains(b);
    }

    private static Sentence alone(Place p, Cidr address) {
        return address.address().v6()
                ? Sentence.of("{0} has {1}, a prefix for itself alone.", Loss.said(p), address)
                : Sentence.of("{0} has {1}, a mask for itself alone.", Loss.said(p), address);
    }

    private Stream<Place> links(SpaceId space) {
        return tables.places().in(space).stream()
                .filter(p -> !p.isLoopback() && p.bridge().isEmpty())
                .sorted(Comparator.comparingInt(Place::index));
    }

    private Stream<Cidr> addresses(Place p) {
        return tables.state(p.id().space()).map(SpaceState::addresses).orElse(List.of()).stream()
                .filter(a -> a.index() == p.index())
                .map(AddressRow::address);
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
