package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Held.Neighbour;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Neighbours, and MACs behind tunnels' far ends, that were written down or deleted by hand. */
record NeighbourDrifts(Expected expected, SpaceState now) {
    /** NUD_PERMANENT and NUD_NOARP of {@code linux/neighbour.h}: not learned. */
    private static final int PERMANENT = 0x80;

    private static final int NO_ARP = 0x40;

    void find() {
        List<Neighbour> held = expected.at(now.id()).orElseThrow().neighbours();
        List<Neighbour> is = Stream.concat(
                        now.neighbours().stream().flatMap(n -> written(n).stream()),
                        now.ownRows().stream().flatMap(r -> written(r).stream()))
                .filter(n -> expected.has(now.id(), n.device().value()))
                .distinct()
                .toList();
        is.stream().filter(n -> !held.contains(n)).forEach(n -> add(n, Drift.Mark.NEW));
        held.stream().filter(n -> is.stream().noneMatch(i -> isFor(i, n))).forEach(n -> add(n, Drift.Mark.GONE));
    }

    /** An address has one MAC; behind a far end there are many, and a MAC may be behind several. */
    private static boolean isFor(Neighbour is, Neighbour held) {
        return held.tunnel()
                ? is.equals(held)
                : !is.tunnel()
                        && is.device().equals(held.device())
                        && is.address().equals(held.address());
    }

    private Optional<Neighbour> written(NeighbourRow row) {
        return now.link(row.index())
                .filter(l -> (row.state() & PERMANENT) != 0)
                .flatMap(l -> row.mac().map(m -> of(l, false, row.address(), m)));
    }

    /** Where frames for nobody in particular go belongs to the device. */
    private Optional<Neighbour> written(FdbRow row) {
        return now.link(row.port())
                .filter(l -> (row.marks().state() & (PERMANENT | NO_ARP)) != 0)
                .filter(l -> l.facts()
                        .vxlan()
                        .filter(v -> !v.remote().equals(row.marks().to()))
                        .isPresent())
                .flatMap(l -> row.marks().to().map(to -> of(l, true, to, row.mac())));
    }

    private static Neighbour of(LinkRow link, boolean tunnel, IpAddress address, Mac mac) {
        return new Neighbour(new IfName(link.name()), tunnel, address, mac);
    }

    private void add(Neighbour n, Drift.Mark mark) {
        boolean isNew = mark == Drift.Mark.NEW;
        now.link(n.device().value())
                .ifPresent(l -> expected.add(
                        new PortId(now.id(), n.device()),
                        mark,
                        isNew ? there(n) : gone(n),
                        List.of(isNew ? added(n, l.index()) : deleted(n, l.index()))));
    }

    private Sentence there(Neighbour n) {
        String named = Named.in(now, n.device());
        return n.tunnel()
                ? Sentence.of("{0} sends what is for {1} through {2}", named, n.mac(), n.address())
                : Sentence.of("{0} has {1} written down as {2}", named, n.address(), n.mac());
    }

    private Sentence gone(Neighbour n) {
        String named = Named.in(now, n.device());
        return n.tunnel()
                ? Sentence.of("{0} does not send what is for {1} through {2}", named, n.mac(), n.address())
                : Sentence.of("{0} lacks its neighbour {1}", named, n.address());
    }

    private NetOp added(Neighbour n, int index) {
        return n.tunnel()
                ? new NetOp.AddTunnelRow(now.id(), index, n.device(), n.mac(), n.address())
                : new NetOp.AddNeighbour(now.id(), index, n.device(), n.address(), n.mac());
    }

    private NetOp deleted(Neighbour n, int index) {
        return n.tunnel()
                ? new NetOp.DeleteTunnelRow(now.id(), index, n.device(), n.mac(), n.address())
                : new NetOp.DeleteNeighbour(now.id(), index, n.device(), n.address());
    }
}
