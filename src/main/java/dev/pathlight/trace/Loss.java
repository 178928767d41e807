package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says where a packet was last seen and why it went no further, as far as there is evidence. */
final class Loss {
    private final Tables tables;
    private final RoutingLoss routing;
    private final TunnelLoss tunnels;
    private final Absent absent;
    private final Filtering filtering;

    Loss(Tables tables) {
        this.tables = tables;
        this.routing = new RoutingLoss(tables);
        this.tunnels = new TunnelLoss(tables);
        this.absent = new Absent(tables);
        this.filtering = new Filtering(tables);
    }

    /** A journey ended before its time, to bound memory. */
    Journey.Lost letGo(OpenJourney j) {
        return lost(
                last(j),
                "unknown",
                Sentence.of("Too many packets at once: this one was let go before its end was seen."));
    }

    /** It came to its stack, which said by a reset or by an ICMP error that nobody wants it. */
    static Journey.Lost noListener(Step s) {
        int port = Octets.u16(s.frame().bytes(), s.frame().transport() + 2);
        Sentence who = said(s.place().id().space());
        return lost(
                s,
                "no-listener",
                s.frame().protocol() == Frame.TCP
                        ? Sentence.of(
                                "Nobody in {0} listens on TCP port {1}, so its kernel answered with a reset.",
                                who, port)
                        : Sentence.of(
                                "Nobody in {0} listens on UDP port {1}, so its kernel answered \"port unreachable\".",
                                who, port));
    }

    Journey.Lost of(OpenJourney j) {
        Step last = last(j);
        Optional<Filtering.Dropped> dropped =
                filtering.dropped(last.place().id().space(), last.frame());
        return dropped.map(d -> new Journey.Lost(
                        last.place().id().space(),
                        Optional.of(last.place().id()),
                        "filtered",
                        d.explanation(),
                        Optional.of(d.row())))
                .orElseGet(() -> unfiltered(j, last));
    }

    private Journey.Lost unfiltered(OpenJourney j, Step last) {
        Frame f = last.frame();
        if (f.isGroup() && Discovery.isQuestion(f) && j.steps().stream().anyMatch(Step::atStack)) {
            return unanswered(j, last);
        }
        if (!last.isIn()) {
            return last.place().isBridge() ? atBridge(last, last.place()) : onCable(last);
        }
        Optional<Place> bridge = last.place().bridge();
        Optional<Journey.Lost> wrapped =
                bridge.isPresent() ? Optional.empty() : last.seen().coat().flatMap(coat -> tunnels.outOf(last, coat));
        return wrapped.orElseGet(() -> bridge.isPresent() ? atBridge(last, bridge.get()) : atStack(last));
    }

    private static Step last(OpenJourney j) {
        return j.steps().stream()
                .filter(Step::isLeaf)
                .max(Comparator.comparingLong(Step::nanos))
                .orElse(j.first());
    }

    static Journey.Lost lost(Step at, String why, Sentence explanation) {
        return new Journey.Lost(at.place().id(), why, explanation);
    }

    /** For an echo reply. */
    static Sentence ofReply(Sentence why) {
        return Sentence.of("The request arrived, its reply did not: {0}", why);
    }

    static Sentence said(SpaceId space) {
        return space.said();
    }

    /** As one says it: {@code ns1 veth0}. */
    static String said(Place p) {
        return p.id().space().shortName() + " " + p.name();
    }

    private Journey.Lost unanswered(OpenJourney j, Step last) {
        Optional<Place> shut = Discovery.subject(last.frame())
                .flatMap(a -> j.steps().stream()
                        .flatMap(s -> s.place().bridge().stream())
                        .flatMap(b -> new Shut(tables.places()).behind(b, a).stream())
                        .findFirst());
        if (shut.isPresent()) {
            return lost(last, "link-down", Shut.said(shut.get())).withCause(Shut.cause(shut.get()));
        }
        List<String> asked = j.steps().stream()
                .filter(s -> s.atStack() && s.place().takes(s.frame()))
                .map(s -> said(s.place()))
                .distinct()
                .sorted()
                .toList();
        Sentence subject =
                Discovery.subject(last.frame()).map(Sentence::verbatim).orElse(Sentence.of("the address asked for"));
        Sentence nobody = Sentence.of(
                "Nobody answered: {0} belongs to none that the question reached ({1}).", subject, Sentence.list(asked));
        Optional<Absent.Reason> reason = Discovery.subject(last.frame())
                .filter(a -> !j.first().isIn())
                .map(a -> absent.of(j.first().place(), a, route(j.first(), a)));
        return reason.map(r -> lost(last, r.why(), nobody.then(r.because())).withCause(r.cause()))
                .orElseGet(() -> lost(last, "no-neighbour", nobody));
    }

    /** The route by which whoever asked takes {@code hop} for a neighbour. */
    private Optional<RouteRow> route(Step asker, IpAddress hop) {
        return tables.routes()
                .lookup(asker.place().id().space(), hop, Optional.empty(), 0)
                .row();
    }

    private Journey.Lost onCable(Step s) {
        Place p = s.place();
        if (!p.isUp()) {
            return lost(s, "link-down", Sentence.of("{0} is down.", said(p)));
        }
        if (p.tunnel().isPresent()) {
            return tunnels.into(s, p.tunnel().get());
        }
        if (p.below().isPresent()) {
            return onto(s, p, p.below().get());
        }
        if (p.peers().isEmpty()) {
            return lost(s, "unknown", Sentence.of("It left by {0}, and no interface here is its other end.", said(p)));
        }
        Optional<Place> down = p.peers().stream().filter(q -> !q.isUp()).findFirst();
        return down.map(q -> lost(s, "link-down", Sentence.of("The other end of the cable, {0}, is down.", said(q)))
                        .withCause(Optional.of(q.id())))
                .or(() -> p.peers().stream()
                        .filter(q -> TooLong.is(s, q))
                        .findFirst()
                        .map(q -> TooLong.at(s, q)))
                .orElseGet(() -> lost(
                        s,
                        "unknown",
                        Sentence.of(
                                "It left by {0} and was not seen at the other end, {1}, though both ends are up.",
                                said(p), said(p.peers().getFirst()))));
    }

    private static Journey.Lost onto(Step s, Place p, Place below) {
        return below.isUp()
                ? lost(
                        s,
                        "unknown",
                        Sentence.of(
                                "It left by {0} and was not seen at {1}, which that stands on.", said(p), said(below)))
                : lost(s, "link-down", Sentence.of("{0}, which {1} stands on, is down.", said(below), said(p)))
                        .withCause(Optional.of(below.id()));
    }

    private static Journey.Lost atBridge(Step s, Place bridge) {
        Place p = s.place();
        if (!bridge.isUp()) {
            return lost(s, "link-down", Shut.said(bridge)).withCause(Optional.of(bridge.id()));
        }
        if (s.isIn() && !p.forwards()) {
            return lost(
                    s,
                    "stp-blocked",
                    Sentence.of(
                            "{0} is {1}, so {2} forwards nothing that comes in by it.",
                            p.name(), Barred.state(p), bridge.name()));
        }
        Optional<MacHistory.Row> row = s.bridging().flatMap(Step.Bridging::row);
        return row.isPresent() ? byRow(s, bridge, row.get()) : byFlood(s, bridge);
    }

    private static Journey.Lost byRow(Step s, Place bridge, MacHistory.Row row) {
        if (row.port().equals(s.place().name()) && !row.local()) {
            return lost(
                    s,
                    "unknown",
                    Sentence.of(
                            "{0}'s table says that {1} is behind {2}, where the frame came from; a bridge sends"
                                    + " nothing back there.",
                            bridge.name(), s.frame().destination(), row.port()));
        }
        Optional<Place> port =
                bridge.ports().stream().filter(q -> q.name().equals(row.port())).findFirst();
        return port.filter(q -> !q.forwards())
                .map(q -> closed(s, bridge, q))
                .or(() -> port.filter(q -> TooLong.is(s, q)).map(q -> TooLong.at(s, q)))
                .orElseGet(() -> lost(
                        s,
                        "unknown",
                        Sentence.of(
                                "{0} has the row {1}, and that port forwards, yet the frame was not seen to leave; a"
                                        + " filter may have dropped it.",
                                bridge.name(), row.decision().row())));
    }

    private static Journey.Lost closed(Step s, Place bridge, Place port) {
        return Shut.is(port)
                ? lost(s, "link-down", Shut.said(port)).withCause(Shut.cause(port))
                : lost(
                        s,
                        "stp-blocked",
                        Sentence.of(
                                "{0} would send it out by {1}, which is {2}.",
                                bridge.name(), port.name(), Barred.state(port)));
    }

    private static Journey.Lost byFlood(Step s, Place bridge) {
        List<Place> others = bridge.ports().stream().filter(q -> q != s.place()).toList();
        if (others.isEmpty()) {
            return lost(s, "unknown", Sentence.of("{0} has no other port to send it out by.", bridge.name()));
        }
        if (others.stream().noneMatch(Place::forwards)) {
            Place closed = others.stream().filter(q -> !Shut.is(q)).findFirst().orElse(others.getFirst());
            return closed(s, bridge, closed);
        }
        return lost(
                s,
                "unknown",
                Sentence.of(
                        "It was not seen to leave {0}, though other ports forward; a filter may have dropped it.",
                        bridge.name()));
    }

    /** Without a bridge and without an address, beside a bridge. */
    private boolean isLoose(Place p) {
        SpaceId space = p.id().space();
        boolean addressed = tables.state(space).map(SpaceState::addresses).orElse(List.of()).stream()
                .anyMatch(a -> a.index() == p.index() && a.scope() == 0);
        return !addressed && tables.places().in(space).stream().anyMatch(Place::isBridge);
    }

    private Journey.Lost atStack(Step s) {
        Place p = s.place();
        Sentence who = said(p.id().space());
        if (!tables.places().knows(p.id().space())) {
            return lost(s, "unknown", Sentence.of("It came in at {0}, whose tables are not known.", said(p)));
        }
        if (!p.takes(s.frame()) && isLoose(p)) {
            return lost(
                    s,
                    "no-neighbour",
                    Sentence.of(
                            "It came to {0}, which is a port of no bridge, so nothing passed it on to {1}.",
                            said(p), s.frame().destination()));
        }
        if (!p.takes(s.frame())) {
            return lost(
                    s,
                    "unknown",
                    Sentence.of(
                            "It came to {0}, whose address is not {1}, so {2} ignored it.",
                            said(p), s.frame().destination(), who));
        }
        if (!s.frame().isIp()) {
            return lost(s, "unknown", Sentence.of("It came to {0}, and {1} had no use for it.", said(p), who));
        }
        return routing.of(s);
    }
}
