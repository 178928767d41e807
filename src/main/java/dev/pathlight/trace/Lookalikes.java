package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that was lately seen of packets that cannot be told apart, in order of time, and the journeys it makes. */
final class Lookalikes {
    private final PacketIdentity identity;
    private final List<Seen> seen = new ArrayList<>(4);
    private final List<OpenJourney> journeys = new ArrayList<>(1);
    private final Translations translations;
    private Frontier frontier;
    private Optional<OpenJourney> full = Optional.empty();
    private int forgotten;

    Lookalikes(PacketIdentity identity, Translations translations) {
        this.identity = identity;
        this.translations = translations;
        this.frontier = new Frontier(translations);
    }

    /** Takes all of others in, which turned out to be the same packets translated; they are to be joined again. */
    void takeIn(Lookalikes others) {
        others.seen.forEach(this::add);
        journeys.addAll(others.journeys);
    }

    /** Was one of them seen as a packet of one of these flows, or as an error about one? */
    boolean isOf(Set<Flow> flows) {
        return seen.stream()
                .anyMatch(s -> Flow.of(s.packet())
                        .or(() -> Quote.in(s.packet()).map(Quote::flow))
                        .filter(flows::contains)
                        .isPresent());
    }

    PacketIdentity identity() {
        return identity;
    }

    /** Takes a sighting in; true when it is the last in time. */
    boolean add(Seen s) {
        if (seen.isEmpty() || Seen.ORDER.compare(seen.getLast(), s) <= 0) {
            seen.add(s);
            return true;
        }
        int at = Collections.binarySearch(seen, s, Seen.ORDER);
        seen.add(at < 0 ? -at - 1 : at + 1, s);
        return false;
    }

    void dropLast() {
        seen.removeLast();
    }

    List<Seen> seen() {
        return seen;
    }

    List<OpenJourney> journeys() {
        return journeys;
    }

    Frontier frontier() {
        return frontier;
    }

    /** The journey that has as many hops as are kept. */
    Optional<OpenJourney> full() {
        return full;
    }

    void fill(OpenJourney journey) {
        full = Optional.of(journey);
    }

    /** Takes the journeys back: they are to be joined again. */
    List<OpenJourney> unjoin() {
        purge();
        List<OpenJourney> old = List.copyOf(journeys);
        journeys.clear();
        frontier = new Frontier(translations);
        full = Optional.empty();
        return old;
    }

    /** Forgets a journey and its sightings, in time: when half of all is to go. */
    void forget(OpenJourney journey) {
        if (journeys.size() == 1
                && journeys.getFirst() == journey
                && seen.size() == journey.steps().size()) {
            clear();
            return;
        }
        full = full.filter(f -> f != journey);
        frontier.remove(journey);
        forgotten += journey.steps().size();
        if (forgotten * 2 > seen.size()) {
            purge();
        }
    }

    /** All there was is forgotten. */
    private void clear() {
        journeys.clear();
        seen.clear();
        frontier = new Frontier(translations);
        full = Optional.empty();
        forgotten = 0;
    }

    private void purge() {
        journeys.removeIf(OpenJourney::isForgotten);
        seen.removeIf(s -> s.journey().filter(OpenJourney::isForgotten).isPresent());
        forgotten = 0;
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }
}
