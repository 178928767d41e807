package dev.pathlight.wire;

import dev.pathlight.plan.FilterChain;
import dev.pathlight.plan.FilterRule;
import dev.pathlight.plan.FilterRule.Action;
import dev.pathlight.plan.FilterRule.Match;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says an operation as one statement of nft (1.0 or newer), as it stands behind the program's name. */
final class NftCommand {
    private NftCommand() {}

    static String add(NetOp.AddFilterTable op) {
        return "add table inet " + op.table();
    }

    static String delete(NetOp.DeleteFilterTable op) {
        return "delete table inet " + op.table();
    }

    static String add(NetOp.AddFilterChain op) {
        FilterChain c = op.chain();
        return "add chain inet " + op.table() + " " + c.name() + " { type "
                + c.type().name().toLowerCase(Locale.ROOT) + " hook "
                + c.hook().name().toLowerCase(Locale.ROOT) + " priority " + c.priority() + " ; policy "
                + (c.drops() ? "drop" : "accept") + " ; }";
    }

    static String add(NetOp.AddFilterRule op) {
        return "add rule inet " + op.table() + " " + op.chain() + " " + of(op.rule());
    }

    static String of(FilterRule rule) {
        Stream<String> matches = rule.matches().stream().map(NftCommand::match);
        Stream<String> counter = rule.action() instanceof Action.Follow ? Stream.of() : Stream.of("counter");
        Stream<String> comment =
                rule.comment().isEmpty() ? Stream.of() : Stream.of("comment \"" + rule.comment() + "\"");
        return Stream.of(matches, counter, Stream.of(action(rule.action())), comment)
                .flatMap(s -> s)
                .collect(Collectors.joining(" "));
    }

    private static String match(Match match) {
        return switch (match) {
            case Match.Address m ->
                (m.network().address().v6() ? "ip6" : "ip")
                        + (m.source() ? " saddr " : " daddr ")
                        + (m.not() ? "!= " : "")
                        + network(m.network());
            case Match.Family m -> "meta nfproto " + (m.v6() ? "ipv6" : "ipv4");
            case Match.Protocol m -> "meta l4proto " + m.name();
            case Match.Port m -> m.protocol() + " dport " + m.port();
            case Match.Device m -> (m.in() ? "iifname " : "oifname ") + (m.not() ? "!= " : "") + "\"" + m.name() + "\"";
            case Match.ToLocal m -> "fib daddr type local";
            case Match.States m -> "ct state " + String.join(",", m.any());
            case Match.Redirected m -> "ct status dnat";
            case Match.AtMost m -> "limit rate " + m.perSecond() + "/second burst " + m.perSecond() + " packets";
        };
    }

    private static String network(Cidr c) {
        return c.prefix() == c.address().width() ? c.address().toString() : c.toString();
    }

    private static String action(Action action) {
        return switch (action) {
            case Action.Accept a -> "accept";
            case Action.Drop a -> "drop";
            case Action.Reject a -> "reject with icmpx type port-unreachable";
            case Action.Masquerade a -> "masquerade";
            case Action.Redirect a -> "dnat " + target(a.to(), a.port());
            case Action.Follow a -> "meta nftrace set 1";
        };
    }

    private static String target(IpAddress to, int port) {
        return to.v6() ? "ip6 to [" + to + "]:" + port : "ip to " + to + ":" + port;
    }
}
