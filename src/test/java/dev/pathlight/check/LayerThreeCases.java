package dev.pathlight.check;

import static dev.pathlight.check.Lab.plain;
import static dev.pathlight.check.RuleCases.error;
import static dev.pathlight.check.RuleCases.warning;

import java.util.List;
import java.util.stream.Stream;

/** The cases of the rules about routes, gateways, sysctls, and what cannot be run yet. */
final class LayerThreeCases {
    private static final String R0 = "nodes[0]";
    private static final String A = "nodes[0].namespaces[0]";

    private LayerThreeCases() {}

    static List<RuleCase> all() {
        return Stream.of(routes(), gateways(), sysctls(), FilterCases.all(), notYet())
                .flatMap(List::stream)
                .toList();
    }

    private static Lab routed(String route) {
        return plain().moreA("'routes': [" + route + "]");
    }

    private static List<RuleCase> routes() {
        String down = "'interfaces': [{'name': 'eth0', 'up': %s}], 'routes': [{'to': '10.9.0.0/16', 'dev': 'eth0'}]";
        String bare = "'interfaces': [{'name': 'eth0'}], 'routes': [{'to': '10.9.0.0/16', 'dev': '%s'}]";
        return List.of(
                error(
                        "route-leads-nowhere",
                        "n/a",
                        A + ".routes[0]",
                        routed("{'to': '10.9.0.0/16'}"),
                        routed("{'to': '10.9.0.0/16', 'kind': 'blackhole'}")),
                error(
                        "route-needs-no-gateway",
                        "n/a",
                        A + ".routes[0].kind",
                        routed("{'to': '10.9.0.0/16', 'dev': 'eth0', 'kind': 'prohibit'}"),
                        routed("{'to': '10.9.0.0/16', 'dev': 'eth0', 'kind': 'unicast'}")),
                error(
                        "route-mixes-families",
                        "n/a",
                        A + ".routes[0].via",
                        routed("{'to': '10.9.0.0/16', 'via': 'fe80::1', 'dev': 'eth0'}"),
                        routed("{'to': 'fd09::/64', 'via': 'fe80::1', 'dev': 'eth0'}")),
                error(
                        "route-device-unknown",
                        "n/a",
                        A + ".routes[0].dev",
                        plain().a(bare.formatted("eth1")),
                        plain().a(bare.formatted("eth0"))),
                error(
                        "route-device-down",
                        "n/a/eth0",
                        A + ".routes[0].dev",
                        plain().a(down.formatted("false")),
                        plain().a(down.formatted("true"))),
                error(
                        "route-source-unknown",
                        "n/a",
                        A + ".routes[0].src",
                        routed("{'to': '10.9.0.0/16', 'dev': 'eth0', 'src': '10.0.0.2'}"),
                        routed("{'to': '10.9.0.0/16', 'dev': 'eth0', 'src': '10.0.0.1'}")),
                error(
                        "route-written-twice",
                        "n/a",
                        A + ".routes[1]",
                        routed("{'to': '10.9.0.0/16', 'dev': 'eth0'}, {'to': '10.9.0.0/16', 'dev': 'eth0'}"),
                        routed("{'to': '10.9.0.0/16', 'dev': 'eth0'}, {'to': '10.9.0.0/16', 'via': '10.0.0.2'}")));
    }

    private static List<RuleCase> gateways() {
        return List.of(
                error(
                        "gateway-unreachable",
                        "n/a",
                        A + ".routes[0].via",
                        routed("{'to': 'default', 'via': '10.0.1.2'}"),
                        routed("{'to': 'default', 'via': '10.0.0.2'}")),
                error(
                        "gateway-unreachable",
                        "n/a",
                        A + ".routes[0].via",
                        routed("{'to': 'default', 'via': '10.0.1.2'}, {'to': '10.0.2.0/24', 'dev': 'eth0'}"),
                        routed("{'to': 'default', 'via': '10.0.1.2'}, {'to': '10.0.1.0/24', 'dev': 'eth0'}")
                                .ethB("'addresses': ['10.0.1.2/24']")),
                warning(
                        "gateway-absent",
                        "n/a",
                        A + ".routes[0].via",
                        routed("{'to': 'default', 'via': '10.0.0.3'}"),
                        routed("{'to': 'default', 'via': '10.0.0.2'}")),
                error(
                        "gateway-is-own-address",
                        "n/a",
                        A + ".routes[0].via",
                        routed("{'to': 'default', 'via': '10.0.0.1'}"),
                        routed("{'to': 'default', 'via': '10.0.0.2'}")),
                error(
                        "gateway-needs-device",
                        "n/a",
                        A + ".routes[0].via",
                        routed("{'to': 'default', 'via': 'fe80::1'}"),
                        routed("{'to': 'default', 'via': 'fe80::1', 'dev': 'eth0'}")));
    }

    private static Lab sysctl(String key, String value) {
        return plain().moreA("'sysctls': {'" + key + "': " + value + "}");
    }

    private static RuleCase badSysctl(String key, String innocent) {
        return error("bad-sysctl", "n/a", A + ".sysctls[\"" + key + "\"]", sysctl(key, "1"), sysctl(innocent, "1"));
    }

    private static List<RuleCase> sysctls() {
        return List.of(
                badSysctl("net.ipv4.ip_forward", "ipv4.ip_forward"),
                badSysctl("ipv4..ip_forward", "ipv4.ip_forward"),
                badSysctl("ipv4.../kernel/core_pattern", "ipv4.ip_forward"),
                badSysctl("ipv4/ip_forward", "ipv4.ip_forward"),
                badSysctl(".ipv4.ip_forward", "ipv4.ip_forward"),
                badSysctl("ipv9.ip_forward", "ipv6.ip_forward"),
                badSysctl("kernel.hostname", "core.somaxconn"),
                badSysctl("ipv4.a b", "ipv4.a_b"),
                error(
                        "bad-sysctl-value",
                        "n/a",
                        A + ".sysctls[\"ipv4.ip_forward\"]",
                        sysctl("ipv4.ip_forward", "'1\\n1'"),
                        sysctl("ipv4.ip_local_port_range", "'1024\\t2000'")),
                error(
                        "sysctl-device-unknown",
                        "n/a",
                        A + ".sysctls[\"ipv4.conf.eth1.rp_filter\"]",
                        sysctl("ipv4.conf.eth1.rp_filter", "2"),
                        sysctl("ipv4.conf.eth0.rp_filter", "2")),
                error(
                        "sysctl-device-unknown",
                        "n/a",
                        A + ".sysctls[\"ipv4.conf.eth1.rp_filter\"]",
                        sysctl("ipv4.conf.eth1.rp_filter", "2"),
                        sysctl("ipv4.conf.all.rp_filter", "2")));
    }

    private static List<RuleCase> notYet() {
        String wireguard =
                "'interfaces': [{'name': 'eth0'}, {'name': 'wg0', 'kind': 'wireguard', 'listen_port': 51820}]";
        return List.of(
                error(
                        "not-yet-runnable",
                        "n",
                        R0 + ".host",
                        plain().node("'host': 'ssh://me@k8s-1'"),
                        plain().node("'title': 'k8s-1'")),
                error(
                        "not-yet-runnable",
                        "n/a/wg0",
                        A + ".interfaces[1].kind",
                        plain().a(wireguard),
                        plain().a("'interfaces': [{'name': 'eth0', 'kind': 'cable'}]")),
                error(
                        "not-yet-runnable",
                        "cable:n/a/eth0",
                        "cables[0].impairment",
                        plain().cables("{'ends': ['n/a/eth0', 'n/b/eth0'], 'impairment': {'delay_us': 10}}"),
                        plain().cables("{'ends': ['n/a/eth0', 'n/b/eth0'], 'impairment': {}}")));
    }
}
