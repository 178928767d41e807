package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sightings written down by hand, and journeys as text that can be compared whole. */
final class Story {
    static final long BEGIN = World.READ + 1_000_000_000L;

    private final List<Sighting> sightings = new ArrayList<>();

    /** @param micros since the story began */
    Story out(long micros, String port, byte[] frame) {
        return see(micros, port, Direction.OUT, frame);
    }

    Story in(long micros, String port, byte[] frame) {
        return see(micros, port, Direction.IN, frame);
    }

    /** Over a cable: out at one end, in at the other a microsecond later. */
    Story cable(long micros, String from, String to, byte[] frame) {
        return out(micros, from, frame).in(micros + 1, to, frame);
    }

    private Story see(long micros, String port, Direction direction, byte[] frame) {
        sightings.add(new Sighting(PortId.parse(port), direction, BEGIN + micros * 1000, frame.length, frame));
        return this;
    }

    Story add(Sighting s) {
        sightings.add(s);
        return this;
    }

    List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** What a tracker that knows {@code world} tells in the end. */
    List<Journey> settledIn(World world) {
        JourneyTracker tracker = new JourneyTracker(world);
        tracker.tables(world.snapshot());
        List<Journey> all = new ArrayList<>(tracker.accept(sightings));
        all.addAll(tracker.settleAll());
        return all.stream().filter(Journey::settled).toList();
    }

    String toldIn(World world) {
        return told(settledIn(world));
    }

    static String told(List<Journey> journeys) {
        return journeys.stream().map(Story::told).collect(Collectors.joining());
    }

    private static String told(Journey j) {
        StringBuilder s =
                new StringBuilder(word(j.outcome()) + (j.settled() ? "" : " so far") + ": " + j.what() + "\n");
        for (Hop h : j.hops()) {
            s.append("  ")
                    .append(h.parent())
                    .append(' ')
                    .append(h.port())
                    .append(' ')
                    .append(word(h.direction()));
            s.append(h.decisions().stream().map(Story::told).collect(Collectors.joining(" and ", " by ", "")));
            s.append('\n');
        }
        j.missing()
                .forEach(m -> s.append("  before ")
                        .append(m.before())
                        .append(": ")
                        .append(m.explanation())
                        .append('\n'));
        j.lost()
                .ifPresent(l -> s.append("  at ")
                        .append(l.at())
                        .append(", ")
                        .append(l.why())
                        .append(": ")
                        .append(l.explanation())
                        .append('\n'));
        return s.toString();
    }

    private static String told(Decision d) {
        String place = d.space() + (d.table().isEmpty() ? "" : " " + d.table());
        return word(d.kind()) + " (" + place + ") " + d.row();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
