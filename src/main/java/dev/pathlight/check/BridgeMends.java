package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts bridges and their ports right. */
final class BridgeMends {
    private BridgeMends() {}

    static List<Mend> of(Place at) {
        return switch (at.finding().rule()) {
            case "bridge-loop" -> spanningTree(at);
            case "pvid-without-filtering" -> vlan(at);
            case "bridge-option-out-of-range" -> option(at);
            default -> leave(at);
        };
    }

    private static IfName port(Place at) {
        return at.bridge().orElseThrow().ports().get(at.index("ports"));
    }

    private static List<Mend> leave(Place at) {
        Bridge b = at.bridge().orElseThrow();
        Namespace s = at.stack();
        Bridge next = b.withPorts(Place.without(b.ports(), at.index("ports")));
        return at.mend(
                Sentence.of("Take {0} out of {1}", port(at), b.name()),
                s.withBridges(Place.with(s.bridges(), at.index("bridges"), next)));
    }

    private static List<Mend> spanningTree(Place at) {
        PortId id = PortId.parse(at.finding().element());
        Optional<Bridge> bridge = at.topology().find(id.space()).flatMap(s -> s.findBridge(id.name()));
        return bridge.stream()
                .map(b -> new Mend(
                        Sentence.of("Turn STP on for {0}", id.name()),
                        new Edit.SetBridgeOptions(id, b.options().withStp(true))))
                .toList();
    }

    private static List<Mend> vlan(Place at) {
        PortId port = at.port();
        return at.stack()
                .bridgeOf(port.name())
                .map(b -> at.mend(
                        Sentence.of("Turn VLAN filtering on for {0}", b.name()),
                        new Edit.SetBridgeOptions(
                                new PortId(port.space(), b.name()), b.options().withVlanFiltering(true))))
                .orElseGet(
                        () -> at.mend(Sentence.of("Take the VLAN out"), new Edit.SetPvid(port, OptionalInt.empty())));
    }

    private static List<Mend> option(Place at) {
        BridgeOptions o = at.bridge().orElseThrow().options();
        BridgeOptions next = at.isAt("priority")
                ? o.withPriority(OptionalInt.empty())
                : at.isAt("ageing_seconds")
                        ? o.withAgeingSeconds(OptionalInt.empty())
                        : o.withForwardDelaySeconds(OptionalInt.empty());
        return at.mend(Sentence.of("Leave it to the kernel"), new Edit.SetBridgeOptions(at.port(), next));
    }
}
