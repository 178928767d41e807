package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Bridges cabled in a ring of which none speaks STP: the first broadcast goes round for ever. */
final class BridgeLoops {
    /** Each bridge's group of those it is joined to: a forest that leads to the group's name. */
    private final Map<PortId, PortId> parent = new HashMap<>();

    private BridgeLoops() {}

    static void found(Drawn drawn, Findings out) {
        BridgeLoops groups = new BridgeLoops();
        Map<PortId, PortId> bridgeOf = new HashMap<>();
        for (Drawn.Space s : drawn.spaces()) {
            for (Bridge b : s.namespace().bridges()) {
                if (!b.options().stp()) {
                    b.ports().forEach(p -> bridgeOf.put(new PortId(s.id(), p), new PortId(s.id(), b.name())));
                }
            }
        }
        Drawn.eachOf(drawn.topology().cables(), "cables", (Cable c, String at) -> {
            Optional<PortId> a = Optional.ofNullable(bridgeOf.get(c.a()));
            Optional<PortId> b = Optional.ofNullable(bridgeOf.get(c.b()));
            if (a.isPresent() && b.isPresent() && !groups.join(a.get(), b.get())) {
                out.warning(
                        "bridge-loop",
                        a.get(),
                        FieldPath.member(at, "ends"),
                        Sentence.of(
                                "the cable from {0} closes a ring of bridges without STP: the first broadcast goes"
                                        + " round in it for ever",
                                c.a()),
                        Sentence.of("Turn STP on for {0}, or take one cable of the ring out.", a.get()));
            }
        });
    }

    private PortId root(PortId of) {
        PortId at = of;
        for (PortId above = parent.get(at); above != null && !above.equals(at); above = parent.get(at)) {
            at = above;
        }
        return at;
    }

    /** False when they were joined already. */
    private boolean join(PortId a, PortId b) {
        PortId left = root(a);
        PortId right = root(b);
        if (left.equals(right)) {
            return false;
        }
        parent.put(left, right);
        return true;
    }
}
