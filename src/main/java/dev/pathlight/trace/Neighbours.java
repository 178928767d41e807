package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RowText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What namespaces know of their neighbours' Ethernet addresses: the kernel's rows, and what questions and answers were
 * just seen, which the kernel's rows follow a little later.
 */
final class Neighbours {
    private static final int REMEMBERED = 16_384;
    private static final int INCOMPLETE = 0x01;
    private static final int REACHABLE = 0x02;
    private static final int STALE = 0x04;
    private static final int FAILED = 0x20;

    private final Map<Key, NeighbourRow> heard = bounded();
    private final Map<Key, Asked> asked = bounded();

    /** What was said of a neighbour before, until a table or an answer changes. */
    private final Map<Said, Optional<Decision>> said = bounded();

    private record Said(PortId port, IpAddress hop, long mac) {
        @Override
        public int hashCode() {
            return Long.hashCode(hop.low() * 31 + mac) ^ port.name().value().hashCode();
        }
    }

    private record Key(PortId port, IpAddress address) {}

    private record Asked(int times, boolean answered) {}

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** A table changed. */
    void forget() {
        said.clear();
    }

    /** A question left by an interface. */
    void ask(Place port, IpAddress subject) {
        Key key = new Key(port.id(), subject);
        Asked before = asked.getOrDefault(key, new Asked(0, false));
        asked.put(key, new Asked(before.answered ? 1 : before.times + 1, false));
    }

    /** A question or an answer came in to the stack it was meant for: Linux learns the sender from both. */
    void hear(Place port, Frame f) {
        boolean answer = Discovery.isAnswer(f);
        Optional<IpAddress> sender = answer ? Discovery.subject(f) : Optional.of(f.from());
        Optional<Mac> mac = Discovery.linkAddress(f);
        if (sender.isPresent() && mac.isPresent()) {
            Key key = new Key(port.id(), sender.get());
            said.clear();
            heard.put(key, new NeighbourRow(port.index(), sender.get(), mac, answer ? REACHABLE : STALE));
            if (answer && asked.containsKey(key)) {
                asked.put(key, new Asked(1, true));
            }
        }
    }

    /** The row that gave a frame leaving by {@code port} its destination address; empty when none is known to say so. */
    Optional<Decision> decision(Optional<SpaceState> state, Place port, IpAddress hop, Frame f) {
        return said.computeIfAbsent(
                new Said(port.id(), hop, f.destinationBits()), s -> say(state, port, hop, f.destination()));
    }

    private Optional<Decision> say(Optional<SpaceState> state, Place port, IpAddress hop, Mac destination) {
        Optional<NeighbourRow> shown =
                shown(state, port, hop).filter(r -> r.mac().equals(Optional.of(destination)));
        return shown.or(() -> Optional.ofNullable(heard.get(new Key(port.id(), hop)))
                        .filter(r -> r.mac().equals(Optional.of(destination))))
                .map(r -> of(port, RowText.neighbour(r, i -> port.name())));
    }

    /** Why a question leaves: no row says the address, or it is asked again whether it still holds. */
    Decision question(Place port, IpAddress subject, Frame f) {
        String start = subject + " dev " + port.name();
        return of(
                port,
                f.isGroup()
                        ? start + ": no entry, so ask"
                        : start + " lladdr " + f.destination() + ": not confirmed of late, so ask again");
    }

    private static Decision of(Place port, String row) {
        return new Decision(Decision.Kind.NEIGHBOUR, port.id().space(), "", row);
    }

    private static Optional<NeighbourRow> shown(Optional<SpaceState> state, Place port, IpAddress hop) {
        return state.flatMap(s -> s.neighbours().stream()
                .filter(n -> n.index() == port.index() && n.address().equals(hop))
                .findFirst());
    }

    /** Is it known that nobody answers for {@code hop} on this link: the kernel's row says so, or questions stay unanswered? */
    boolean silent(Optional<SpaceState> state, Place port, IpAddress hop) {
        Optional<NeighbourRow> row = shown(state, port, hop);
        return row.map(r -> r.state() == FAILED || r.state() == INCOMPLETE).orElseGet(() -> unanswered(port, hop) > 0);
    }

    /** How many questions for {@code subject} left by {@code port} since somebody answered. */
    int unanswered(Place port, IpAddress subject) {
        Asked a = asked.getOrDefault(new Key(port.id(), subject), new Asked(0, true));
        return a.answered ? 0 : a.times;
    }
}
