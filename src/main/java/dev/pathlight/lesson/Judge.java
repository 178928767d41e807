package dev.pathlight.lesson;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says whether an observation holds, by what was seen and nothing else. */
public final class Judge {
    private static final int MOST_ROWS = 8;
    private static final int TABLE_LOCAL = 255;
    private static final int LOOPBACK = 1;

    /** NUD_REACHABLE, STALE, DELAY, PROBE, NOARP and PERMANENT of linux/neighbour.h: the address is known. */
    private static final int NUD_VALID = 0xde;

    private final Witnessed seen;

    private Judge(Witnessed seen) {
        this.seen = seen;
    }

    public static Verdict of(Observation observation, Witnessed seen) {
        Judge judge = new Judge(seen);
        return switch (observation) {
            case Observation.Running(boolean runs) ->
                new Verdict(seen.running() == runs, Saying.of(new Observation.Running(seen.running())));
            case Observation.Packet p -> Packets.verdict(p, seen.journeys());
            case Observation.Route r -> judge.in(r.in(), s -> routes(r, s));
            case Observation.Neighbour n -> judge.in(n.in(), s -> neighbour(n, s));
            case Observation.MacLearned m -> judge.in(m.bridge().space(), s -> mac(m, s));
            case Observation.Forwarding f -> judge.in(f.in(), s -> forwarding(f, s));
        };
    }

    private Verdict in(SpaceId space, java.util.function.Function<SpaceState, Verdict> judge) {
        return seen.tables()
                .space(space)
                .filter(s -> seen.running())
                .map(judge)
                .orElseGet(() -> new Verdict(false, Sentence.of("{0} does not run", Saying.place(space))));
    }

    private static Verdict routes(Observation.Route wanted, SpaceState space) {
        List<String> rows = space.routes().stream()
                .filter(Judge::isShown)
                .map(r -> RowText.route(r, space::nameOf))
                .toList();
        int at = indexOf(rows, r -> RowWords.in(r, wanted.row()));
        boolean ordered = wanted.before()
                .map(b -> indexOf(rows, r -> RowWords.in(r, b)) > at)
                .orElse(true);
        boolean found = at >= 0 && ordered;
        return new Verdict(found == wanted.present(), found ? Sentence.verbatim(rows.get(at)) : rows(rows));
    }

    /** As {@code ip route} and {@code ip -6 route}: neither the local table nor what the loopback has for itself. */
    private static boolean isShown(RouteRow r) {
        return r.table() != TABLE_LOCAL && r.device() != LOOPBACK;
    }

    private static Verdict neighbour(Observation.Neighbour wanted, SpaceState space) {
        Optional<NeighbourRow> known = space.neighbours().stream()
                .filter(n -> n.address().equals(wanted.address()))
                .filter(n -> n.mac().isPresent() && (n.state() & NUD_VALID) != 0)
                .findFirst();
        List<String> rows = known.map(List::of).orElse(space.neighbours()).stream()
                .map(n -> RowText.neighbour(n, space::nameOf))
                .toList();
        return new Verdict(known.isPresent() == wanted.present(), rows(rows));
    }

    private static Verdict mac(Observation.MacLearned wanted, SpaceState space) {
        List<MacRow> learned = space.macs().stream()
                .filter(m -> m.bridge().equals(wanted.bridge().name().value()) && !m.local())
                .toList();
        Optional<MacRow> found = learned.stream()
                .filter(m -> m.owner().equals(Optional.of(wanted.owner())))
                .filter(m -> wanted.port().map(p -> p.value().equals(m.port())).orElse(true))
                .findFirst();
        List<String> rows = found.map(List::of).orElse(learned).stream()
                .map(m -> m.mac() + " dev " + m.port()
                        + m.owner().map(o -> " (" + Saying.place(o) + ")").orElse(""))
                .toList();
        return new Verdict(found.isPresent() == wanted.present(), rows(rows));
    }

    private static Verdict forwarding(Observation.Forwarding wanted, SpaceState space) {
        boolean on = space.links().stream()
                .filter(l -> l.index() != LOOPBACK)
                .flatMap(l -> Stream.ofNullable(space.forwardsV4(l.index()).orElse(null)))
                .anyMatch(f -> f);
        return new Verdict(on == wanted.on(), Saying.of(new Observation.Forwarding(wanted.in(), on)));
    }

    private static Sentence rows(List<String> rows) {
        if (rows.isEmpty()) {
            return Sentence.of("the table is empty");
        }
        String more = rows.size() > MOST_ROWS ? "; …" : "";
        String all = String.join("; ", rows.stream().limit(MOST_ROWS).toList()) + more;
        return Sentence.verbatim(all);
    }

    private static int indexOf(List<String> rows, Predicate<String> wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (wanted.test(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
