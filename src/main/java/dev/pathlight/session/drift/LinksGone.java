package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Held;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links that are called otherwise, or are not there any more. */
record LinksGone(Expected expected, SpaceState now) {
    void find() {
        expected.at(now.id()).orElseThrow().links().forEach(this::renamed);
        for (Map.Entry<IfName, Held.Link> e :
                expected.at(now.id()).orElseThrow().links().entrySet()) {
            // With another one it may be gone by now: a cable's other end, a tunnel over it.
            if (expected.has(now.id(), e.getKey().value())) {
                gone(e.getKey(), e.getValue());
            }
        }
    }

    private void renamed(IfName name, Held.Link link) {
        Optional<LinkRow> row = now.link(link.index()).filter(r -> !r.name().equals(name.value()));
        if (row.isPresent()
                && now.link(name.value()).isEmpty()
                && !expected.has(now.id(), row.get().name())) {
            IfName next = new IfName(row.get().name());
            expected.add(Drift.of(
                    new PortId(now.id(), name).toString(),
                    Drift.Mark.OTHER,
                    Sentence.of("{0} is called {1}", Named.in(now, name), next),
                    List.of(new NetOp.RenameLink(now.id(), link.index(), name, next))));
        }
    }

    private void gone(IfName name, Held.Link link) {
        if (now.link(name.value()).filter(r -> r.index() == link.index()).isPresent()) {
            return;
        }
        Sentence words = link.peer()
                .map(p -> Sentence.of("the cable {0} – {1} is gone", Named.in(now, name), Named.of(p)))
                .orElseGet(() -> Sentence.of("{0} is gone", Named.in(now, name)));
        expected.add(Drift.of(
                new PortId(now.id(), name).toString(),
                Drift.Mark.GONE,
                words,
                List.of(new NetOp.DeleteLink(now.id(), link.index(), name))));
    }
}
