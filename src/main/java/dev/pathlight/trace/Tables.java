package dev.pathlight.trace;

import dev.pathlight.live.FilterNews;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the kernel's tables say, and lately said. */
final class Tables {
    private final RouteMemory routes;
    private final MacHistory macs = new MacHistory();
    private final Neighbours neighbours = new Neighbours();
    private final Refusals refusals = new Refusals();
    private boolean refused;
    private final Translations translations = new Translations();
    private final Verdicts verdicts = new Verdicts();
    private final Set<Long> rewritten = new HashSet<>();
    private Snapshot snapshot = Snapshot.EMPTY;
    private Places places = new Places(Snapshot.EMPTY);

    Tables(Routes routes) {
        this.routes = new RouteMemory(routes);
    }

    void take(Snapshot next) {
        boolean joints = next.spaces().size() != snapshot.spaces().size();
        boolean ways = joints;
        for (SpaceState now : next.spaces().values()) {
            Optional<SpaceState> before = snapshot.space(now.id());
            if (before.equals(Optional.of(now))) {
                continue;
            }
            joints |= before.map(b ->
                            !b.links().equals(now.links()) || !b.addresses().equals(now.addresses()))
                    .orElse(true);
            ways |= before.map(b -> !b.routes().equals(now.routes()) || b.generation() != now.generation())
                    .orElse(true);
            if (before.map(b -> !b.neighbours().equals(now.neighbours())).orElse(true)) {
                neighbours.forget();
            }
            macs.tables(now, next.nanos());
        }
        snapshot = next;
        if (joints) {
            places = new Places(next);
        }
        if (joints || ways) {
            changed(next.since());
        }
    }

    /** Ways were changed at that moment; what the tables are now comes later. */
    void changed(long nanos) {
        routes.forget(nanos);
        neighbours.forget();
    }

    /**
     * Takes in what a sighting teaches bridges and stacks.
     *
     * @param late it comes after later ones: then what it changes is kept for {@link #rewritten}
     */
    void learn(Seen s, boolean late) {
        Frame f = s.frame();
        Place p = s.place();
        if (p.bridge().isPresent()) {
            if (s.isIn() && macs.teach(p, f.sourceBits(), s.nanos()) && late) {
                rewritten.add(f.sourceBits());
            }
        } else if (s.isIn()) {
            if (p.takes(f) && Discovery.isMessage(f) && isConcerned(p, f)) {
                neighbours.hear(p, f, s.nanos());
                if (late) {
                    rewritten.add(f.sourceBits());
                    rewritten.add(p.mac());
                }
            }
        } else if (refusals.hear(p.id().space(), f, s.nanos())) {
            refused = true;
        } else if (Discovery.isQuestion(f) && Discovery.isFromHere(f)) {
            Discovery.subject(f).ifPresent(a -> neighbours.ask(p, a, s.nanos()));
        }
    }

    private boolean isConcerned(Place p, Frame f) {
        Optional<IpAddress> whom = f.isArp() || Discovery.isAnswer(f) ? Optional.of(f.to()) : Discovery.subject(f);
        return whom.filter(a -> places.owns(p.id().space(), a)).isPresent();
    }

    /** Takes in what netfilter did with a packet; the flows whose packets are to be judged anew. */
    Set<Flow> judged(FilterNews news) {
        return switch (news) {
            case FilterNews.Judged judged ->
                verdicts.add(judged, t -> new Filtering(this).translates(news.space(), t))
                        .map(Set::of)
                        .orElse(Set.of());
            case FilterNews.Connected c
            when c.connection().isTranslated() -> {
                Flow original = Flow.of(c.connection(), c.connection().original());
                Flow after = Flow.of(c.connection(), c.connection().reply()).answered();
                List<Flow> looks = List.of(original, original.to(after), after);
                yield translations.add(news.space(), c.connection(), verdicts.rules(news.space(), looks));
            }
            case FilterNews.Connected _ -> Set.of();
        };
    }

    Translations translations() {
        return translations;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    /** Ethernet addresses of which late sightings told something new about the past, since last asked. */
    Set<Long> rewritten() {
        Set<Long> all = Set.copyOf(rewritten);
        rewritten.clear();
        return all;
    }

    Refusals refusals() {
        return refusals;
    }

    /** Was a packet turned away since last asked? */
    boolean hasRefused() {
        boolean was = refused;
        refused = false;
        return was;
    }

    Places places() {
        return places;
    }

    MacHistory macs() {
        return macs;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    RouteMemory routes() {
        return routes;
    }

    Optional<SpaceState> state(SpaceId space) {
        return snapshot.space(space);
    }

    String nameOf(SpaceId space, int index) {
        return state(space).map(s -> s.nameOf(index)).orElse("if" + index);
    }
}
