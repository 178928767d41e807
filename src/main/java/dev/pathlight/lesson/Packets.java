package dev.pathlight.lesson;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the packet an observation means among those seen. */
final class Packets {
    private Packets() {}

    static Verdict verdict(Observation.Packet wanted, List<Journey> seen) {
        List<Journey> kin = seen.stream()
                .filter(wanted.kind()::is)
                .filter(j -> wanted.from().isEmpty() || wanted.from().equals(Endings.sender(j)))
                .toList();
        Optional<Journey> found = kin.stream().filter(j -> holds(wanted, j)).reduce((a, b) -> b);
        return found.map(j -> new Verdict(true, Saying.journey(j)))
                .orElseGet(() -> new Verdict(false, instead(wanted, kin)));
    }

    private static Sentence instead(Observation.Packet wanted, List<Journey> kin) {
        Optional<Journey> last = kin.stream().reduce((a, b) -> b);
        if (last.isEmpty()) {
            return Sentence.of("no such packet was seen");
        }
        Journey j = last.get();
        boolean ended = ends(wanted.ending(), j);
        if (ended && wanted.used().isPresent() && !uses(wanted.used().get(), j)) {
            String rows = String.join("; ", rowsIn(wanted.used().get(), j).toList());
            return rows.isEmpty()
                    ? Sentence.of("{0}; no such row decided it", Saying.journey(j))
                    : Sentence.of("{0}; what decided was: {1}", Saying.journey(j), rows);
        }
        String way = String.join(
                " → ",
                j.hops().stream().map(h -> Saying.place(h.port()).toString()).toList());
        return Sentence.of("{0}; its way: {1}", Saying.journey(j), way);
    }

    private static boolean holds(Observation.Packet wanted, Journey j) {
        return j.settled()
                && ends(wanted.ending(), j)
                && passes(wanted.through(), j)
                && wanted.used().map(u -> uses(u, j)).orElse(true);
    }

    private static boolean ends(Observation.Ending wanted, Journey j) {
        if (j.outcome() != wanted.outcome()) {
            return false;
        }
        if (j.lost().isPresent()) {
            Journey.Lost lost = j.lost().get();
            return wanted.at().map(lost.space()::equals).orElse(true)
                    && wanted.why().map(lost.why()::equals).orElse(true);
        }
        List<Hop> arrivals = Endings.arrivals(j);
        return wanted.at().isEmpty() && wanted.ttl().isEmpty()
                || arrivals.stream().anyMatch(h -> arrives(wanted, h));
    }

    private static boolean arrives(Observation.Ending wanted, Hop h) {
        return wanted.at().map(h.port().space()::equals).orElse(true)
                && (wanted.ttl().isEmpty() || wanted.ttl().equals(h.ttl()));
    }

    private static boolean passes(List<PortId> through, Journey j) {
        Iterator<Hop> hops = j.hops().iterator();
        for (PortId wanted : through) {
            boolean seen = false;
            while (!seen && hops.hasNext()) {
                seen = hops.next().port().equals(wanted);
            }
            if (!seen) {
                return false;
            }
        }
        return true;
    }

    private static boolean uses(Observation.Used wanted, Journey j) {
        return rowsIn(wanted, j).anyMatch(row -> RowWords.in(row, wanted.row()));
    }

    private static Stream<String> rowsIn(Observation.Used wanted, Journey j) {
        return Stream.concat(
                        j.hops().stream().flatMap(h -> h.decisions().stream()),
                        j.lost().flatMap(Journey.Lost::row).stream())
                .filter(d -> d.space().equals(wanted.in()) && d.kind() == wanted.kind())
                .map(d -> d.row())
                .distinct();
    }
}
