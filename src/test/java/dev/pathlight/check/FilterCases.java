package dev.pathlight.check;

import static dev.pathlight.check.Lab.plain;
import static dev.pathlight.check.RuleCases.error;
import static dev.pathlight.check.RuleCases.warning;

import java.util.List;
import java.util.stream.Stream;

/** The cases of the rules about address translation and firewalls. */
final class FilterCases {
    private static final String A = "nodes[0].namespaces[0]";
    private static final String RULE = A + ".firewall.rules[0]";
    private static final String FORWARDS = ", 'sysctls': {'ipv4.ip_forward': 1}";

    private FilterCases() {}

    private static Lab filter(String hook, String fields) {
        return plain().moreA("'firewall': {'rules': [{'hook': '%s', 'verdict': 'drop', %s}]}".formatted(hook, fields));
    }

    private static Lab nat(String fields) {
        return plain().moreA("'nat': {" + fields + "}" + FORWARDS);
    }

    static List<RuleCase> all() {
        return Stream.concat(filters(), translations()).toList();
    }

    private static Stream<RuleCase> filters() {
        return Stream.of(
                error(
                        "filter-port-needs-protocol",
                        "n/a",
                        RULE + ".port",
                        filter("input", "'port': 80, 'protocol': 'icmp'"),
                        filter("input", "'port': 80, 'protocol': 'udp'")),
                error(
                        "filter-families-mixed",
                        "n/a",
                        RULE,
                        filter("input", "'source': '10.0.0.0/24', 'protocol': 'icmpv6'"),
                        filter("input", "'source': '10.0.0.0/24', 'protocol': 'icmp'")),
                error(
                        "filter-device-at-hook",
                        "n/a",
                        RULE + ".out",
                        filter("input", "'out': 'eth0'"),
                        filter("forward", "'out': 'eth0'")),
                error(
                        "filter-device-name",
                        "n/a",
                        RULE + ".in",
                        filter("input", "'in': 'eth*'"),
                        filter("input", "'in': 'eth0'")),
                warning(
                        "filter-device-unknown",
                        "n/a",
                        RULE + ".in",
                        filter("input", "'in': 'eth1'"),
                        filter("input", "'in': 'lo'")),
                error(
                        "filter-comment",
                        "n/a",
                        RULE + ".comment",
                        filter("input", "'comment': 'two\\nlines'"),
                        filter("input", "'comment': 'one line'")));
    }

    private static Stream<RuleCase> translations() {
        String port = "{'port': 80, 'to': '10.0.0.2', 'to_port': 80}";
        return Stream.of(
                error(
                        "publish-families-mixed",
                        "n/a",
                        A + ".nat.publish[0].address",
                        nat("'publish': [{'address': 'fd00::1', 'port': 80, 'to': '10.0.0.2', 'to_port': 80}]"),
                        nat("'publish': [{'address': '10.0.0.1', 'port': 80, 'to': '10.0.0.2', 'to_port': 80}]")),
                warning(
                        "publish-repeated",
                        "n/a",
                        A + ".nat.publish[1].port",
                        nat("'publish': [" + port + ", " + port + "]"),
                        nat("'publish': [" + port + ", " + port.replaceFirst("80", "81") + "]")),
                error(
                        "masquerade-families-mixed",
                        "n/a",
                        A + ".nat.masquerade[0].except_to[0]",
                        nat("'masquerade': [{'source': '10.0.0.0/24', 'except_to': ['fd00::/8']}]"),
                        nat("'masquerade': [{'source': '10.0.0.0/24', 'except_to': ['10.0.0.0/8']}]")),
                error(
                        "masquerade-of-nothing",
                        "n/a",
                        A + ".nat.masquerade[0].except_to[0]",
                        nat("'masquerade': [{'source': '10.0.0.0/24', 'except_to': ['0.0.0.0/0']}]"),
                        nat("'masquerade': [{'source': '10.0.0.0/24', 'except_to': ['0.0.0.0/1']}]")),
                warning(
                        "nat-without-forwarding",
                        "n/a",
                        A + ".nat",
                        plain().moreA("'nat': {'publish': [" + port + "]}"),
                        nat("'publish': [" + port + "]")));
    }
}
