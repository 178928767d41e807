package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.wire.SettingsRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The switches of the network stacks that stand between networks: does the kernel forward there? */
public final class Forwarding {
    private Forwarding() {}

    /** By the namespace's path. What runs says it of itself; of what does not run, the drawing says it. */
    static Map<String, Boolean> of(Topology topology, Optional<Snapshot> running) {
        Map<String, Boolean> switches = new HashMap<>();
        topology.nodes()
                .forEach(node -> node.spaces().filter(Forwarding::routes).forEach(n -> {
                    SpaceId id = node.id(n);
                    boolean drawn = "1".equals(n.sysctls().get(key(n)));
                    Optional<SpaceState> state = running.flatMap(s -> s.space(id));
                    switches.put(id.toString(), state.flatMap(s -> now(s, n)).orElse(drawn));
                }));
        return Map.copyOf(switches);
    }

    private static Optional<Boolean> now(SpaceState state, Namespace n) {
        return isV6(n) ? state.forwardsV6() : state.forwardsV4(SettingsRow.ALL);
    }

    /** The setting's name below /proc/sys/net. */
    static String key(Namespace n) {
        return isV6(n) ? SpaceForm.FORWARD_V6 : SpaceForm.FORWARD;
    }

    /** Does it stand in two networks, or has it been told to forward or not to? */
    public static boolean routes(Namespace n) {
        return networks(n).map(Cidr::network).distinct().count() > 1
                || n.sysctls().containsKey(SpaceForm.FORWARD)
                || n.sysctls().containsKey(SpaceForm.FORWARD_V6);
    }

    private static boolean isV6(Namespace n) {
        List<Cidr> all = networks(n).toList();
        return all.isEmpty()
                ? n.sysctls().containsKey(SpaceForm.FORWARD_V6) && !n.sysctls().containsKey(SpaceForm.FORWARD)
                : all.stream().allMatch(c -> c.address().v6());
    }

    private static Stream<Cidr> networks(Namespace n) {
        List<IfName> ports =
                n.bridges().stream().flatMap(b -> b.ports().stream()).toList();
        return Stream.concat(
                n.interfaces().stream().filter(i -> !ports.contains(i.name())).flatMap(i -> i.addresses().stream()),
                n.bridges().stream().flatMap(b -> b.addresses().stream()));
    }
}
