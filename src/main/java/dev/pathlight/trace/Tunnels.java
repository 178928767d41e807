package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.RowText;
import dev.pathlight.wire.VxlanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says by which row a packet was wrapped up for another machine, and who took it out of its coat there. */
final class Tunnels {
    private final Tables tables;

    Tunnels(Tables tables) {
        this.tables = tables;
    }

    /** What {@code by} decided, after the tunnel's part in it. */
    List<Decision> before(Step s, List<Decision> by) {
        Optional<Decision> own = s.isIn() ? unwrapped(s) : s.seen().coat().flatMap(coat -> wrapped(s, coat));
        if (own.isEmpty()) {
            return by;
        }
        List<Decision> all = new ArrayList<>(List.of(own.get()));
        all.addAll(by);
        return all;
    }

    /** The row for {@code mac} in the own MAC table of a tunnel's end. */
    Optional<FdbRow> row(Place tunnel, long mac) {
        return state(tunnel).stream()
                .flatMap(s -> s.ownRows().stream())
                .filter(r -> r.port() == tunnel.index() && r.mac().bits() == mac)
                .filter(r -> r.marks().to().isPresent())
                .findFirst();
    }

    Decision decision(Place tunnel, FdbRow row) {
        return new Decision(
                Decision.Kind.ENCAP,
                space(tunnel),
                tunnel.name(),
                RowText.tunnel(row, i -> tables.nameOf(space(tunnel), i)));
    }

    private Optional<Decision> wrapped(Step s, Coat coat) {
        return s.parent().map(Step::place).filter(p -> p.tunnel().isPresent()).map(tunnel -> {
            Optional<FdbRow> row = row(tunnel, s.seen().packet().destinationBits())
                    .filter(r -> r.marks().to().equals(Optional.of(coat.to())));
            Optional<IpAddress> remote =
                    tunnel.tunnel().flatMap(VxlanRow::remote).filter(coat.to()::equals);
            return row.map(r -> decision(tunnel, r))
                    .or(() -> remote.map(r -> new Decision(
                            Decision.Kind.ENCAP, space(tunnel), tunnel.name(), tunnel.name() + " remote " + r)))
                    .orElseGet(() -> Decision.unknown(
                            Decision.Kind.ENCAP,
                            space(tunnel),
                            tunnel.name(),
                            Sentence.of(
                                    "no row that is left says that {0} is behind {1}",
                                    s.seen().packet().destination(), coat.to())));
        });
    }

    /** As {@code ip -details link} says what the end takes. */
    private static Optional<Decision> unwrapped(Step s) {
        return s.parent().filter(Step::isIn).flatMap(p -> s.place().tunnel()).map(v -> {
            String row = s.place().name() + " vxlan id " + v.vni()
                    + v.local().map(l -> " local " + l).orElse("") + " dstport " + v.udpPort();
            return new Decision(Decision.Kind.DECAP, space(s.place()), s.place().name(), row);
        });
    }

    private static SpaceId space(Place p) {
        return p.id().space();
    }

    private Optional<SpaceState> state(Place p) {
        return tables.state(space(p));
    }
}
