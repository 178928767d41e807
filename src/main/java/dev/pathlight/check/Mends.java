package dev.pathlight.check;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how what was found can be mended at once, where there is an obvious way. */
public final class Mends {
    private Mends() {}

    /**
     * The ways to mend {@code finding} of {@code topology}, the likeliest first; empty where somebody has to think. What
     * would leave the finding in, or make an error elsewhere, is no way.
     */
    public static List<Mend> of(Topology topology, Finding finding) {
        List<Mend> thought = thought(topology, finding);
        if (thought.isEmpty()) {
            return thought;
        }
        Set<String> known =
                Checker.check(topology).findings().stream().map(Mends::named).collect(Collectors.toSet());
        Drawing drawing = new Drawing(topology, Layout.NONE);
        return thought.stream()
                .filter(m -> {
                    List<Finding> left =
                            Checker.check(m.edit().applyTo(drawing).topology()).findings();
                    return !left.contains(finding)
                            && left.stream()
                                    .filter(f -> f.severity() == Finding.Severity.ERROR)
                                    .allMatch(f -> known.contains(named(f)));
                })
                .toList();
    }

    private static String named(Finding f) {
        return f.rule() + " " + f.element();
    }

    private static List<Mend> thought(Topology topology, Finding finding) {
        Place at = new Place(topology, finding);
        return switch (finding.rule()) {
            case "duplicate-name", "reserved-name" -> NameMends.of(at);
            case "address-twice-in-namespace",
                    "address-twice-in-segment",
                    "address-of-no-host",
                    "address-ipv6-off",
                    "broadcast-address",
                    "network-address",
                    "address-on-port" -> AddressMends.of(at);
            case "cable-to-nowhere",
                    "unknown-nic",
                    "cable-at-wrong-kind",
                    "cable-to-itself",
                    "interface-in-two-cables",
                    "interface-without-cable" -> CableMends.of(at);
            case "port-not-declared",
                    "bridge-as-port",
                    "port-without-cable",
                    "port-enslaved-twice",
                    "bridge-option-out-of-range",
                    "bridge-loop",
                    "pvid-without-filtering" -> BridgeMends.of(at);
            default -> onward(at);
        };
    }

    /** Of what lies beyond the segment: tunnels, routes, the kernel's switches, filters. */
    private static List<Mend> onward(Place at) {
        return switch (at.finding().rule()) {
            case "mac-not-usable",
                    "mac-twice-in-segment",
                    "mtu-out-of-range",
                    "mtu-too-small-for-ipv6",
                    "tunnel-mtu-too-large",
                    "tunnel-device-unknown",
                    "tunnel-local-unknown",
                    "tunnel-twice" -> LinkMends.of(at);
            case "parent-unknown", "parent-taken", "parent-shared", "vlan-twice", "tunnel-wrong-family" ->
                StackMends.of(at);
            case "member-unknown", "member-taken", "address-on-member" -> MemberMends.of(at);
            case "route-leads-nowhere",
                    "route-needs-no-gateway",
                    "onlink-needs-gateway-and-device",
                    "route-mixes-families",
                    "route-device-unknown",
                    "route-device-without-cable",
                    "route-device-down",
                    "route-source-unknown",
                    "route-written-twice",
                    "gateway-needs-device",
                    "gateway-is-own-address",
                    "gateway-unreachable",
                    "gateway-absent" -> RouteMends.of(at);
            case "bad-sysctl", "bad-sysctl-value", "sysctl-device-unknown", "nat-without-forwarding" ->
                SysctlMends.of(at);
            case "filter-port-needs-protocol",
                    "filter-device-at-hook",
                    "filter-comment",
                    "filter-device-unknown",
                    "masquerade-families-mixed",
                    "masquerade-of-nothing",
                    "publish-repeated",
                    "port-taken" -> FilterMends.of(at);
            case "not-yet-runnable" -> CableMends.runnable(at);
            default -> List.of();
        };
    }
}
