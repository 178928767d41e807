package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules about bridges and their ports. */
final class BridgeRules {
    static final List<Rule> ALL = List.of(
            BridgeRules::ports,
            BridgeRules::options,
            BridgeRules::portAddresses,
            BridgeRules::pvids,
            BridgeLoops::found);

    /** {@code BR_MAX_PORTS} of {@code net/bridge/br_private.h} less port number 0, which means none. */
    private static final int MOST_PORTS = 1023;

    private BridgeRules() {}

    private static void ports(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            Map<IfName, IfName> bridgeOf = new HashMap<>();
            eachBridge(s, (bridge, port) -> {
                if (bridge.ports().size() > MOST_PORTS) {
                    Sentence message = Sentence.of(
                            "{0} has {1} ports; Linux allows {2}",
                            bridge.name(), bridge.ports().size(), MOST_PORTS);
                    out.error(
                            "too-many-ports",
                            port.id(),
                            port.field(),
                            message,
                            Sentence.of("Spread them over two bridges."));
                }
                Drawn.eachOf(bridge.ports(), FieldPath.member(port.field(), "ports"), (name, at) -> {
                    onePort(drawn, s, bridge, port, name, at, out);
                    Optional<IfName> earlier = Optional.ofNullable(bridgeOf.putIfAbsent(name, bridge.name()));
                    earlier.ifPresent(e -> out.error(
                            "port-enslaved-twice",
                            port.id(),
                            at,
                            Sentence.of("{0} is already a port of {1}", name, e),
                            Sentence.of("An interface can be a port once: take it out of one of the lists.")));
                });
            });
        }
    }

    private static void onePort(
            Drawn drawn, Drawn.Space s, Bridge bridge, Drawn.Port owner, IfName name, String at, Findings out) {
        Optional<Drawn.Port> port = s.find(name.value());
        if (port.isEmpty()) {
            List<String> known = s.namespace().interfaces().stream()
                    .map(i -> i.name().value())
                    .toList();
            out.error(
                    "port-not-declared",
                    owner.id(),
                    at,
                    Sentence.of(
                            "{0} has the port {1}, which is no interface of {2}",
                            bridge.name(), name, s.id().shortName()),
                    Spelling.didYouMeanOr(
                            Sentence.of("Add {0} to the interfaces of the same place.", name), name.value(), known));
        } else if (port.get().bridge().isPresent()) {
            boolean own = name.equals(bridge.name());
            out.error(
                    "bridge-as-port",
                    owner.id(),
                    at,
                    Sentence.of(
                            own ? "{0} is its own port" : "{0} is a bridge, and a bridge cannot be a port of another",
                            name),
                    Sentence.of(
                            own
                                    ? "Take it out of the list."
                                    : "Join the two bridges by a cable between a port of each."));
        } else if (!drawn.isMade(port.get())) {
            out.error(
                    "port-without-cable",
                    port.get().id(),
                    at,
                    Sentence.of("{0} is a port of {1} but has no cable, so it cannot be made", name, bridge.name()),
                    Sentence.of("Draw a cable from it, or take it out of the bridge."));
        }
    }

    private static void options(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            eachBridge(s, (bridge, port) -> {
                BridgeOptions o = bridge.options();
                range(out, port, "ageing_seconds", o.ageingSeconds(), 0, 1_000_000);
                range(out, port, "forward_delay_seconds", o.forwardDelaySeconds(), 2, 30);
                range(out, port, "priority", o.priority(), 0, 65_535);
            });
        }
    }

    private static void range(Findings out, Drawn.Port bridge, String field, OptionalInt value, int least, int most) {
        if (value.isPresent() && (value.getAsInt() < least || value.getAsInt() > most)) {
            out.error(
                    "bridge-option-out-of-range",
                    bridge.id(),
                    FieldPath.member(bridge.field(), field),
                    Sentence.of(
                            "{0} of {1} is {2}; Linux takes {3} to {4}",
                            field, bridge.id(), value.getAsInt(), least, most),
                    Sentence.of("Write a value in that range, or leave it out."));
        }
    }

    private static void portAddresses(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            eachBridge(
                    s,
                    (bridge, port) -> bridge.ports().stream()
                            .distinct()
                            .flatMap(name -> s.find(name.value()).stream())
                            .filter(p -> p.link().isPresent() && !p.addresses().isEmpty())
                            .forEach(p -> out.warning(
                                    "address-on-port",
                                    p.id(),
                                    FieldPath.member(p.field(), "addresses"),
                                    Sentence.of(
                                            "{0} has an address but is a port of {1}: its frames go to the bridge, so"
                                                    + " the address will not answer",
                                            p.id(), bridge.name()),
                                    Sentence.of("Give the address to {0} instead.", bridge.name()))));
        }
    }

    private static void pvids(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            List<IfName> filtered = s.namespace().bridges().stream()
                    .filter(b -> b.options().vlanFiltering())
                    .flatMap(b -> b.ports().stream())
                    .toList();
            s.ports().stream()
                    .filter(p -> p.link()
                            .filter(i -> i.pvid().isPresent() && !filtered.contains(i.name()))
                            .isPresent())
                    .forEach(p -> out.warning(
                            "pvid-without-filtering",
                            p.id(),
                            FieldPath.member(p.field(), "pvid"),
                            Sentence.of("{0} is put into a VLAN but is a port of no bridge that filters VLANs", p.id()),
                            Sentence.of("Turn VLAN filtering on for its bridge, or take the VLAN out.")));
        }
    }

    private static void eachBridge(Drawn.Space s, java.util.function.BiConsumer<Bridge, Drawn.Port> visit) {
        s.ports().forEach(p -> p.bridge().ifPresent(b -> visit.accept(b, p)));
    }
}
