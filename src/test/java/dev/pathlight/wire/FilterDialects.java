package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Plans;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds NAT and firewalls by netlink and by script, side by side, and prints every difference of what {@code nft} lists;
 * then every difference between our words for a rule and nft's, also for rules that a student types. Wants a namespace of
 * its own with an empty {@code /run/netns}.
 */
public final class FilterDialects {
    private static final String DRAWING = """
        {"version": 1, "name": "filters", "nodes": [{
          "name": "host",
          "interfaces": [{"name": "eth0", "addresses": ["172.12.1.11/24", "fd00:1::1/64"]},
                         {"name": "p1"}],
          "bridges": [{"name": "docker0", "ports": ["p1"], "addresses": ["172.17.0.1/16", "fd00:2::1/64"]}],
          "sysctls": {"ipv4.ip_forward": 1},
          "nat": {
            "masquerade": [{"source": "172.17.0.0/16", "except_out": "docker0"}, {"source": "10.1.0.0/22"},
                           {"source": "10.244.0.0/16", "except_to": ["10.244.0.0/16", "224.0.0.0/4"]},
                           {"source": "fd00:2::/64", "except_out": "docker0", "except_to": ["fd00::/16", "fe80::/10"]}, {"source": "0.0.0.0/0", "except_out": "eth0"}],
            "publish": [{"port": 8080, "to": "172.17.0.2", "to_port": 80},
                        {"protocol": "udp", "address": "172.12.1.11", "port": 53, "to": "172.17.0.2", "to_port": 5353},
                        {"port": 8080, "to": "fd00:2::2", "to_port": 80}]
          },
          "firewall": {
            "policy": {"forward": "drop", "output": "accept"},
            "rules": [
              {"hook": "forward", "verdict": "accept", "states": ["related", "established"]},
              {"hook": "forward", "verdict": "accept", "source": "10.1.1.0/25", "destination": "10.1.2.2/32",
               "protocol": "tcp", "port": 80, "in": "eth0", "out": "docker0", "comment": "让它 through"},
              {"hook": "forward", "verdict": "drop", "source": "fd00::/61", "protocol": "icmpv6"},
              {"hook": "input", "verdict": "reject", "protocol": "icmp"},
              {"hook": "input", "verdict": "reject", "source": "10.0.0.1/32", "protocol": "sctp", "port": 7},
              {"hook": "input", "verdict": "drop", "states": ["invalid"], "comment": "x"},
              {"hook": "output", "verdict": "drop", "out": "eth0", "destination": "0.0.0.0/0"}
            ]
          },
          "namespaces": [{"name": "c1", "interfaces": [{"name": "eth0", "addresses": ["172.17.0.2/16"]}],
                          "firewall": {"rules": [{"hook": "input", "verdict": "drop"}]}},
                         {"name": "out", "interfaces": [{"name": "eth0"}]}]
        }],
        "cables": [{"ends": ["host/c1/eth0", "host/p1"]}, {"ends": ["host/out/eth0", "host/eth0"]}]}
        """;

    private static final String TYPED = """
        table ip filter {
          chain INPUT { type filter hook input priority 0; policy accept;
            ip saddr 10.1.1.2 drop
            ip saddr != 10.0.0.0/8 counter drop
            tcp dport 22 accept
            udp sport 53 counter accept
            icmp type echo-request drop
            icmp type echo-request ip saddr 10.1.1.2 counter reject
            iifname "eth0" ip daddr 10.1.1.0/24 icmp type echo-reply drop
            ct state established,related accept
            ct state invalid drop
            ip protocol icmp drop
            ip ttl 1 drop
            meta mark 0x00000001 accept
            limit rate 5/second burst 5 packets accept
            tcp dport 8000-9000 drop
            tcp dport != 80 reject with tcp reset
            log prefix "dropped: " drop
            jump later
            reject with icmp host-unreachable
            return
          }
          chain later { ip daddr 1.1.1.1 drop comment "why not"; }
          chain nat { type nat hook postrouting priority 100;
            oifname "eth0" masquerade
            ip saddr 10.0.0.0/8 snat to 1.2.3.4
          }
          chain pre { type nat hook prerouting priority -100;
            tcp dport 80 dnat to 10.1.1.1:8080
            udp dport 53 redirect to :5353
          }
        }
        table inet mixed {
          chain forward { type filter hook forward priority 5; policy drop;
            ip6 saddr fd00::1 drop
            icmpv6 type echo-request drop
            meta l4proto tcp counter accept
            meta nfproto ipv4 drop
            ip saddr 10.0.0.1 tcp dport 80 drop
            iifname "veth*" drop
          }
        }
        table bridge filter {
          chain forward { type filter hook forward priority 0;
            ether saddr 02:00:00:00:00:01 drop
            ip saddr 10.1.1.2 drop
            ether type arp drop
          }
        }
        """;

    private FilterDialects() {}

    public static void main(String[] args) throws IOException {
        Plan plan = Plans.of(
                ((ReadResult.Good) TopologyReader.read("filters.json", DRAWING.getBytes(StandardCharsets.UTF_8)))
                        .drawing()
                        .topology());
        KernelRun run = KernelRun.of(plan);
        Path script = Files.createTempFile("plan", ".sh");
        Files.writeString(script, IpScript.of(plan));
        System.out.print(String.join("\n", Dialects.run(List.of("sh", script.toString()))));
        NetnsNames names = new NetnsNames(plan);
        for (Step step : plan.steps()) {
            if (step.op() instanceof NetOp.MakeNamespace made) {
                SpaceId space = made.space();
                Dialects.report(
                        "ruleset of " + space,
                        rules(run.path(space), false),
                        rules("/run/netns/" + names.of(space), false));
                Dialects.report(
                        "expressions of " + space,
                        expressions(run.path(space)),
                        expressions("/run/netns/" + names.of(space)));
                Dialects.report("words in " + space, ours(run, space), rules(run.path(space), true));
            }
        }
        if (rules(run.path(SpaceId.parse("host")), false).size() < 20) {
            System.out.println("nothing to compare");
        }
        SpaceId typed = SpaceId.parse("host/out");
        Files.writeString(script, TYPED);
        System.out.print(String.join("\n", Dialects.enter(run.path(typed), List.of("nft", "-f", script.toString()))));
        Dialects.report("words of typed rules", ours(run, typed), rules(run.path(typed), true));
        Files.delete(script);
    }

    /** Since 1.1 nft says this too where nobody did. */
    private static final String USUAL_BURST = " burst 5 packets";

    /** The kernel itself sends a packet now and then, and counts it. */
    private static String uncounted(String line) {
        return line.replaceAll("(packets|pkts) \\d+ bytes \\d+", "$1 and bytes");
    }

    /** What nft lists; {@code bare}: rules alone, without their counters' numbers. */
    private static List<String> rules(String path, boolean bare) {
        List<String> listed = Dialects.enter(
                path, bare ? List.of("nft", "-s", "list", "ruleset") : List.of("nft", "list", "ruleset"));
        return listed.stream()
                .map(FilterDialects::uncounted)
                .map(String::strip)
                .map(l -> l.replace(USUAL_BURST, ""))
                .filter(l -> !bare || !l.isEmpty() && !l.equals("}") && !l.endsWith("{") && !l.startsWith("type "))
                .toList();
    }

    /** What the kernel lists back, expression by expression. */
    private static List<String> expressions(String path) {
        return Dialects.enter(path, List.of("nft", "--debug=netlink", "list", "ruleset")).stream()
                .map(FilterDialects::uncounted)
                .toList();
    }

    private static List<String> ours(KernelRun run, SpaceId space) {
        List<String> all = new ArrayList<>();
        List<KernelNotice> chains = run.filters(space).ask(NetlinkEncoder.encode(new Query.FilterChains(), 1));
        List<KernelNotice> rules = run.filters(space).ask(NetlinkEncoder.encode(new Query.FilterRules(), 2));
        for (KernelNotice c : chains) {
            if (c instanceof KernelNotice.ChainSet(ChainRow chain)) {
                rules.stream()
                        .filter(KernelNotice.RuleSet.class::isInstance)
                        .map(r -> ((KernelNotice.RuleSet) r).rule())
                        .filter(r -> r.table().equals(chain.table())
                                && r.chain().equals(chain.name())
                                && r.family().equals(chain.family()))
                        .forEach(r -> all.add(r.text()));
            }
        }
        return all;
    }
}
