package dev.pathlight.check;

import java.util.List;
import java.util.stream.Stream;

/** Drawings that trip the rules about interfaces that stand on others, hold others or lead elsewhere, on eth0 of namespace a. */
final class StackCases {
    private static final String LINKS = "nodes[0].namespaces[0].interfaces";

    private StackCases() {}

    /** eth0 with an address, then the other interfaces. */
    private static Lab links(String others) {
        return Lab.plain().a("'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24']}, %s]".formatted(others));
    }

    /** eth0 without one. */
    private static Lab bare(String others) {
        return Lab.plain().a("'interfaces': [{'name': 'eth0'}, %s]".formatted(others));
    }

    private static RuleCase error(String rule, int link, String field, String tripping, String innocent) {
        return RuleCases.error(rule, "n/a/x" + link, LINKS + "[" + link + "]" + field, bare(tripping), bare(innocent));
    }

    static List<RuleCase> all() {
        return Stream.concat(stacks().stream(), tunnels().stream()).toList();
    }

    private static List<RuleCase> stacks() {
        String vlan = "{'name': 'x%d', 'kind': 'vlan', 'parent': '%s', 'tag': %d}";
        String macvlan = "{'name': 'x%d', 'kind': 'macvlan', 'parent': 'eth0', 'mode': '%s'}";
        String bond = "{'name': 'x%d', 'kind': 'bond', 'members': ['%s']}";
        String bridge = "], 'bridges': [{'name': 'br0', 'ports': ['%s']}], 'routes': [";
        return List.of(
                error("parent-unknown", 1, ".parent", vlan.formatted(1, "eth1", 5), vlan.formatted(1, "eth0", 5)),
                error("parent-unknown", 1, ".parent", vlan.formatted(1, "x1", 5), vlan.formatted(1, "eth0", 5)),
                error(
                        "vlan-twice",
                        2,
                        ".tag",
                        vlan.formatted(1, "eth0", 5) + ", " + vlan.formatted(2, "eth0", 5),
                        vlan.formatted(1, "eth0", 5) + ", " + vlan.formatted(2, "eth0", 6)),
                error(
                        "parent-taken",
                        1,
                        ".parent",
                        macvlan.formatted(1, "bridge") + bridge.formatted("eth0"),
                        vlan.formatted(1, "eth0", 5) + bridge.formatted("eth0")),
                error(
                        "parent-shared",
                        2,
                        ".parent",
                        macvlan.formatted(1, "bridge") + ", " + macvlan.formatted(2, "passthru"),
                        macvlan.formatted(1, "bridge") + ", " + macvlan.formatted(2, "private")),
                error("member-unknown", 1, ".members[0]", bond.formatted(1, "eth7"), bond.formatted(1, "eth0")),
                error("member-unknown", 1, ".members[0]", bond.formatted(1, "x1"), bond.formatted(1, "eth0")),
                error(
                        "member-taken",
                        1,
                        ".members[0]",
                        bond.formatted(1, "eth0") + bridge.formatted("eth0"),
                        bond.formatted(1, "eth0") + bridge.formatted("x1")),
                error(
                        "parent-shared",
                        2,
                        ".parent",
                        macvlan.formatted(1, "passthru") + ", " + macvlan.formatted(2, "bridge"),
                        macvlan.formatted(1, "bridge") + ", " + macvlan.formatted(2, "bridge")),
                RuleCases.warning(
                        "address-on-member",
                        "n/a/eth0",
                        LINKS + "[0].addresses",
                        links(bond.formatted(1, "eth0")),
                        links("{'name': 'x1', 'kind': 'vrf', 'table': 10, 'members': ['eth0']}")));
    }

    private static List<RuleCase> tunnels() {
        String gre = "{'name': 'x%d', 'kind': 'gre', 'local': '%s', 'remote': '%s'}";
        return List.of(
                RuleCases.error(
                        "tunnel-wrong-family",
                        "n/a/x1",
                        LINKS + "[1].remote",
                        links(gre.formatted(1, "10.0.0.1", "fd00::2")),
                        links(gre.formatted(1, "10.0.0.1", "10.0.0.2"))),
                RuleCases.error(
                        "tunnel-wrong-family",
                        "n/a/x1",
                        LINKS + "[1].local",
                        links(gre.formatted(1, "fd00::1", "10.0.0.2")),
                        links(gre.formatted(1, "10.0.0.1", "10.0.0.2"))),
                RuleCases.warning(
                        "tunnel-local-unknown",
                        "n/a/x1",
                        LINKS + "[1].local",
                        links(gre.formatted(1, "10.0.0.9", "10.0.0.2")),
                        links(gre.formatted(1, "10.0.0.1", "10.0.0.2"))),
                RuleCases.error(
                        "tunnel-twice",
                        "n/a/x2",
                        LINKS + "[2].remote",
                        links(gre.formatted(1, "10.0.0.1", "10.0.0.2") + ", "
                                + gre.formatted(2, "10.0.0.1", "10.0.0.2")),
                        links(gre.formatted(1, "10.0.0.1", "10.0.0.2") + ", "
                                + gre.formatted(2, "10.0.0.1", "10.0.0.3"))));
    }
}
