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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why nobody answered for an address on a link: who has it, and what kept the question from them, or them from answering. */
final class Absent {
    /** {@code asm-generic/errno-base.h}: refused for its source; since Linux 6.13 EINVAL for both. */
    private static final int EXDEV = 18;

    /** A packet waits for its neighbour no longer. */
    private static final long RECENT_NANOS = 5_000_000_000L;

    private final Tables tables;

    Absent(Tables tables) {
        this.tables = tables;
    }

    /**
     * @param why the word for it
     * @param because a sentence
     * @param cause the interface at fault, where one is
     */
    record Reason(String why, Sentence because, Optional<PortId> cause) {
        private Reason(Sentence because) {
            this("no-neighbour", because, Optional.empty());
        }
    }

    /** A filter that kept {@code asker} from hearing who {@code hop} is. */
    Optional<Reason> unheard(Place asker, IpAddress hop, long nanos) {
        return tables.verdicts()
                .discovery(asker.id().space(), hop, true, nanos - RECENT_NANOS)
                .map(d -> new Filtering(tables).said(d))
                .map(d -> new Reason(
                        "filtered",
                        Sentence.of("{0} asked who has {1}, and the answer came.", Loss.said(asker), hop)
                                .then(d.explanation()),
                        Optional.empty()));
    }

    /** Why nothing came back when {@code asker} asked for {@code hop}: a sentence of its own. */
    Reason unanswered(Place asker, IpAddress hop, Optional<RouteRow> row) {
        Optional<Place> shut = new Shut(tables.places()).before(asker, hop);
        if (shut.isPresent()) {
            return new Reason("link-down", Shut.said(shut.get()), Shut.cause(shut.get()));
        }
        Reason reason = of(asker, hop, row);
        return new Reason(reason.why(), asked(asker, hop).then(reason.because()), reason.cause());
    }

    private Sentence asked(Place asker, IpAddress hop) {
        int times = tables.neighbours().unanswered(asker, hop, Long.MAX_VALUE);
        String who = Loss.said(asker);
        return switch (times) {
            case 0 ->
                Sentence.of(
                        "Nobody answered when {0} asked who has {1}, so the packet had no address to go to.", who, hop);
            case 1 ->
                Sentence.of(
                        "Nobody answered when {0} asked once who has {1}, so the packet had no address to go to.",
                        who, hop);
            default ->
                Sentence.of(
                        "Nobody answered when {0} asked {2} times who has {1}, so the packet had no address to go to.",
                        who, hop, times);
        };
    }

    /** @param row the route by which {@code asker} takes {@code hop} for a neighbour, where known */
    Reason of(Place asker, IpAddress hop, Optional<RouteRow> row) {
        Set<Place> asked = reach(asker);
        List<Place> owners = tables.places().holders(hop).stream()
                .filter(p -> !p.id().space().equals(asker.id().space()))
                .toList();
        if (owners.isEmpty()) {
            return nobody(asker, hop, row);
        }
        for (Place owner : owners) {
            Optional<Place> heard = asked.stream()
                    .filter(p -> p.bridge().isEmpty()
                            && p.id().space().equals(owner.id().space()))
                    .findFirst();
            if (heard.isPresent()) {
                return silent(asker, heard.get(), hop);
            }
        }
        return elsewhere(asker, asked, owners.getFirst(), row);
    }

    /** All interfaces that a broadcast from {@code from} would come to if everything were up; bridges' own with them. */
    private static Set<Place> reach(Place from) {
        Set<Place> reached = new LinkedHashSet<>();
        if (from.isBridge()) {
            reached.add(from);
            from.ports().forEach(port -> follow(port, reached));
        } else {
            follow(from, reached);
        }
        return reached;
    }

    private static void follow(Place out, Set<Place> reached) {
        for (Place in : out.peers()) {
            if (reached.add(in)) {
                in.bridge().ifPresent(b -> {
                    reached.add(b);
                    b.ports().stream()
                            .filter(p -> p != in && !reached.contains(p))
                            .forEach(p -> {
                                reached.add(p);
                                follow(p, reached);
                            });
                });
            }
        }
    }

    private Reason nobody(Place asker, IpAddress hop, Optional<RouteRow> row) {
        List<Cidr> nets = networks(asker);
        boolean gateway = row.flatMap(RouteRow::gateway).isPresent();
        if (gateway && nets.stream().noneMatch(n -> n.contains(hop))) {
            return new Reason(Sentence.of(
                    "The gateway {0} of the route {1} lies in no network of {2} ({3}), and no interface here has it.",
                    hop, text(asker, row), Loss.said(asker), Sentence.list(nets)));
        }
        return new Reason(
                gateway
                        ? Sentence.of(
                                "No interface here has the address {0}, which the route {1} names as its gateway.",
                                hop, text(asker, row))
                        : Sentence.of("No interface here has the address {0}.", hop));
    }

    private Reason silent(Place asker, Place heard, IpAddress hop) {
        Optional<IpAddress> source = addresses(asker)
                .filter(a -> a.address().v6() == hop.v6())
                .map(Cidr::address)
                .findFirst();
        SpaceId space = heard.id().space();
        Routes.Answer back =
                tables.routes().lookup(space, hop, source, heard.index()).answer();
        Optional<Filtering.Dropped> dropped =
                tables.verdicts().discovery(space, hop, false, Long.MIN_VALUE).map(d -> new Filtering(tables).said(d));
        if (dropped.isPresent()) {
            return new Reason(
                    "filtered",
                    Sentence.of("{0} has {1} and got the question.", Loss.said(space), hop)
                            .then(dropped.get().explanation()),
                    Optional.of(heard.id()));
        }
        boolean filtered =
                back instanceof Routes.Answer.Refused(int errno) && (errno == EXDEV || errno == Refusing.EINVAL);
        if (filtered && source.isPresent()) {
            return new Reason(
                    "rp-filter",
                    Sentence.of(
                            "{0} got the question and has {1}, but its reverse path filter dropped it: {0} would not"
                                    + " answer {2} by {3}.",
                            Loss.said(space), hop, source.get(), heard.name()),
                    Optional.of(heard.id()));
        }
        Optional<Place> barred = Barred.between(asker, heard);
        if (barred.isPresent()) {
            return new Reason(
                    "stp-blocked",
                    Sentence.of(
                            "{0} has {1}, but on the way there {2} is {3}.",
                            Loss.said(heard), hop, Loss.said(barred.get()), Barred.state(barred.get())),
                    barred.map(Place::id));
        }
        return new Reason(
                "no-neighbour",
                Sentence.of("{0} has {1} and is on the same link, yet did not answer.", Loss.said(heard), hop),
                Optional.of(heard.id()));
    }

    private Reason elsewhere(Place asker, Set<Place> asked, Place owner, Optional<RouteRow> row) {
        Set<Place> around = reach(owner);
        Optional<Place> loose = loose(around, asked);
        if (loose.isPresent()) {
            return new Reason(
                    "no-neighbour",
                    Sentence.of(
                            "{0} has that address, but the other end of its cable, {1}, is a port of no bridge.",
                            Loss.said(owner), Loss.said(loose.get())),
                    loose.map(Place::id));
        }
        Optional<Place> own = loose(asked, around);
        if (own.isPresent()) {
            return new Reason(
                    "no-neighbour",
                    Sentence.of(
                            "{0} has that address, but the other end of the cable of {1}, {2}, is a port of no bridge.",
                            Loss.said(owner), Loss.said(asker), Loss.said(own.get())),
                    own.map(Place::id));
        }
        return new Reason(
                "no-neighbour",
                Sentence.of(
                        "{0} has that address, and is on another link; {1} takes it for a neighbour by its route {2}.",
                        Loss.said(owner), Loss.said(asker), text(asker, row)),
                Optional.of(asker.id()));
    }

    /** An end of a cable without bridge and without address, in a namespace whose bridge is on the other side. */
    private Optional<Place> loose(Set<Place> here, Set<Place> there) {
        return here.stream()
                .filter(p ->
                        p.bridge().isEmpty() && !p.isBridge() && networks(p).isEmpty())
                .filter(p -> there.stream()
                        .anyMatch(q -> q.isBridge() && q.id().space().equals(p.id().space())))
                .findFirst();
    }

    private List<Cidr> networks(Place p) {
        return addresses(p).toList();
    }

    private Stream<Cidr> addresses(Place p) {
        return tables.state(p.id().space()).map(SpaceState::addresses).orElse(List.of()).stream()
                .filter(a -> a.index() == p.index() && a.scope() == 0)
                .map(AddressRow::address);
    }

    private String text(Place asker, Optional<RouteRow> row) {
        SpaceId space = asker.id().space();
        return row.map(r -> RowText.route(r, i -> tables.nameOf(space, i))).orElse("?");
    }
}
