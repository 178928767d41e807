package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RowText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What namespaces know of their neighbours' Ethernet addresses: the kernel's rows, and what questions and answers were
 * just seen, which the kernel's rows follow a little later.
 */
final class Neighbours {
    private static final int REMEMBERED = 16_384;
    /** So long ARP keeps to the first answer ({@code locktime} in arp(7)). */
    private static final long LOCKTIME_NANOS = 1_000_000_000L;

    private static final int INCOMPLETE = 0x01;
    private static final int REACHABLE = 0x02;
    private static final int STALE = 0x04;
    private static final int FAILED = 0x20;

    private final Map<Key, StampedHistory<NeighbourRow>> heard = bounded();
    private final Map<Key, Inquiry> asked = bounded();

    /** When an Ethernet address last answered for an IP address. */
    private final Map<Key, Map<Mac, Long>> answers = bounded();

    /** What was said of a neighbour by the kernel's row, until a table changes. */
    private final Map<Said, Optional<Decision>> said = bounded();

    private record Said(PortId port, IpAddress hop, long mac) {
        @Override
        public int hashCode() {
            return Long.hashCode(hop.low() * 31 + mac) ^ port.name().value().hashCode();
        }
    }

    private record Key(PortId port, IpAddress address) {
        @Override
        public int hashCode() {
            return Long.hashCode(address.low() * 31) ^ port.name().value().hashCode();
        }
    }

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
    void ask(Place port, IpAddress subject, long nanos) {
        inquiry(port, subject).ask(nanos);
    }

    private Inquiry inquiry(Place port, IpAddress subject) {
        return asked.computeIfAbsent(new Key(port.id(), subject), k -> new Inquiry());
    }

    /** A question or an answer came in to the stack it was meant for: Linux learns the sender from both. */
    void hear(Place port, Frame f, long nanos) {
        Introduction.in(f).ifPresent(l -> {
            NeighbourRow row =
                    new NeighbourRow(port.index(), l.address(), Optional.of(l.mac()), l.answer() ? REACHABLE : STALE);
            heard.computeIfAbsent(new Key(port.id(), l.address()), k -> new StampedHistory<>())
                    .put(nanos, row);
            if (l.answer()) {
                inquiry(port, l.address()).answer(nanos);
                answers.computeIfAbsent(new Key(port.id(), l.address()), k -> new HashMap<>(1))
                        .put(l.mac(), nanos);
            }
        });
    }

    /**
     * The other Ethernet address that answered for the same IP address at the same time, and by which the kernel goes: two
     * interfaces have that address. Empty where {@code l} is the answer that counts.
     */
    Optional<Mac> overruled(Optional<SpaceState> state, Place port, Introduction l, long nanos) {
        Optional<NeighbourRow> row = shown(state, port, l.address());
        return answers.getOrDefault(new Key(port.id(), l.address()), Map.of()).entrySet().stream()
                .filter(e -> !e.getKey().equals(l.mac()) && Math.abs(e.getValue() - nanos) < LOCKTIME_NANOS)
                .filter(e ->
                        row.flatMap(NeighbourRow::mac).map(e.getKey()::equals).orElse(e.getValue() < nanos))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The row that gave a frame leaving its destination address; empty when none is known to say so. */
    Optional<Decision> decision(Optional<SpaceState> state, Seen out, IpAddress hop) {
        Place port = out.place();
        if (out.neighbour().isEmpty()) {
            out.neighbour(said.computeIfAbsent(
                    new Said(port.id(), hop, out.frame().destinationBits()),
                    s -> shown(state, port, hop).filter(r -> isTo(r, out)).map(r -> said(port, r))));
        }
        return out.neighbour()
                .orElseThrow()
                .or(() -> Optional.ofNullable(heard.get(new Key(port.id(), hop)))
                        .flatMap(h -> h.at(out.nanos()))
                        .filter(r -> isTo(r, out))
                        .map(r -> said(port, r)));
    }

    private static Decision said(Place port, NeighbourRow row) {
        return of(port, RowText.neighbour(row, i -> port.name()));
    }

    private static boolean isTo(NeighbourRow r, Seen out) {
        return r.mac().filter(m -> m.bits() == out.frame().destinationBits()).isPresent();
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
    boolean silent(Optional<SpaceState> state, Place port, IpAddress hop, long nanos) {
        Optional<NeighbourRow> row = shown(state, port, hop);
        return row.map(r -> r.state() == FAILED || r.state() == INCOMPLETE)
                .orElseGet(() -> unanswered(port, hop, nanos) > 0);
    }

    /** How many questions for {@code subject} had left by {@code port} at a moment since somebody answered. */
    int unanswered(Place port, IpAddress subject, long nanos) {
        Inquiry i = asked.get(new Key(port.id(), subject));
        return i == null ? 0 : i.unanswered(nanos);
    }

    /** Did an answer come to {@code port} in that time? */
    boolean isAnswered(Place port, IpAddress subject, long from, long to) {
        Inquiry i = asked.get(new Key(port.id(), subject));
        return i != null && i.isAnswered(from, to);
    }
}
