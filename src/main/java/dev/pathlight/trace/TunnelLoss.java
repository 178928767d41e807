package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.VxlanRow;
import java.util.List;
import java.util.Optional;

/** Says why a packet was lost at a tunnel: on its way into the coat, or out of it. */
final class TunnelLoss {
    private final Tables tables;
    private final Tunnels tunnels;

    TunnelLoss(Tables tables) {
        this.tables = tables;
        this.tunnels = new Tunnels(tables);
    }

    /** It left by a tunnel's end, and was not seen to leave the machine in its coat. */
    Journey.Lost into(Step s, VxlanRow vxlan) {
        Place tunnel = s.place();
        Optional<FdbRow> row = tunnels.row(tunnel, s.frame().destinationBits());
        Optional<IpAddress> to = row.flatMap(r -> r.marks().to()).or(vxlan::remote);
        if (to.isEmpty()) {
            return Loss.lost(
                    s,
                    "no-neighbour",
                    Sentence.of(
                            "No row of {0} says which machine {1} is behind.",
                            Loss.said(tunnel), s.frame().destination()));
        }
        Optional<Place> nic = tables.places().at(tunnel.id().space(), vxlan.device());
        boolean silent = nic.isPresent()
                && tables.neighbours().silent(tables.state(tunnel.id().space()), nic.get(), to.get(), s.nanos());
        Sentence why = silent
                ? Sentence.of(
                        "{0} was to wrap it up for {1}, and nobody answers for that address on {2}.",
                        Loss.said(tunnel), to.get(), nic.get().name())
                : Sentence.of(
                        "{0} was to wrap it up for {1}, and that packet was not seen to leave.",
                        Loss.said(tunnel), to.get());
        Journey.Lost lost = Loss.lost(s, silent ? "no-neighbour" : "unknown", why);
        return new Journey.Lost(
                lost.space(), lost.port(), lost.why(), lost.explanation(), row.map(r -> tunnels.decision(tunnel, r)));
    }

    /** It came in its coat to the machine it was for, and nobody took it out. */
    Optional<Journey.Lost> outOf(Step s, Coat coat) {
        if (!tables.places().owns(s.place().id().space(), coat.to())) {
            return Optional.empty();
        }
        Sentence who = Loss.said(s.place().id().space());
        List<Place> takers = s.place().tunnels(coat);
        if (takers.isEmpty()) {
            Sentence why = Sentence.of(
                    "{0} has no tunnel with VNI {1} on UDP port {2}, so nobody there takes the packet out.",
                    who, coat.vni(), coat.udpPort());
            Optional<Place> other = s.place().tunnels().stream().findFirst();
            return Optional.of(Loss.lost(s, "no-listener", why).withCause(other.map(Place::id)));
        }
        Place taker = takers.getFirst();
        return Optional.of(
                taker.isUp()
                        ? Loss.lost(
                                s,
                                "unknown",
                                Sentence.of(
                                        "It came to {0} in its coat, and was not seen to come out at {1}.",
                                        who, taker.name()))
                        : Loss.lost(s, "link-down", Sentence.of("{0} is down.", Loss.said(taker)))
                                .withCause(Optional.of(taker.id())));
    }
}
