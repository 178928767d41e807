package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.Optional;

/** An address that two interfaces have: both answer the same question, and whoever asked goes by one answer only. */
final class Duplicate {
    private final Tables tables;

    Duplicate(Tables tables) {
        this.tables = tables;
    }

    /** Present where the journey is the answer that the kernel did not go by. */
    Optional<Journey.Lost> in(OpenJourney j) {
        return Discovery.isAnswer(j.first().frame())
                ? j.steps().stream()
                        .filter(s -> s.atStack() && s.place().takes(s.frame()))
                        .findFirst()
                        .flatMap(this::at)
                : Optional.empty();
    }

    private Optional<Journey.Lost> at(Step s) {
        return Introduction.in(s.frame())
                .flatMap(l -> tables.neighbours()
                        .overruled(tables.state(s.place().id().space()), s.place(), l, s.nanos())
                        .map(winner -> lost(s, l, winner)));
    }

    private Journey.Lost lost(Step s, Introduction l, Mac winner) {
        Optional<PortId> cause = holder(l.address(), l.mac()).map(Place::id);
        return Loss.lost(
                        s,
                        "duplicate-address",
                        Sentence.of(
                                "Two have the address {0}, {1} and {2}, and both answered: {3} goes by {2}, and takes"
                                        + " no notice of this answer.",
                                l.address(),
                                said(l.address(), l.mac()),
                                said(l.address(), winner),
                                Loss.said(s.place().id().space())))
                .withCause(cause);
    }

    private Optional<Place> holder(IpAddress address, Mac mac) {
        return tables.places().holders(address).stream()
                .filter(p -> p.hasMac(mac.bits()))
                .findFirst();
    }

    private String said(IpAddress address, Mac mac) {
        return holder(address, mac).map(p -> Loss.said(p) + " (" + mac + ")").orElse(mac.toString());
    }
}
