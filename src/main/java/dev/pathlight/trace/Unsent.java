package dev.pathlight.trace;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Why an echo message was never seen: its own kernel did not send it. What that kernel answers is the evidence. */
final class Unsent {
    /** {@code asm-generic/errno-base.h} and {@code errno.h}. */
    private static final int EPERM = 1;

    private static final int EMSGSIZE = 90;

    /** How long ago a ping's packet may have been dropped: longer than a ping is waited for. */
    private static final long RECENT_NANOS = 5_000_000_000L;

    private final Tables tables;
    private final Refusing refusing;
    private final Absent absent;

    Unsent(Tables tables) {
        this.tables = tables;
        this.refusing = new Refusing(tables);
        this.absent = new Absent(tables);
    }

    private record Reason(String why, Sentence explanation, Optional<Decision> row, Optional<PortId> cause) {
        Reason(String why, Sentence explanation) {
            this(why, explanation, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What a namespace would have sent, and how.
     *
     * @param out the interface its route names, if it has one
     */
    private record Way(SpaceId space, IpAddress to, RouteMemory.Known known, Optional<Place> out) {}

    /** @param errno what the kernel said when asked to send it, 0 for nothing */
    Journey request(long id, Echo echo, int errno, long nanos) {
        Way way = way(echo.from(), echo.to(), Optional.empty());
        Reason reason = filtered(way.space(), nanos, true, echo.identifier(), echo.sequence())
                .orElseGet(() -> unsent(way, errno, nanos));
        String what = PacketText.echo(true, source(way), echo.to(), echo.identifier(), echo.sequence());
        return journey(id, what, protocol(way), way, reason, nanos);
    }

    /** @param errno what the kernel said when asked to send it, 0 for nothing */
    Journey call(long id, Call call, int errno, long nanos) {
        Way way = way(call.from(), call.to(), Optional.empty());
        String syn = call.protocol().equals("tcp") ? ", SYN" : "";
        String what = call.protocol().toUpperCase(Locale.ROOT) + " " + source(way) + " → " + call.goal() + syn;
        return journey(id, what, call.protocol(), way, unsent(way, errno, nanos), nanos);
    }

    private static String source(Way way) {
        return way.known()
                .row()
                .flatMap(RouteRow::source)
                .map(IpAddress::toString)
                .orElse(way.space().shortName());
    }

    private static String protocol(Way way) {
        return way.to().v6() ? "icmpv6" : "icmp";
    }

    private Reason unsent(Way way, int errno, long nanos) {
        return loopback(way)
                .or(() -> refused(
                        way, errno == 0 ? errno(way) : errno, why -> Sentence.of("{0}, so it sent nothing.", why)))
                .or(() -> stuck(way, errno, nanos))
                .orElseGet(() -> unknown(way, errno));
    }

    /** The kernel only says that there is no way: with lo its routes are gone. */
    private Optional<Reason> loopback(Way way) {
        return way.out()
                .filter(out -> way.to().isLoopback() && out.isLoopback() && !out.isUp())
                .map(out -> new Reason(
                        "link-down",
                        Sentence.of(
                                "{0} is down, and {1} is reached by no other interface, so nothing was sent.",
                                Loss.said(out), way.to())));
    }

    /** The answer of {@code space} to an echo request that it got. */
    Journey reply(long id, SpaceId space, EchoMessage reply, long nanos) {
        Way way = way(space, reply.to(), Optional.of(reply.from()));
        Sentence who = Loss.said(space);
        Reason reason = filtered(space, nanos, false, reply.identifier(), reply.sequence())
                .or(() -> refused(way, errno(way), why -> Sentence.of("{0}, so it could not answer.", why)))
                .or(() -> stuck(way, 0, nanos))
                .orElseGet(() -> new Reason(
                        "unknown",
                        Sentence.of("{0} got the request, and no reply was seen to leave it.", who)
                                .then(checked(way))
                                .then(Sentence.of("It may be told to ignore echoes, or a filter dropped the one"
                                        + " or the other."))));
        Reason told = new Reason(
                reason.why,
                reason.why.equals("unknown") ? reason.explanation : Loss.ofReply(reason.explanation),
                reason.row,
                reason.cause);
        String what = PacketText.echo(false, reply.from().toString(), reply.to(), reply.identifier(), reply.sequence());
        return journey(id, what, protocol(way), way, told, nanos);
    }

    /** Dropped on its way out by a rule that the kernel reported. */
    private Optional<Reason> filtered(SpaceId space, long nanos, boolean request, int identifier, int sequence) {
        return tables.verdicts()
                .drop(
                        space,
                        f -> EchoMessage.in(f)
                                .filter(e -> e.request() == request
                                        && e.identifier() == identifier
                                        && e.sequence() == sequence)
                                .isPresent(),
                        nanos - RECENT_NANOS)
                .map(d -> new Filtering(tables).said(d))
                .map(d -> new Reason("filtered", d.explanation(), Optional.of(d.row()), Optional.empty()));
    }

    private Way way(SpaceId space, IpAddress to, Optional<IpAddress> from) {
        RouteMemory.Known known = tables.routes().lookup(space, to, from, 0);
        Optional<Place> out = to.isLoopback()
                ? tables.places().find(new PortId(space, new IfName("lo")))
                : known.row().flatMap(r -> tables.places().at(space, r.device()));
        return new Way(space, to, known, out);
    }

    private static Journey journey(long id, String what, String protocol, Way way, Reason reason, long nanos) {
        Optional<PortId> at = way.out().map(Place::id);
        return new Journey(
                id,
                what,
                protocol,
                nanos,
                Journey.Outcome.LOST,
                true,
                List.of(),
                Optional.of(
                        new Journey.Lost(way.space(), at, reason.why, reason.explanation, reason.row, reason.cause)));
    }

    private static int errno(Way way) {
        return way.known().answer() instanceof Routes.Answer.Refused(int errno) ? errno : 0;
    }

    /** By a route, whose errno the kernel said: where it still has a way on, the errno means something else. */
    private Optional<Reason> refused(Way way, int errno, UnaryOperator<Sentence> so) {
        return way.known().row().isPresent() && errno != Refusing.ENETUNREACH
                ? Optional.empty()
                : refusing.of(way.space(), way.to(), errno)
                        .map(r -> new Reason(r.why(), r.told(so), r.row(), r.cause()));
    }

    private Optional<Reason> stuck(Way way, int errno, long nanos) {
        if (way.out().isEmpty()) {
            return Optional.empty();
        }
        Place out = way.out().get();
        if (!out.isUp()) {
            return Optional.of(
                    new Reason("link-down", Sentence.of("{0} is down, so nothing could leave by it.", Loss.said(out))));
        }
        Optional<Place> end = Shut.down(out);
        if (end.isPresent()) {
            return Optional.of(new Reason(
                    "link-down",
                    Sentence.of("The other end of the cable, {0}, is down.", Loss.said(end.get())),
                    Optional.empty(),
                    end.map(Place::id)));
        }
        IpAddress hop = way.known().row().flatMap(RouteRow::gateway).orElse(way.to());
        Optional<Absent.Reason> unheard = absent.unheard(out, hop, nanos);
        if (unheard.isPresent()) {
            return unheard.map(Unsent::said);
        }
        if (errno != Refusing.EHOSTUNREACH && !isSilent(way.space(), out, hop)) {
            return Optional.empty();
        }
        return Optional.of(said(absent.unanswered(out, hop, way.known().row())));
    }

    private static Reason said(Absent.Reason r) {
        return new Reason(r.why(), r.because(), Optional.empty(), r.cause());
    }

    private Reason unknown(Way way, int errno) {
        Sentence who = Loss.said(way.space());
        return switch (errno) {
            case EMSGSIZE -> tooLong(way);
            case EPERM, Refusing.EACCES ->
                new Reason("filtered", Sentence.of("The kernel of {0} forbids sending it: a filter does.", who));
            default ->
                new Reason(
                        "unknown",
                        (errno == 0
                                        ? Sentence.of("It was never seen to leave {0}.", who)
                                        : Sentence.of("It was never seen to leave {0} (errno {1}).", who, errno))
                                .then(checked(way)));
        };
    }

    private Reason tooLong(Way way) {
        Sentence who = Loss.said(way.space());
        return way.out()
                .map(out -> new PathMtu(tables).on(way.space(), way.to(), out))
                .map(s -> new Reason(
                        "mtu",
                        s.explanation(),
                        Optional.empty(),
                        s.at().map(Place::id)
                                .filter(p -> !way.out().map(Place::id).equals(Optional.of(p)))))
                .orElseGet(() -> new Reason("mtu", Sentence.of("It is longer than the way out of {0} takes.", who)));
    }

    /** What was looked at and allows the packet to leave. */
    private Sentence checked(Way way) {
        Sentence who = Loss.said(way.space());
        Optional<RouteRow> row = way.known().row();
        if (row.isEmpty()) {
            return Sentence.of("The kernel of {0} could not be asked for its route.", who);
        }
        String text = RowText.route(row.get(), i -> tables.nameOf(way.space(), i));
        return Sentence.of(
                "{0} has a route for it ({1}), the link is up, and no neighbour failed to answer.", who, text);
    }

    private boolean isSilent(SpaceId space, Place out, IpAddress hop) {
        return tables.neighbours().silent(tables.state(space), out, hop, Long.MAX_VALUE);
    }
}
