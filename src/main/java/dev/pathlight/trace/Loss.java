package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says where a packet was last seen and why it went no further, as far as there is evidence. */
final class Loss {
    private static final List<String> PORT_STATES =
            List.of("disabled", "listening", "learning", "forwarding", "blocking");

    private final Tables tables;
    private final RoutingLoss routing;

    Loss(Tables tables) {
        this.tables = tables;
        this.routing = new RoutingLoss(tables);
    }

    /** A journey ended before its time, to bound memory. */
    Journey.Lost letGo(OpenJourney j) {
        return lost(last(j), "unknown", "Too many packets at once: this one was let go before its end was seen.");
    }

    Journey.Lost of(OpenJourney j) {
        Step last = last(j);
        Frame f = last.frame();
        if (f.isGroup() && Discovery.isQuestion(f) && j.steps().stream().anyMatch(Step::atStack)) {
            return unanswered(j, last);
        }
        if (!last.isIn()) {
            return last.place().isBridge() ? atBridge(last, last.place()) : onCable(last);
        }
        Optional<Place> bridge = last.place().bridge();
        return bridge.isPresent() ? atBridge(last, bridge.get()) : atStack(last);
    }

    private static Step last(OpenJourney j) {
        return j.steps().stream()
                .filter(Step::isLeaf)
                .max(Comparator.comparingLong(Step::nanos))
                .orElse(j.first());
    }

    static Journey.Lost lost(Step at, String why, String explanation) {
        return new Journey.Lost(at.place().id(), why, explanation);
    }

    /** As one says it: {@code ns1}, {@code node k8s-1}. */
    static String said(SpaceId space) {
        return (space.isRoot() ? "node " : "") + space.shortName();
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
            return lost(last, "link-down", Shut.said(shut.get().bridge().orElseThrow(), shut.get()));
        }
        String asked = j.steps().stream()
                .filter(s -> s.atStack() && s.place().takes(s.frame()))
                .map(s -> said(s.place()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String subject =
                Discovery.subject(last.frame()).map(IpAddress::toString).orElse("it");
        return lost(
                last,
                "no-neighbour",
                "Nobody answered: " + subject + " belongs to none that the question reached (" + asked + ").");
    }

    private static Journey.Lost onCable(Step s) {
        Place p = s.place();
        if (!p.isUp()) {
            return lost(s, "link-down", said(p) + " is down.");
        }
        if (p.peers().isEmpty()) {
            return lost(s, "unknown", "It left by " + said(p) + ", and no interface here is its other end.");
        }
        Optional<Place> down = p.peers().stream().filter(q -> !q.isUp()).findFirst();
        return down.map(q -> lost(s, "link-down", "The other end of the cable, " + said(q) + ", is down."))
                .orElseGet(() -> lost(
                        s,
                        "unknown",
                        "It left by " + said(p) + " and was not seen at the other end, "
                                + said(p.peers().getFirst()) + ", though both ends are up."));
    }

    private static Journey.Lost atBridge(Step s, Place bridge) {
        Place p = s.place();
        if (!bridge.isUp()) {
            return lost(s, "link-down", "The bridge " + said(bridge) + " is down.");
        }
        if (s.isIn() && !p.forwards()) {
            return lost(
                    s,
                    "stp-blocked",
                    p.name() + " is " + state(p) + ", so " + bridge.name() + " forwards nothing that comes in by it.");
        }
        Optional<MacHistory.Row> row = s.bridging().flatMap(Step.Bridging::row);
        return row.isPresent() ? byRow(s, bridge, row.get()) : byFlood(s, bridge);
    }

    private static Journey.Lost byRow(Step s, Place bridge, MacHistory.Row row) {
        if (row.port().equals(s.place().name()) && !row.local()) {
            return lost(
                    s,
                    "unknown",
                    bridge.name() + "'s table says that " + s.frame().destination() + " is behind " + row.port()
                            + ", where the frame came from; a bridge sends nothing back there.");
        }
        return bridge.ports().stream()
                .filter(q -> q.name().equals(row.port()) && !q.forwards())
                .findFirst()
                .map(q -> closed(s, bridge, q))
                .orElseGet(() -> lost(
                        s,
                        "unknown",
                        bridge.name() + " has the row " + row.decision().row()
                                + ", and that port forwards, yet the frame was not seen to leave; a filter may"
                                + " have dropped it."));
    }

    private static Journey.Lost closed(Step s, Place bridge, Place port) {
        return Shut.is(port)
                ? lost(s, "link-down", Shut.said(bridge, port))
                : lost(
                        s,
                        "stp-blocked",
                        bridge.name() + " would send it out by " + port.name() + ", which is " + state(port) + ".");
    }

    private static Journey.Lost byFlood(Step s, Place bridge) {
        List<Place> others = bridge.ports().stream().filter(q -> q != s.place()).toList();
        if (others.isEmpty()) {
            return lost(s, "unknown", bridge.name() + " has no other port to send it out by.");
        }
        if (others.stream().noneMatch(Place::forwards)) {
            Place closed = others.stream().filter(q -> !Shut.is(q)).findFirst().orElse(others.getFirst());
            return closed(s, bridge, closed);
        }
        return lost(
                s,
                "unknown",
                "It was not seen to leave " + bridge.name()
                        + ", though other ports forward; a filter may have dropped it.");
    }

    private static String state(Place p) {
        int state = p.portState();
        return state >= 0 && state < PORT_STATES.size()
                ? PORT_STATES.get(state) + " (spanning tree)"
                : "not forwarding";
    }

    private Journey.Lost atStack(Step s) {
        Place p = s.place();
        String who = said(p.id().space());
        if (!tables.places().knows(p.id().space())) {
            return lost(s, "unknown", "It came in at " + said(p) + ", whose tables are not known.");
        }
        if (!p.takes(s.frame())) {
            return lost(
                    s,
                    "unknown",
                    "It came to " + said(p) + ", whose address is not "
                            + s.frame().destination() + ", so " + who + " ignored it.");
        }
        if (!s.frame().isIp()) {
            return lost(s, "unknown", "It came to " + said(p) + ", and " + who + " had no use for it.");
        }
        return routing.of(s);
    }
}
