package dev.pathlight.check;

import java.util.List;

/** Drawings that trip the rules about tunnels, and their innocent neighbours: a tunnel over eth0 of namespace a. */
final class TunnelCases {
    private static final String TUNNEL = "nodes[0].namespaces[0].interfaces[1]";

    private TunnelCases() {}

    private static Lab tunnel(String fields) {
        return Lab.plain()
                .a("'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24']}, {'name': 'vx0', 'kind': 'vxlan',"
                        + " 'vni': 7, %s}]".formatted(fields));
    }

    private static RuleCase error(String rule, String field, String tripping, String innocent) {
        return RuleCases.error(rule, "n/a/vx0", TUNNEL + field, tunnel(tripping), tunnel(innocent));
    }

    private static RuleCase warning(String rule, String field, String tripping, String innocent) {
        return RuleCases.warning(rule, "n/a/vx0", TUNNEL + field, tunnel(tripping), tunnel(innocent));
    }

    static List<RuleCase> all() {
        String over = "'device': 'eth0'";
        String peer = over + ", 'peers': [{'mac': '%s', 'remote': '10.0.0.2'}]";
        String families = over + ", 'local': '10.0.0.1', 'remote': '%s'";
        return List.of(
                error("tunnel-device-unknown", ".device", "'device': 'eth1'", over),
                error("tunnel-device-unknown", ".device", "'device': 'vx0'", over),
                warning("tunnel-mtu-too-large", ".mtu", over + ", 'mtu': 1451", over + ", 'mtu': 1450"),
                warning(
                        "tunnel-local-unknown",
                        ".local",
                        over + ", 'local': '10.0.0.9'",
                        over + ", 'local': '10.0.0.1'"),
                error(
                        "tunnel-peer-mac",
                        ".peers[0].mac",
                        peer.formatted("01:00:00:00:00:01"),
                        peer.formatted("00:00:00:00:00:00")),
                error("tunnel-mixes-families", "", families.formatted("fd00::2"), families.formatted("10.0.0.2")),
                RuleCases.error(
                        "tunnel-twice", "n/a/vx1", "nodes[0].namespaces[0].interfaces[2].vni", twice(7), twice(8)),
                RuleCases.error(
                        "onlink-needs-gateway-and-device",
                        "n/a",
                        "nodes[0].namespaces[0].routes[0].onlink",
                        onLink("'dev': 'eth0'"),
                        onLink("'dev': 'eth0', 'via': '10.9.9.9'")));
    }

    private static Lab twice(int vni) {
        return tunnel("'device': 'eth0'}, {'name': 'vx1', 'kind': 'vxlan', 'vni': %d, 'device': 'eth0'".formatted(vni));
    }

    private static Lab onLink(String route) {
        return Lab.plain().moreA("'routes': [{'to': '10.7.0.0/16', %s, 'onlink': true}]".formatted(route));
    }
}
