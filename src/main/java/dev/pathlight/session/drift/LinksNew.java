package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Links that somebody has made. A bridge and a cable can be drawn; others can only be removed. */
record LinksNew(Expected expected, SpaceState now, List<SpaceState> all) {
    /** Those that the kernel makes by itself in every namespace when it knows their kinds. */
    private static final Set<String> KERNELS_OWN =
            Set.of("lo", "tunl0", "gre0", "gretap0", "erspan0", "sit0", "ip_vti0", "ip6_vti0", "ip6tnl0", "ip6gre0");

    /** ETH_DATA_LEN of {@code linux/if_ether.h}. */
    private static final int USUAL_MTU = 1500;

    private static final String BRIDGE = "bridge";

    private record End(SpaceState space, LinkRow row) {
        PortId id() {
            return new PortId(space.id(), new IfName(row.name()));
        }
    }

    void find() {
        for (LinkRow row : now.links()) {
            if (isNew(now, row) && row.kind().equals(BRIDGE)) {
                bridge(new End(now, row));
            }
        }
        for (LinkRow row : now.links()) {
            if (isNew(now, row)) {
                End end = new End(now, row);
                peer(end).ifPresentOrElse(other -> cable(end, other), () -> other(end));
            }
        }
    }

    private boolean isNew(SpaceState space, LinkRow row) {
        return !KERNELS_OWN.contains(row.name()) && !expected.has(space.id(), row.name());
    }

    private void bridge(End end) {
        PortId id = end.id();
        List<NetOp> made = new ArrayList<>();
        made.add(new NetOp.CreateBridge(
                id.space(),
                end.row().index(),
                id.name(),
                Optional.empty(),
                OptionalInt.empty(),
                BridgeOptions.DEFAULT));
        made.add(new NetOp.SetSnooping(id.space(), end.row().index(), id.name(), true));
        expected.add(Drift.of(id.toString(), Drift.Mark.NEW, Sentence.of("{0} is a new bridge", Named.of(id)), made));
    }

    private void cable(End a, End b) {
        List<NetOp> made = new ArrayList<>();
        made.add(new NetOp.CreateVeth(end(a), end(b)));
        if (b.row().isUp()) {
            made.add(new NetOp.SetUp(b.space().id(), b.row().index(), b.id().name(), true));
        }
        expected.add(Drift.of(
                a.id().toString(),
                Drift.Mark.NEW,
                Sentence.of("{0} – {1} is a new cable", Named.of(a.id()), Named.of(b.id())),
                made));
    }

    private static NetOp.VethEnd end(End e) {
        return new NetOp.VethEnd(
                e.space().id(),
                e.row().index(),
                e.id().name(),
                Optional.empty(),
                e.row().mtu() == USUAL_MTU
                        ? OptionalInt.empty()
                        : OptionalInt.of(e.row().mtu()),
                Optional.empty(),
                e.row().isUp());
    }

    /** The numbers of namespaces are each namespace's own: the other end is known by the indexes that both name. */
    private Optional<End> peer(End end) {
        if (!end.row().kind().equals("veth") || end.row().peer() == 0) {
            return Optional.empty();
        }
        boolean here = end.row().peerNsid().isEmpty();
        List<End> fitting = all.stream()
                .filter(s -> s.id().equals(now.id()) == here)
                .flatMap(s -> s.link(end.row().peer()).stream().map(r -> new End(s, r)))
                .filter(e -> e.row().kind().equals("veth")
                        && e.row().peer() == end.row().index()
                        && e.row().peerNsid().isEmpty() == here
                        && isNew(e.space(), e.row()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private void other(End end) {
        PortId id = end.id();
        expected.add(new Drift(
                id.toString(),
                Drift.Mark.NEW,
                Sentence.of("{0} is a new interface", Named.of(id)),
                List.of(),
                List.of(new NetOp.DeleteLink(id.space(), end.row().index(), id.name()))));
    }
}
