package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicForm;
import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.tcpdump.Dump;
import dev.pathlight.wire.Sandboxed;
import java.io.BufferedReader;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the classic views say, character for character against what the tools themselves print in the same namespace. Only
 * the ageing timer is masked. Both are looked at again and again until they agree: the kernel's tables change meanwhile.
 *
 * <p>The texts are those of iproute2 6.1 (Debian 12, Ubuntu 24.04). Newer ones say which protocol an address comes from
 * ({@code proto kernel_ll}) and end fewer lines in a blank; with another version these two are left out of the comparison.
 */
class ClassicViewsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeAll
    static void needsASandbox() {
        Sandboxed.assumePossible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "veth-pair-ipv6", "kernel-forwarding", "docker-two-hosts", "docker-nat"})
    void everyTableOfAShippedDrawingReadsAsTheToolsPrintIt(String name) throws Exception {
        try (Lecture lecture = Lecture.shipped(name)) {
            List<SpaceId> spaces = lecture.spaces();
            for (SpaceId to : spaces) {
                var address = lecture.session.addressOf(to, spaces.getLast());
                if (address.isPresent()) {
                    lecture.session.ping(spaces.getLast(), address.get(), 1);
                }
            }
            new Comparison(lecture).everyTable();
        }
    }

    /** What no drawing has and a hand may type: each kind of row that the tools write in a way of its own. */
    @Test
    void whatIsTypedByHandReadsAsTheToolsPrintItToo() throws Exception {
        try (Lecture lecture = Lecture.of(TWO_FAMILIES)) {
            lecture.session.ping(Lecture.NS1, IpAddress.parse("fd01::3"), 1);
            lecture.session.ping(Lecture.NS1, IpAddress.parse("10.1.1.3"), 1);
            lecture.session.ping(Lecture.NS1, IpAddress.parse("10.1.1.77"), 2);
            for (String command : TYPED) {
                lecture.exec(Lecture.NS1, command.split(" "));
            }
            for (String command : TYPED_AT_THE_BRIDGE) {
                lecture.exec(Lecture.THIS, command.split(" "));
            }
            lecture.exec(Lecture.NS1, "nft", RULES);
            lecture.session.ping(Lecture.THIS, IpAddress.parse("10.1.1.2"), 3);
            new Comparison(lecture).everyTable();
        }
    }

    /** Each kind of chain, match, set and verdict that a hand may type. */
    private static final String RULES = """
        table inet typed {
          chain other { }
          chain in { type filter hook input priority 0; policy accept;
            ct state vmap { established : accept, invalid : drop }
            tcp dport { 443, 80 } counter accept
            ip saddr { 10.9.1.0/24, 10.2.0.0-10.2.0.9, 10.9.9.9 } drop
            ip6 saddr { fd77::/64 } counter drop
            tcp dport { 22, 1000-2000 } counter accept comment "a counter of mine"
            ct state { new, established } counter
            iifname { "veth0", "eth9" } counter
            icmp type { echo-request, echo-reply } counter accept
            meta l4proto { tcp, udp } th dport 53 accept
            ip protocol { tcp, udp } accept
            tcp dport vmap { 80 : accept, 444 : jump other }
            ip saddr . tcp dport { 10.1.1.3 . 80, 10.1.1.3 . 22 } accept
            ip saddr != 10.1.1.3 ip daddr 10.1.1.2 limit rate 5/second counter
          }
          chain late { type filter hook input priority 7; policy drop; accept; }
          chain number { type filter hook input priority -100; }
          chain first { type filter hook prerouting priority raw; }
          chain marks { type filter hook prerouting priority -160; meta mark 0x00000007 ct mark set 0x00000001; }
          chain back { type nat hook prerouting priority -90; tcp dport 8080 redirect to :80; }
          chain away { type nat hook postrouting priority 95; ip saddr 10.1.1.2 oifname "v*" snat ip to 10.1.1.9; }
        }
        table ip typed4 { chain route { type route hook output priority 55;
            ip daddr 10.1.1.77 reject with icmp host-unreachable
            ip ttl 5 log prefix "low" drop
          }
        }
        """;

    private static final String TWO_FAMILIES = """
        {"version": 1, "name": "two-families", "nodes": [{"name": "this",
          "bridges": [{"name": "br0", "ports": ["br-veth0", "br-veth1"], "addresses": ["10.1.1.1/24", "fd01::1/64"]}],
          "interfaces": [{"name": "br-veth0"}, {"name": "br-veth1"}],
          "namespaces": [
          {"name": "ns1", "interfaces": [{"name": "veth0", "addresses": ["10.1.1.2/24", "fd01::2/64"]}]},
          {"name": "ns2", "interfaces": [{"name": "veth1", "addresses": ["10.1.1.3/24", "fd01::3/64"]}]}]}],
         "cables": [{"ends": ["this/ns1/veth0", "this/br-veth0"]}, {"ends": ["this/ns2/veth1", "this/br-veth1"]}]}
        """;

    private static final List<String> TYPED = List.of(
            "ip route add default via 10.1.1.3",
            "ip route add blackhole 10.9.0.0/16",
            "ip route add unreachable 10.8.0.0/16 metric 5",
            "ip route add prohibit 10.8.9.9",
            "ip route add 10.7.0.0/16 proto static nexthop via 10.1.1.3 weight 1 nexthop via 10.1.1.4 weight 2",
            "ip route add 10.6.0.1 via 10.1.1.3 proto zebra mtu 1400 metric 100",
            "ip route add 10.6.0.2 via 10.77.1.3 dev veth0 onlink",
            "ip route add 10.66.0.0/16 via inet6 fe80::1 dev veth0",
            "ip route append 10.7.0.0/16 dev veth0",
            "ip -6 route add default via fe80::1 dev veth0",
            "ip -6 route add blackhole fd09::/16",
            "ip -6 route add unreachable fd08::/16",
            "ip addr add 10.1.1.9/24 dev veth0",
            "ip addr add 10.5.5.5 peer 10.5.5.6/32 dev veth0 label veth0:x",
            "ip addr add 10.1.5.9/24 brd + dev veth0",
            "ip addr add fd00::2/64 dev veth0 nodad",
            "ip addr add fd00::9/128 dev veth0 preferred_lft 0",
            "ip neigh add 10.1.1.50 lladdr 02:00:00:00:00:01 dev veth0",
            "ip neigh add fd00::7 lladdr 02:00:00:00:00:02 router dev veth0",
            "ip link set veth0 txqueuelen 0",
            "ip link add zz type veth peer name yy",
            "ip link add ww type veth peer name vv",
            "ip link set ww up",
            "ip link set lo mtu 9000");

    private static final List<String> TYPED_AT_THE_BRIDGE = List.of(
            "ip link add aaa type veth peer name zzz",
            "ip link set zzz master br0",
            "ip link add a-long-bridge-1 type bridge stp_state 1",
            "ip link set a-long-bridge-1 up",
            "ip link set br-veth1 group 7",
            "bridge fdb add 02:00:00:00:00:33 dev br-veth0 master static",
            "bridge fdb add 33:33:00:00:00:99 dev br-veth1 self");

    @Test
    void whatPassesEachInterfaceReadsAsTcpdumpPrintsIt() throws Exception {
        try (Lecture lecture = Lecture.shipped("kernel-forwarding")) {
            Tcpdump.assumePossible(lecture);
            Map<PortId, Process> listening = new LinkedHashMap<>();
            for (String port : List.of("this/ns1/v1", "this/v1_r", "this/v2_r", "this/ns2/v2")) {
                listening.put(PortId.parse(port), tcpdump(lecture, PortId.parse(port)));
            }
            lecture.session.ping(Lecture.NS1, IpAddress.parse("10.1.2.2"), 1);

            Map<PortId, List<String>> printed = new LinkedHashMap<>();
            for (Map.Entry<PortId, Process> e : listening.entrySet()) {
                printed.put(
                        e.getKey(),
                        e.getValue()
                                .inputReader()
                                .lines()
                                .map(ClassicViewsTest::timeless)
                                .toList());
            }
            Map<PortId, List<String>> told = Dump.of(lecture.session.journeys(), ZoneId.systemDefault()).stream()
                    .filter(d -> listening.containsKey(d.port()))
                    .collect(Collectors.toMap(
                            Dump::port,
                            d -> d.lines().stream()
                                    .map(l -> timeless(l.text()))
                                    .limit(FIRST_PING)
                                    .toList()));
            assertThat(told).isEqualTo(printed);
        }
    }

    /** An ARP question and its answer, an echo request and its reply. */
    private static final int FIRST_PING = 4;

    /** Listening when this returns; ends by itself after a first ping's packets. */
    private static Process tcpdump(Lecture lecture, PortId port) throws Exception {
        Process process = Tcpdump.in(
                lecture,
                port.space(),
                "-c",
                "" + FIRST_PING,
                "-ne",
                "-i",
                port.name().value(),
                "arp or icmp");
        BufferedReader said = process.errorReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("listening on")) {
                return process;
            }
        }
        throw new AssertionError("tcpdump at " + port + " ended before it listened");
    }

    private static String timeless(String line) {
        return line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d\\.\\d{6} ", "");
    }

    @Test
    void theOtherEndOfEachCableIsNamed() throws Exception {
        try (Lecture lecture = new Lecture()) {
            Snapshot now = lecture.session.snapshot();
            List<String> notes = ClassicForm.ETHTOOL
                    .of(now, now.space(Lecture.THIS).orElseThrow())
                    .stream()
                    .map(t -> t.command() + t.lines().getLast().noted())
                    .map(l -> l.replaceAll("\\d+  #", "N  #"))
                    .toList();
            assertThat(notes)
                    .containsExactly(
                            "ethtool -S br-veth0 | head -2     peer_ifindex: N  # ns1 veth0",
                            "ethtool -S br-veth1 | head -2     peer_ifindex: N  # ns2 veth1");
        }
    }

    /** All commands of all tools in all namespaces of a drawing that runs. */
    private record Comparison(Lecture lecture) {
        private static final Set<String> NEEDED =
                Set.of("brctl", "bridge", "route", "ip", "arp", "ethtool", "nft", "conntrack");

        void everyTable() throws MachineLost, InterruptedException {
            for (String program : NEEDED) {
                assumeTrue(lecture.has(program), program + " is not installed: nothing to compare with");
            }
            boolean exact = lecture.exec(first(), "ip", "-V").contains("iproute2-6.1.");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            TreeMap<String, Both> left = differing(exact);
            while (!left.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
                left = differing(exact);
            }
            assertThat(left.values().stream().map(Both::shown))
                    .containsExactlyElementsOf(
                            left.values().stream().map(Both::printed).toList());
        }

        private SpaceId first() {
            return lecture.session.snapshot().spaces().firstKey();
        }

        private TreeMap<String, Both> differing(boolean exact) throws MachineLost {
            TreeMap<String, Both> differing = new TreeMap<>();
            for (SpaceId space : lecture.session.snapshot().spaces().keySet()) {
                for (ClassicForm form : ClassicForm.values()) {
                    compare(form, space, exact, differing);
                }
            }
            return differing;
        }

        private void compare(ClassicForm form, SpaceId space, boolean exact, TreeMap<String, Both> differing)
                throws MachineLost {
            Snapshot now = lecture.session.snapshot();
            SpaceState state = now.space(space).orElseThrow();
            for (ClassicText text : form.of(now, state)) {
                ExecResult real = lecture.session.exec(space, List.of("sh", "-c", text.command()), 20_000);
                String where = "[" + space + "] # " + text.command() + "\n";
                Both both = new Both(
                        plain(where + text.text(), exact), plain(where + real.stdout() + real.stderr(), exact));
                if (!both.shown().equals(both.printed())) {
                    differing.put(where, both);
                }
            }
        }

        /** The kernel lists connections by a hash with a secret. */
        private static String inOneOrder(String text) {
            return text.contains("# conntrack -L") ? text.lines().sorted().collect(Collectors.joining("\n")) : text;
        }

        private static String plain(String text, boolean exact) {
            String timeless = text.replaceAll("(?m)(\\tno\\t\\t) *\\d+\\.\\d\\d$", "$1 (timer)")
                    // How long a connection is still remembered, and what of the kernel just holds it.
                    .replaceAll("(?m)^(\\w+ +\\d+) \\d+ (.* use=)\\d+$", "$1 (timer) $2")
                    .replaceAll("(?m)^conntrack v.*\n", "")
                    // The table by which packets are followed is ours.
                    .replaceAll("(?ms)^table inet pathlight-trace \\{\n.*?^}\n", "");
            timeless = inOneOrder(timeless);
            return exact
                    ? timeless
                    : timeless.replaceAll(" proto kernel_\\w+", "")
                            .replaceAll("(?m) +$", "")
                            .replace(" burst 5 packets", "")
                            .replace("hook output priority dstnat", "hook output priority -100");
        }
    }

    private record Both(String shown, String printed) {}
}
