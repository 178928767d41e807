package dev.pathlight.trace;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies before a sighting that follows none: was the packet born there, or was its coming not seen? At most one sighting
 * is missing in a gap, and only one journey may fit, or none is taken.
 */
final class Gaps {
    private final Tables tables;

    Gaps(Tables tables) {
        this.tables = tables;
    }

    /** A hop beyond one that was not seen. */
    record Beyond(Frontier.Front front, Gap gap) {}

    /** Can a packet be first seen here, so that nothing is missing before? */
    boolean isOrigin(Seen s) {
        Place p = s.place();
        Frame f = s.frame();
        if (s.isIn()) {
            return p.peers().isEmpty()
                    && !p.isLoopback()
                    && !p.isBridge()
                    && p.tunnel().isEmpty()
                    && p.below().isEmpty();
        }
        if (s.coat().filter(c -> !p.tunnels(c).isEmpty()).isPresent()) {
            return false;
        }
        if (p.bridge().isPresent()) {
            // A port's own device says little, under its own address; a bridge that borrowed the address does too.
            return p.hasMac(f.sourceBits()) && !p.bridge().get().hasMac(f.sourceBits());
        }
        return !f.isIp() || isOwn(p, tables.translations().source(p.id().space(), f));
    }

    private boolean isOwn(Place p, IpAddress from) {
        boolean unspecified = (from.high() | from.low()) == 0;
        return unspecified
                || !tables.places().knows(p.id().space())
                || tables.places().owns(p.id().space(), from);
    }

    /** What a journey's hops do not show though it must have been. */
    List<Journey.Missing> missing(OpenJourney j) {
        List<Journey.Missing> all = new ArrayList<>(0);
        Seen first = j.first().seen();
        if (first.isGivenUp() && !isOrigin(first)) {
            before(first).ifPresent(g -> all.add(g.before(0)));
        }
        for (Step s : j.steps()) {
            s.gap().ifPresent(g -> all.add(g.before(s.index())));
        }
        return all;
    }

    /** The place right before, where there can be one only. */
    private static Optional<Gap> before(Seen s) {
        Place p = s.place();
        return s.isIn() && p.peers().size() == 1
                ? Optional.of(new Gap(p.peers().getFirst(), Direction.OUT))
                : Optional.empty();
    }

    /** The one hop that {@code s} can follow when one sighting between them is missing. */
    Optional<Beyond> beyond(Seen s, Frontier frontier, long quietNanos) {
        List<Beyond> found = new ArrayList<>(1);
        if (s.isIn()) {
            before(s).ifPresent(g -> past(g, s, frontier, found));
            s.place().ports().forEach(port -> entered(port, s, 0, frontier, found));
        } else if (s.place().bridge().isPresent()) {
            Place bridge = s.place().bridge().get();
            bridge.ports().stream()
                    .filter(port -> port != s.place())
                    .forEach(port -> entered(port, s, 0, frontier, found));
            past(new Gap(bridge, Direction.OUT), s, frontier, found);
        } else if (s.frame().isIp() && !isOrigin(s)) {
            for (Place p : tables.places().in(s.place().id().space())) {
                if (p.bridge().isEmpty()) {
                    entered(p, s, 1, frontier, found);
                }
            }
        }
        found.removeIf(b -> b.front().journey().lastNanos() + quietNanos <= s.nanos());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Its leaving was missed: what could have left there? */
    private static void past(Gap gap, Seen s, Frontier frontier, List<Beyond> into) {
        List<Frontier.Front> fronts = new ArrayList<>(1);
        frontier.before(gap.at(), false, s.frame(), fronts);
        fronts.forEach(f -> into.add(new Beyond(f, gap)));
    }

    /** Its coming in at {@code port} was missed: what was sent there, and through {@code routers} on the way to {@code s}? */
    private static void entered(Place port, Seen s, int routers, Frontier frontier, List<Beyond> into) {
        List<Frontier.Front> fronts = new ArrayList<>(1);
        for (Place peer : port.peers()) {
            frontier.collect(
                    peer.sent(),
                    sent -> sent.wentOnlyPast(port)
                            && !sent.wentTo(s.place())
                            && (routers == 0
                                    ? Frontier.sameOnLink(sent.frame(), s.frame())
                                    : sent.frame().ttl() == s.frame().ttl() + routers && port.takes(sent.frame())),
                    fronts);
        }
        Gap gap = new Gap(port, Direction.IN);
        fronts.forEach(f -> into.add(new Beyond(f, gap)));
    }
}
