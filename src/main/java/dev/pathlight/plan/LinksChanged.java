package dev.pathlight.plan;

import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** New devices, by the steps of the whole plan, and what is set otherwise at those that stay. */
record LinksChanged(Difference difference) {
    void write() {
        difference.stayed().forEach(this::rowsGone);
        for (Step step : difference.of(Stage.LINKS)) {
            if (step.op() instanceof NetOp.Enslave e) {
                down(e);
            }
            if (!difference.add(step) && step.op() instanceof NetOp.CreateVeth v) {
                v.a().bridge().ifPresent(b -> join(v.a()));
            }
        }
        for (SpaceId space : difference.stayed()) {
            for (Map.Entry<IfName, HeldLink> e :
                    difference.wanted().at(space).links().entrySet()) {
                change(new PortId(space, e.getKey()), e.getValue());
            }
        }
        // A device that was taken down has forgotten its neighbours.
        difference.of(Stage.LINKS).stream()
                .filter(s -> s.op() instanceof NetOp.AddNeighbour n
                        && difference.stayed().contains(n.space()))
                .forEach(difference::add);
    }

    /** A bond takes only what is down. */
    private void down(NetOp.Enslave e) {
        PortId member = new PortId(e.space(), e.name());
        boolean joins = !is(member).port().bridge().equals(Optional.of(e.master()));
        boolean bond = difference
                .now()
                .link(new PortId(e.space(), e.master()))
                .filter(HeldLink::isBond)
                .isPresent();
        if (joins && bond) {
            add(member, new NetOp.SetUp(e.space(), e.index(), e.name(), false));
        }
    }

    private HeldLink is(PortId id) {
        return difference.now().link(id).orElseThrow();
    }

    private void add(PortId id, NetOp op) {
        difference.add(Stage.LINKS, op, difference.drawn().element(id));
    }

    private void change(PortId id, HeldLink wanted) {
        int index = is(id).index();
        wanted.set()
                .mac()
                .filter(m -> !Optional.of(m).equals(is(id).set().mac()))
                .ifPresent(m -> add(id, new NetOp.SetMac(id.space(), index, id.name(), m)));
        if (wanted.set().mtu() != HeldLink.ANY_MTU) {
            add(id, new NetOp.SetMtu(id.space(), index, id.name(), wanted.set().mtu()));
        }
        if (wanted.made() instanceof HeldLink.Made.Bridge) {
            BridgeOptions options = wanted.set().options();
            boolean vlans = options.vlanFiltering() || is(id).set().options().vlanFiltering();
            add(id, new NetOp.SetBridge(id.space(), index, id.name(), options, vlans));
            if (!wanted.set().options().multicastSnooping()) {
                add(id, new NetOp.SetSnooping(id.space(), index, id.name(), false));
            }
        }
        port(id, wanted.port());
        add(id, new NetOp.SetUp(id.space(), index, id.name(), wanted.set().up()));
    }

    /** The cable is there; the message that would make it would join its end too. */
    private void join(NetOp.VethEnd end) {
        PortId id = new PortId(end.space(), end.name());
        difference.wanted().link(id).ifPresent(w -> join(id, w.port()));
    }

    private void join(PortId id, HeldLink.Port wanted) {
        wanted.bridge().ifPresent(b -> {
            int bridge = difference.drawn().index(new PortId(id.space(), b));
            add(id, new NetOp.JoinBridge(id.space(), is(id).index(), id.name(), bridge, b));
        });
    }

    private void port(PortId id, HeldLink.Port wanted) {
        int index = is(id).index();
        join(id, wanted);
        add(id, new NetOp.SetHairpin(id.space(), index, id.name(), wanted.hairpin()));
        for (int vlan : wanted.vlans()) {
            add(id, new NetOp.AddPortVlan(id.space(), index, id.name(), vlan));
        }
        SortedSet<Integer> left = new TreeSet<>(is(id).port().vlans());
        left.removeAll(wanted.vlans());
        for (int vlan : left) {
            add(id, new NetOp.RemovePortVlan(id.space(), index, id.name(), vlan));
        }
    }

    /** An address that another one has now must be taken from the first before. */
    private void rowsGone(SpaceId space) {
        StackState wanted = difference.wanted().at(space);
        for (StackState.Row row : List.copyOf(difference.now().at(space).rows())) {
            if (!wanted.rows().contains(row)) {
                PortId id = new PortId(space, row.device());
                int index = is(id).index();
                add(
                        id,
                        row.tunnel()
                                ? new NetOp.DeleteTunnelRow(space, index, row.device(), row.mac(), row.at())
                                : new NetOp.DeleteNeighbour(space, index, row.device(), row.at()));
            }
        }
    }
}
