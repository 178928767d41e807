package dev.pathlight.trace;

import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which row decided a hop: how bridges forward here, how network stacks route in {@link Routing}. */
final class Forwarding {
    private final Tables tables;
    private final Routing routing;
    private final Tunnels tunnels;
    private final Filtering filtering;

    Forwarding(Tables tables) {
        this.tables = tables;
        this.routing = new Routing(tables);
        this.tunnels = new Tunnels(tables);
        this.filtering = new Filtering(tables);
    }

    /** Decides a step just added to its journey; what it shows may take back what was said of the step before. */
    void decide(Step s) {
        Optional<Place> bridge = s.place().bridge();
        if (bridge.isEmpty()) {
            s.decide(tunnels.before(s, s.isIn() ? routing.in(s) : routing.out(s)));
            if (!s.isIn() && s.place().isBridge()) {
                bridging(s, s.place()).ifPresent(s::bridgedBy);
            }
        } else if (s.isIn()) {
            bridging(s, bridge.get()).ifPresent(b -> {
                s.bridgedBy(b);
                s.decide(List.of(b.decision()));
            });
        } else {
            s.parent().ifPresent(p -> follow(p, s));
        }
    }

    private Optional<Step.Bridging> bridging(Step s, Place bridge) {
        boolean entersByBlockedPort = s.isIn() && !s.place().forwards();
        if (s.frame().staysOnLink() || entersByBlockedPort) {
            return Optional.empty();
        }
        long mac = s.frame().destinationBits();
        Optional<MacHistory.Row> row =
                s.frame().isGroup() ? Optional.empty() : tables.macs().at(bridge.id(), mac, s.nanos());
        return Optional.of(row.map(r -> new Step.Bridging(r.decision(), row, false))
                .orElseGet(() -> flood(s, bridge, noRow(s.frame(), bridge))));
    }

    private static String noRow(Frame f, Place bridge) {
        String others = ": every other port of " + bridge.name();
        Mac mac = f.destination();
        if (mac.equals(Mac.BROADCAST)) {
            return mac + " is broadcast" + others;
        }
        return f.isGroup()
                ? mac + " is multicast" + others
                : mac + " not in the table of " + bridge.name() + ": every other port";
    }

    private static Step.Bridging flood(Step s, Place bridge, String why) {
        Decision d = new Decision(Decision.Kind.FLOOD, s.place().id().space(), bridge.name(), why);
        return new Step.Bridging(d, Optional.empty(), true);
    }

    /** Out at a bridge's port: by what the bridge decided when the frame came to it, unless that names another port. */
    private void follow(Step entry, Step out) {
        if (!entry.frame().hasEndsOf(out.frame())) {
            turnedRound(entry, out);
            return;
        }
        entry.bridging().ifPresent(b -> {
            boolean other = b.row()
                    .map(r -> r.local() || !r.port().equals(out.place().name()))
                    .orElse(false);
            if (other) {
                String said = b.row().map(MacHistory.Row::port).orElse("");
                doubt(
                        entry,
                        Sentence.of(
                                "the table said {0}, yet the frame left by {1}",
                                said, out.place().name()));
            } else {
                out.decide(List.of(b.decision()));
            }
        });
    }

    /** Its destination was translated while the bridge had it: only then was its port looked up. */
    private void turnedRound(Step entry, Step out) {
        entry.decide(routing.translatedIn(entry));
        List<Decision> all = new ArrayList<>(routing.translatedOut(out));
        out.place()
                .bridge()
                .flatMap(b -> tables.macs().at(b.id(), out.frame().destinationBits(), out.nanos()))
                .ifPresent(row -> all.add(row.decision()));
        out.decide(all);
    }

    /** The packet went otherwise than the row says: trust the sightings, and name no row. */
    private static void doubt(Step entry, Sentence why) {
        Step.Bridging was = entry.bridging().orElseThrow();
        Decision d = Decision.unknown(
                Decision.Kind.FDB, was.decision().space(), was.decision().table(), why);
        Step.Bridging unknown = new Step.Bridging(d, Optional.empty(), false);
        entry.bridgedBy(unknown);
        if (entry.isIn()) {
            entry.decide(List.of(d));
        }
        entry.children().stream().filter(c -> !c.isIn()).forEach(c -> c.decide(List.of(d)));
    }

    /** Decides all of a journey's steps again, with what is known by now of the moments they were seen at. */
    void decideAgain(OpenJourney journey) {
        journey.steps().forEach(Step::undecide);
        journey.steps().forEach(this::decide);
    }

    /** At a journey's end: a "flood" that left by one port while others stood open was none. */
    void review(OpenJourney journey) {
        if (journey.isReviewed()) {
            decideAgain(journey);
        }
        journey.markReviewed();
        journey.steps().forEach(this::letPass);
        for (Step s : journey.steps()) {
            if (missesCopies(s)) {
                Place bridge = s.place().bridge().orElse(s.place());
                doubt(
                        s,
                        Sentence.of(
                                "no row for {0} was seen in the table of {1}, yet the frame left by {2} of {3} other"
                                        + " ports",
                                s.frame().destination(), bridge.name(), s.copies(), open(s)));
            }
        }
    }

    /** Which rules let it pass is often told after it was seen; it says nothing about its way, and stands last. */
    private void letPass(Step s) {
        List<Decision> by = filtering.accepted(s);
        if (!by.isEmpty()) {
            List<Decision> all = new ArrayList<>(s.decisions());
            by.stream().filter(d -> !all.contains(d)).forEach(all::add);
            s.decide(all);
        }
    }

    /** Was this flooded to one address, as it seems, and yet not all copies were seen? */
    boolean missesCopies(Step s) {
        boolean flooded = s.bridging().isPresent() && s.bridging().get().flood();
        return flooded && !s.frame().isGroup() && !s.isLeaf() && s.copies() < open(s);
    }

    boolean missesCopies(OpenJourney journey) {
        for (Step s : journey.steps()) {
            if (missesCopies(s)) {
                return true;
            }
        }
        return false;
    }

    private static long open(Step s) {
        return s.place().bridge().orElse(s.place()).ports().stream()
                .filter(p -> p != s.place() && p.forwards())
                .count();
    }
}
