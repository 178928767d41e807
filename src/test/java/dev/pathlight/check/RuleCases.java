package dev.pathlight.check;

import static dev.pathlight.check.Lab.CABLE;
import static dev.pathlight.check.Lab.plain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For every rule at least one case. */
final class RuleCases {
    private static final String R0 = "nodes[0]";
    private static final String A = "nodes[0].namespaces[0]";
    private static final String B = "nodes[0].namespaces[1]";
    private static final String BRIDGE = "'interfaces': [{'name': 'p0'}, {'name': 'p1'}], 'bridges': [%s]";
    private static final String TWO_PORTS = "{'ends': ['n/a/eth0', 'n/p0']}, {'ends': ['n/b/eth0', 'n/p1']}";

    private RuleCases() {}

    static List<RuleCase> all() {
        return Stream.of(
                        names(),
                        cables(),
                        bridges(),
                        links(),
                        addresses(),
                        TunnelCases.all(),
                        StackCases.all(),
                        LayerThreeCases.all())
                .flatMap(List::stream)
                .toList();
    }

    static RuleCase error(String rule, String element, String field, Lab tripping, Lab innocent) {
        return new RuleCase("ERROR " + rule + " " + element + " " + field, tripping, innocent);
    }

    static RuleCase warning(String rule, String element, String field, Lab tripping, Lab innocent) {
        return new RuleCase("WARNING " + rule + " " + element + " " + field, tripping, innocent);
    }

    private static Lab bridged(String bridges) {
        return plain().node(BRIDGE.formatted(bridges)).cables(TWO_PORTS);
    }

    private static List<RuleCase> names() {
        return List.of(
                error(
                        "duplicate-name",
                        "n/a/eth0",
                        A + ".bridges[0].name",
                        plain().moreA("'bridges': [{'name': 'eth0'}]"),
                        plain().moreA("'bridges': [{'name': 'eth1'}]")),
                error(
                        "duplicate-name",
                        "n/b",
                        R0 + ".namespaces[1].name",
                        plain().node("'bridges': [{'name': 'b'}]"),
                        plain().node("'bridges': [{'name': 'b0'}]")),
                error(
                        "duplicate-name",
                        "note:x",
                        "notes[1].id",
                        plain().plus("'notes': [{'id': 'x'}, {'id': 'x'}]"),
                        plain().plus("'notes': [{'id': 'x'}, {'id': 'y'}]")),
                error(
                        "duplicate-name",
                        "lan:x",
                        "lans[1].name",
                        plain().plus("'lans': [{'name': 'x'}, {'name': 'x'}]"),
                        plain().plus("'lans': [{'name': 'x'}, {'name': 'y'}], 'notes': [{'id': 'x'}]")),
                error(
                        "duplicate-name",
                        "n/a/web",
                        A + ".containers[1].name",
                        plain().moreA("'containers': [{'name': 'web'}, {'name': 'web'}]"),
                        plain().moreA("'containers': [{'name': 'web'}, {'name': 'log'}]")),
                error(
                        "duplicate-name",
                        "n/a/eth0",
                        A + ".containers[0].name",
                        plain().moreA("'containers': [{'name': 'eth0'}]"),
                        plain().moreA("'containers': [{'name': 'eth1'}]")),
                warning(
                        "port-taken",
                        "n/a/log",
                        A + ".containers[1].listens[0]",
                        plain().moreA("'containers': [{'name': 'web', 'listens': [{'port': 80}]},"
                                + " {'name': 'log', 'listens': [{'protocol': 'http', 'port': 80}]}]"),
                        plain().moreA("'containers': [{'name': 'web', 'listens': [{'port': 80}]},"
                                + " {'name': 'log', 'listens': [{'protocol': 'udp', 'port': 80}]}]")),
                error(
                        "bad-command",
                        "n/a/web",
                        A + ".containers[0].command[0]",
                        plain().moreA("'containers': [{'name': 'web', 'command': ['', 'x']}]"),
                        plain().moreA("'containers': [{'name': 'web', 'command': ['x', '']}]")),
                error(
                        "reserved-name",
                        "n/a/lo",
                        A + ".bridges[0].name",
                        plain().moreA("'bridges': [{'name': 'lo'}]"),
                        plain().moreA("'bridges': [{'name': 'lo0'}]")));
    }

    private static List<RuleCase> cables() {
        String spare = "'interfaces': [{'name': 'eth0'}, {'name': 'eth1'}]";
        return List.of(
                error(
                        "cable-to-nowhere",
                        "cable:n/a/eth1",
                        "cables[1].ends[0]",
                        plain().b(spare).cables(CABLE + ", {'ends': ['n/a/eth1', 'n/b/eth1']}"),
                        plain().a(spare).b(spare).cables(CABLE + ", {'ends': ['n/a/eth1', 'n/b/eth1']}")),
                error(
                        "cable-to-nowhere",
                        "cable:n/a/br0",
                        "cables[0].ends[0]",
                        plain().a("'bridges': [{'name': 'br0'}]").cables("{'ends': ['n/a/br0', 'n/b/eth0']}"),
                        plain().moreA("'bridges': [{'name': 'br0'}]")),
                error(
                        "cable-to-itself",
                        "cable:n/a/eth1",
                        "cables[1].ends[1]",
                        plain().a(spare).cables(CABLE + ", {'ends': ['n/a/eth1', 'n/a/eth1']}"),
                        plain().a("'interfaces': [{'name': 'eth0'}, {'name': 'eth1'}, {'name': 'eth2'}]")
                                .cables(CABLE + ", {'ends': ['n/a/eth1', 'n/a/eth2']}")),
                error(
                        "interface-in-two-cables",
                        "n/a/eth0",
                        "cables[1].ends[0]",
                        plain().b(spare).cables(CABLE + ", {'ends': ['n/a/eth0', 'n/b/eth1']}"),
                        plain().a(spare).b(spare).cables(CABLE + ", {'ends': ['n/a/eth1', 'n/b/eth1']}")),
                error(
                        "interface-in-two-cables",
                        "n/a/eth0",
                        "lans[0].nics[0]",
                        plain().plus("'lans': [{'name': 'l', 'nics': ['n/a/eth0']}]"),
                        plain().cables("").plus("'lans': [{'name': 'l', 'nics': ['n/a/eth0', 'n/b/eth0']}]")),
                error(
                        "unknown-nic",
                        "lan:l",
                        "lans[0].nics[0]",
                        plain().plus("'lans': [{'name': 'l', 'nics': ['n/ens33']}]"),
                        plain().node("'interfaces': [{'name': 'ens33'}]")
                                .plus("'lans': [{'name': 'l', 'nics': ['n/ens33']}]")),
                warning(
                        "interface-without-cable",
                        "n/a/eth1",
                        A + ".interfaces[1]",
                        plain().a(spare),
                        plain().a(spare).b(spare).cables(CABLE + ", {'ends': ['n/a/eth1', 'n/b/eth1']}")));
    }

    private static List<RuleCase> bridges() {
        String good = "{'name': 'br0', 'ports': ['p0', 'p1']}";
        return List.of(
                error(
                        "port-not-declared",
                        "n/br0",
                        R0 + ".bridges[0].ports[2]",
                        bridged("{'name': 'br0', 'ports': ['p0', 'p1', 'p2']}"),
                        bridged(good)),
                error(
                        "port-enslaved-twice",
                        "n/br1",
                        R0 + ".bridges[1].ports[0]",
                        bridged(good + ", {'name': 'br1', 'ports': ['p1']}"),
                        bridged("{'name': 'br0', 'ports': ['p0']}, {'name': 'br1', 'ports': ['p1']}")),
                error(
                        "bridge-as-port",
                        "n/br0",
                        R0 + ".bridges[0].ports[2]",
                        bridged("{'name': 'br0', 'ports': ['p0', 'p1', 'br0']}"),
                        bridged(good)),
                error(
                        "bridge-as-port",
                        "n/br0",
                        R0 + ".bridges[0].ports[2]",
                        bridged("{'name': 'br0', 'ports': ['p0', 'p1', 'br1']}, {'name': 'br1'}"),
                        bridged(good + ", {'name': 'br1'}")),
                error(
                        "bridge-option-out-of-range",
                        "n/br0",
                        R0 + ".bridges[0].forward_delay_seconds",
                        bridged("{'name': 'br0', 'ports': ['p0', 'p1'], 'forward_delay_seconds': 31}"),
                        bridged("{'name': 'br0', 'ports': ['p0', 'p1'], 'forward_delay_seconds': 30, 'priority':"
                                + " 65535}")),
                warning(
                        "address-on-port",
                        "n/p0",
                        R0 + ".interfaces[0].addresses",
                        plain().node("'interfaces': [{'name': 'p0', 'addresses': ['10.0.0.9/24']}, {'name': 'p1'}], "
                                        + "'bridges': [" + good + "]")
                                .cables(TWO_PORTS),
                        bridged("{'name': 'br0', 'ports': ['p0', 'p1'], 'addresses': ['10.0.0.9/24']}")),
                warning("bridge-loop", "n/br0", "cables[1].ends", ring("'stp': false"), ring("'stp': true")),
                warning(
                        "pvid-without-filtering",
                        "n/p0",
                        R0 + ".interfaces[0].pvid",
                        plain().node("'interfaces': [{'name': 'p0', 'pvid': 10}, {'name': 'p1'}], 'bridges': [" + good
                                        + "]")
                                .cables(TWO_PORTS),
                        plain().node("'interfaces': [{'name': 'p0', 'pvid': 10}, {'name': 'p1'}], 'bridges': [{'name':"
                                        + " 'br0', 'ports': ['p0', 'p1'], 'vlan_filtering': true}]")
                                .cables(TWO_PORTS)),
                error("too-many-ports", "n/br0", R0 + ".bridges[0]", manyPorts(1024), manyPorts(1023)));
    }

    /** Two bridges joined by two cables; {@code option} is one of the first. */
    private static Lab ring(String option) {
        return plain().node("'interfaces': [{'name': 'p0'}, {'name': 'p1'}, {'name': 'q0'}, {'name': 'q1'}, {'name':"
                        + " 'x0'}, {'name': 'x1'}], 'bridges':"
                        + " [{'name': 'br0', 'ports': ['p0', 'p1'], " + option
                        + "}, {'name': 'br1', 'ports': ['q0', 'q1']}]")
                .cables("{'ends': ['n/p0', 'n/q0']}, {'ends': ['n/p1', 'n/q1']}, {'ends': ['n/a/eth0', 'n/x0']},"
                        + " {'ends': ['n/b/eth0', 'n/x1']}");
    }

    /** A bridge with so many ports, all on one LAN: cheaper to write than as many cables. */
    private static Lab manyPorts(int count) {
        String names = IntStream.range(0, count).mapToObj(i -> "'q" + i + "'").collect(Collectors.joining(", "));
        String links = names.replaceAll("'q\\d+'", "{'name': $0}");
        String nics = names.replace("'q", "'n/q");
        return plain().node("'interfaces': [" + links + "], 'bridges': [{'name': 'br0', 'ports': [" + names + "]}]")
                .plus("'lans': [{'name': 'l', 'nics': [" + nics + "]}]");
    }

    private static List<RuleCase> links() {
        String mac = "'mac': '02:00:00:00:00:01'";
        return List.of(
                error(
                        "mac-not-usable",
                        "n/a/eth0",
                        A + ".interfaces[0].mac",
                        plain().ethA("'mac': '03:00:00:00:00:01'"),
                        plain().ethA(mac)),
                error(
                        "mac-not-usable",
                        "n/a/eth0",
                        A + ".interfaces[0].mac",
                        plain().ethA("'mac': '00:00:00:00:00:00'"),
                        plain().ethA("'mac': '00:00:00:00:00:01'")),
                warning(
                        "mac-twice-in-segment",
                        "n/b/eth0",
                        B + ".interfaces[0].mac",
                        plain().ethA(mac).ethB(mac),
                        plain().ethA(mac).ethB("'mac': '02:00:00:00:00:02'")),
                error(
                        "mtu-out-of-range",
                        "n/a/eth0",
                        A + ".interfaces[0].mtu",
                        plain().ethA("'mtu': 67"),
                        plain().ethA("'mtu': 68")),
                error(
                        "mtu-out-of-range",
                        "n/a/eth0",
                        A + ".interfaces[0].mtu",
                        plain().ethA("'mtu': 65536"),
                        plain().ethA("'mtu': 65535")),
                error(
                        "mtu-too-small-for-ipv6",
                        "n/a/eth0",
                        A + ".interfaces[0].mtu",
                        plain().ethA("'mtu': 1279, 'addresses': ['fd00::1/64']"),
                        plain().ethA("'mtu': 1280, 'addresses': ['fd00::1/64']")));
    }

    private static List<RuleCase> addresses() {
        String two = "'interfaces': [{'name': 'eth0', 'addresses': ['%s']}], 'bridges': [{'name': 'br0', 'addresses':"
                + " ['%s']}]";
        return List.of(
                warning(
                        "address-twice-in-segment",
                        "n/b/eth0",
                        B + ".interfaces[0].addresses[0]",
                        plain().ethB("'addresses': ['10.0.0.1/24']"),
                        plain().ethB("'addresses': ['10.0.0.1/24']")
                                .cables("")
                                .plus("'lans': [{'name': 'x', 'nics': ['n/a/eth0']}, {'name': 'y', 'nics':"
                                        + " ['n/b/eth0']}]")),
                error(
                        "address-twice-in-namespace",
                        "n/a/br0",
                        A + ".bridges[0].addresses[0]",
                        plain().a(two.formatted("10.0.0.1/24", "10.0.0.1/24")),
                        plain().a(two.formatted("fe80::1/64", "fe80::1/64"))),
                warning(
                        "overlapping-subnets",
                        "n/a/br0",
                        A + ".bridges[0].addresses[0]",
                        plain().a(two.formatted("10.0.0.1/24", "10.0.5.1/16")),
                        plain().a(two.formatted("10.0.0.1/24", "10.0.0.9/32"))),
                error(
                        "address-of-no-host",
                        "n/a/eth0",
                        A + ".interfaces[0].addresses[0]",
                        plain().ethA("'addresses': ['224.0.0.1/24']"),
                        plain().ethA("'addresses': ['223.0.0.1/24']")),
                error(
                        "address-of-no-host",
                        "n/a/eth0",
                        A + ".interfaces[0].addresses[0]",
                        plain().ethA("'addresses': ['::1/128']"),
                        plain().ethA("'addresses': ['::2/128']")),
                error(
                        "broadcast-address",
                        "n/a/eth0",
                        A + ".interfaces[0].addresses[0]",
                        plain().ethA("'addresses': ['10.0.0.7/30']"),
                        plain().ethA("'addresses': ['10.0.0.7/31']")),
                error(
                        "address-ipv6-off",
                        "n/a/eth0",
                        A + ".interfaces[0].addresses[0]",
                        withoutIpv6("'ipv6.conf.all.disable_ipv6': '1'"),
                        withoutIpv6("'ipv6.conf.all.disable_ipv6': '1', 'ipv6.conf.eth0.disable_ipv6': '0'")),
                warning(
                        "network-address",
                        "n/a/eth0",
                        A + ".interfaces[0].addresses[0]",
                        plain().ethA("'addresses': ['10.0.0.8/30']"),
                        plain().ethA("'addresses': ['10.0.0.8/31']")));
    }

    private static Lab withoutIpv6(String sysctls) {
        return plain().a("'interfaces': [{'name': 'eth0', 'addresses': ['fd00::1/64']}], 'sysctls': {%s}"
                .formatted(sysctls));
    }
}
