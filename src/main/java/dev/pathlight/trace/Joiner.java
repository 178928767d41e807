package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins sightings of equal packets to journeys, in order of time. What comes of it depends on the sightings and the wiring
 * alone, so that after a late one all can be joined again as if it had come in time.
 */
final class Joiner {
    private final Limits limits;
    private final Forwarding forwarding;
    private final Ending ending;
    private final Gaps gaps;
    private long ambiguous;
    private long letGo;

    Joiner(Limits limits, Forwarding forwarding, Ending ending, Gaps gaps) {
        this.limits = limits;
        this.forwarding = forwarding;
        this.ending = ending;
        this.gaps = gaps;
    }

    /** Sightings that fitted several journeys equally, so far. */
    long ambiguous() {
        return ambiguous;
    }

    /** Hops that were not kept, so far. */
    long letGo() {
        return letGo;
    }

    /** Joins a sighting later than all before; empty when there are too many hops to keep it. */
    Optional<OpenJourney> join(Lookalikes kin, Seen s) {
        List<Frontier.Front> before = kin.frontier().before(s);
        if (!before.isEmpty()) {
            before.removeIf(f -> f.journey().lastNanos() + limits.quietNanos() <= s.nanos());
        }
        if (before.size() > 1) {
            ambiguous += s.markAmbiguous() ? 1 : 0;
            before.forEach(f -> f.journey().markAmbiguous());
        }
        Optional<Frontier.Front> front = before.isEmpty() ? Optional.empty() : Optional.of(before.getFirst());
        Optional<Gap> gap = Optional.empty();
        if (front.isEmpty() && s.isGivenUp()) {
            Optional<Gaps.Beyond> beyond = gaps.beyond(s, kin.frontier(), limits.quietNanos());
            front = beyond.map(Gaps.Beyond::front);
            gap = beyond.map(Gaps.Beyond::gap);
        }
        if (front.isEmpty() && kin.full().isPresent()) {
            letGo++;
            return Optional.empty();
        }
        OpenJourney journey = front.map(Frontier.Front::journey).orElseGet(() -> begin(kin));
        if (journey.steps().size() >= limits.hops()) {
            kin.fill(journey);
            letGo++;
            return Optional.empty();
        }
        add(journey, new Step(s, journey.steps().size(), front.map(Frontier.Front::step), gap));
        return Optional.of(journey);
    }

    private static OpenJourney begin(Lookalikes kin) {
        OpenJourney journey = new OpenJourney(kin);
        kin.journeys().add(journey);
        return journey;
    }

    private void add(OpenJourney journey, Step step) {
        journey.add(step);
        step.seen().joined(journey);
        forwarding.decide(step);
        journey.kin()
                .frontier()
                .add(journey, step, ending.isFinal(step))
                .filter(j -> j.lastNanos() + limits.quietNanos() > step.nanos())
                .ifPresent(j -> letGo++);
    }

    /**
     * Joins all sightings of these packets again. A journey keeps its id; of one that turns out to be part of another the
     * caller learns.
     *
     * @param merged takes those that were told and are no more
     * @return the journeys that were, and are gone
     */
    List<OpenJourney> rejoin(Lookalikes kin, List<Merged> merged) {
        List<OpenJourney> old = kin.unjoin();
        Map<OpenJourney, Set<OpenJourney>> heirs = new LinkedHashMap<>();
        kin.seen().removeIf(s -> {
            Optional<OpenJourney> was = s.journey();
            Optional<OpenJourney> now = join(kin, s);
            now.ifPresent(j -> was.ifPresent(
                    w -> heirs.computeIfAbsent(j, k -> new HashSet<>()).add(w)));
            return now.isEmpty();
        });
        IdentityHashMap<OpenJourney, OpenJourney> heirOf = new IdentityHashMap<>();
        Set<Long> kept = new HashSet<>();
        heirs.forEach((heir, from) -> {
            inherit(heir, from, kept);
            from.forEach(w -> heirOf.putIfAbsent(w, heir));
        });
        for (OpenJourney w : old) {
            w.become(OpenJourney.State.GONE);
            OpenJourney heir = heirOf.get(w);
            if (heir != null && w.id() != 0 && !kept.contains(w.id())) {
                merged.add(new Merged(w.id(), heir.id()));
            }
        }
        return old;
    }

    private static void inherit(OpenJourney heir, Set<OpenJourney> from, Set<Long> kept) {
        List<OpenJourney> told = new ArrayList<>(from);
        told.removeIf(w -> w.id() == 0 || kept.contains(w.id()));
        told.stream().min(Comparator.comparingLong(OpenJourney::id)).ifPresent(w -> {
            heir.name(w.id());
            kept.add(w.id());
        });
        if (from.stream().anyMatch(OpenJourney::isSettled)) {
            heir.become(OpenJourney.State.SETTLED);
        }
    }
}
