package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the bridge that is down, or the port of one that is, or at whose cable's other end all is, on the way to an address. */
final class Shut {
    private final Places places;

    Shut(Places places) {
        this.places = places;
    }

    /** @param shut the first bridge or port on the way that nothing passes */
    private record Way(Place arrived, Optional<Place> shut) {}

    /** Can nothing leave by it? A veth whose other end is down has no carrier. */
    static boolean is(Place port) {
        return !port.isUp() || down(port).isPresent();
    }

    static Optional<Place> down(Place port) {
        return port.peers().stream().filter(q -> !q.isUp()).findFirst();
    }

    /** The end that is down. */
    static Optional<PortId> cause(Place port) {
        return Optional.of(down(port).filter(q -> port.isUp()).orElse(port).id());
    }

    /** The sentence for a frame that stopped at a bridge, for that or a port of it is shut. */
    static Sentence said(Place shut) {
        return shut.bridge()
                .map(b -> said(b, shut))
                .orElseGet(() -> Sentence.of("The bridge {0} is down.", Loss.said(shut)));
    }

    private static Sentence said(Place bridge, Place port) {
        return down(port)
                .filter(q -> port.isUp())
                .map(q -> Sentence.of(
                        "{0} would send it out by {1}, whose other end {2} in {3} is down.",
                        bridge.name(), port.name(), q.name(), Loss.said(q.id().space())))
                .orElseGet(
                        () -> Sentence.of("{0} would send it out by {1}, which is down.", bridge.name(), port.name()));
    }

    /** The bridge or port that cuts off the owner of {@code to} from what leaves by {@code out}; empty where some way is open. */
    Optional<Place> before(Place out, IpAddress to) {
        Deque<Way> open = new ArrayDeque<>();
        Set<Place> seen = new HashSet<>();
        out.peers().forEach(p -> open.add(new Way(p, Optional.empty())));
        return search(open, seen, to);
    }

    /** The same for what a bridge forwards. */
    Optional<Place> behind(Place bridge, IpAddress to) {
        Deque<Way> open = new ArrayDeque<>();
        Set<Place> seen = new HashSet<>();
        leave(bridge, Optional.empty(), open, seen);
        return search(open, seen, to);
    }

    /** Ways that are open are gone first. */
    private Optional<Place> search(Deque<Way> ways, Set<Place> seen, IpAddress to) {
        while (!ways.isEmpty()) {
            Way w = ways.removeFirst();
            if (!seen.add(w.arrived())) {
                continue;
            }
            Optional<Place> bridge = w.arrived().bridge();
            if (places.owns(bridge.orElse(w.arrived()).id().space(), to)) {
                return w.shut().or(() -> bridge.filter(b -> !b.isUp()));
            }
            bridge.ifPresent(b -> leave(b, w.shut(), ways, seen));
        }
        return Optional.empty();
    }

    private static Optional<Place> first(Place bridge, Place port) {
        return bridge.isUp() ? Optional.of(port).filter(Shut::is) : Optional.of(bridge);
    }

    private static void leave(Place bridge, Optional<Place> shut, Deque<Way> ways, Set<Place> seen) {
        for (Place port : bridge.ports()) {
            if (!seen.contains(port)) {
                Optional<Place> now = shut.or(() -> first(bridge, port));
                for (Place peer : port.peers()) {
                    Way next = new Way(peer, now);
                    if (now.isEmpty()) {
                        ways.addFirst(next);
                    } else {
                        ways.addLast(next);
                    }
                }
            }
        }
    }
}
