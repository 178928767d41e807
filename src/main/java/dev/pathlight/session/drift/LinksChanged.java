package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Held;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Links that are set otherwise. */
record LinksChanged(Expected expected, SpaceState now) {
    private static final int CENTISECONDS = 100;
    /** The kernel's ageing time where none is drawn, s. */
    private static final int AGEING = 300;

    private static final int LOOPBACK_INDEX = 1;

    void find() {
        Held held = expected.at(now.id()).orElseThrow();
        now.link("lo")
                .filter(lo -> lo.isUp() != held.loopbackUp())
                .ifPresent(lo -> upOrDown(new IfName("lo"), LOOPBACK_INDEX, lo.isUp()));
        held.links().forEach((name, link) -> now.link(name.value()).ifPresent(row -> compare(name, link, row)));
    }

    private void compare(IfName name, Held.Link link, LinkRow row) {
        bridge(name, link, row);
        link.options().ifPresent(o -> row.bridge().ifPresent(b -> options(name, row.index(), o, b)));
        link.mac()
                .ifPresent(drawn -> row.mac().filter(m -> !m.equals(drawn)).ifPresent(m -> {
                    Sentence words = Sentence.of("{0} has the MAC {1}", Named.in(now, name), m);
                    add(name, words, new NetOp.SetMac(now.id(), row.index(), name, m));
                }));
        if (link.mtu().orElse(row.mtu()) != row.mtu()) {
            Sentence words = Sentence.of("the MTU of {0} is {1} bytes", Named.in(now, name), row.mtu());
            add(name, words, new NetOp.SetMtu(now.id(), row.index(), name, row.mtu()));
        }
        if (link.up() != row.isUp()) {
            upOrDown(name, row.index(), row.isUp());
        }
    }

    private void add(IfName name, Sentence words, NetOp op) {
        expected.add(new PortId(now.id(), name), Drift.Mark.OTHER, words, List.of(op));
    }

    private void upOrDown(IfName name, int index, boolean up) {
        String named = Named.in(now, name);
        Sentence words = up ? Sentence.of("{0} is up", named) : Sentence.of("{0} is down", named);
        add(name, words, new NetOp.SetUp(now.id(), index, name, up));
    }

    private void bridge(IfName name, Held.Link link, LinkRow row) {
        Optional<LinkRow> master = now.link(row.master()).filter(m -> m.kind().equals("bridge"));
        Optional<IfName> is = master.map(m -> new IfName(m.name()));
        if (is.equals(link.bridge())) {
            return;
        }
        String named = Named.in(now, name);
        if (master.isPresent()) {
            Sentence words =
                    Sentence.of("{0} is a port of {1}", named, master.get().name());
            add(
                    name,
                    words,
                    new NetOp.JoinBridge(
                            now.id(), row.index(), name, master.get().index(), is.orElseThrow()));
        } else {
            add(
                    name,
                    Sentence.of("{0} is a port of no bridge", named),
                    new NetOp.LeaveBridge(now.id(), row.index(), name));
        }
    }

    private void options(IfName name, int index, BridgeOptions drawn, LinkRow.BridgeRow is) {
        String named = Named.in(now, name);
        if (drawn.stp() != is.stp()) {
            Sentence words = is.stp()
                    ? Sentence.of("the spanning tree runs at {0}", named)
                    : Sentence.of("no spanning tree runs at {0}", named);
            add(name, words, set(name, index, drawn.withStp(is.stp())));
        }
        int ageing = (int) (is.ageingCentiseconds() / CENTISECONDS);
        if (drawn.ageingSeconds().orElse(AGEING) != ageing) {
            Sentence words = Sentence.of("{0} forgets a MAC after {1} s", named, ageing);
            BridgeOptions next = drawn.withStp(is.stp())
                    .withAgeingSeconds(ageing == AGEING ? OptionalInt.empty() : OptionalInt.of(ageing));
            add(name, words, set(name, index, next));
        }
    }

    private NetOp set(IfName name, int index, BridgeOptions options) {
        return new NetOp.SetBridge(now.id(), index, name, options, options.vlanFiltering());
    }
}
