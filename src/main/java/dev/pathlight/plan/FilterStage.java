package dev.pathlight.plan;

import dev.pathlight.plan.FilterChain.Hook;
import dev.pathlight.plan.FilterRule.Action;
import dev.pathlight.plan.FilterRule.Match;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Address translation and filters, before there are addresses: no packet slips past. What Docker does with iptables is
 * done here with nftables, in a table of our own.
 */
record FilterStage(Blueprint blueprint) {
    static final String TABLE = "pathlight";

    private static final Cidr LOOPBACK = Cidr.parse("127.0.0.0/8");

    void addTo(StepList steps) {
        for (Blueprint.Space space : blueprint.spaces()) {
            Namespace drawn = space.drawn();
            if (drawn.nat().isEmpty() && drawn.firewall().isEmpty()) {
                continue;
            }
            steps.add(Stage.CONFIGURE, new NetOp.AddFilterTable(space.id(), TABLE), space.element());
            nat(drawn).forEach((chain, rules) -> chain(steps, space, chain, rules));
            filters(drawn.firewall()).forEach((chain, rules) -> chain(steps, space, chain, rules));
        }
    }

    private static void chain(StepList steps, Blueprint.Space space, FilterChain chain, List<FilterRule> rules) {
        steps.add(Stage.CONFIGURE, new NetOp.AddFilterChain(space.id(), TABLE, chain), space.element());
        for (FilterRule rule : rules) {
            NetOp add = new NetOp.AddFilterRule(space.id(), TABLE, chain.name(), rule);
            steps.add(Stage.CONFIGURE, add, space.element());
        }
    }

    private static Map<FilterChain, List<FilterRule>> nat(Namespace drawn) {
        Map<FilterChain, List<FilterRule>> chains = new LinkedHashMap<>();
        List<Nat.PortMapping> published = drawn.nat().portMappings();
        if (!published.isEmpty()) {
            chains.put(
                    FilterChain.nat(Hook.PREROUTING, FilterChain.DESTINATIONS),
                    published.stream().map(p -> redirect(p, false)).toList());
            chains.put(
                    FilterChain.nat(Hook.OUTPUT, FilterChain.DESTINATIONS),
                    published.stream().map(p -> redirect(p, true)).toList());
        }
        List<FilterRule> leaving = Stream.concat(
                        drawn.nat().masquerades().stream().map(FilterStage::masquerade),
                        published.stream().flatMap(p -> backThroughHere(p, drawn).stream()))
                .toList();
        if (!leaving.isEmpty()) {
            chains.put(FilterChain.nat(Hook.POSTROUTING, FilterChain.SOURCES), leaving);
        }
        return chains;
    }

    private static FilterRule masquerade(Nat.Masquerade m) {
        List<Match> matches = new ArrayList<>();
        matches.add(address(true, m.source()));
        m.exceptTo().forEach(n -> matches.add(new Match.Address(false, n.network(), true)));
        m.exceptOut().ifPresent(d -> matches.add(new Match.Device(false, d, true)));
        return new FilterRule(matches, new Action.Masquerade(), "");
    }

    /** Every packet is of some version's whole network: only the version is left to ask for. */
    private static Match address(boolean source, Cidr network) {
        return network.prefix() == 0
                ? new Match.Family(network.address().v6())
                : new Match.Address(source, network.network(), false);
    }

    /**
     * Like Docker's: what the stack itself sends to 127.0.0.0/8 is left alone, for the answer could not find its way back.
     */
    private static FilterRule redirect(Nat.PortMapping p, boolean ownPackets) {
        List<Match> matches = new ArrayList<>();
        p.hostAddress().ifPresentOrElse(a -> matches.add(new Match.Address(false, host(a), false)), () -> {
            if (ownPackets && !p.to().v6()) {
                matches.add(new Match.Address(false, LOOPBACK, true));
            }
            matches.add(new Match.ToLocal());
        });
        matches.add(new Match.Port(p.protocol(), p.hostPort()));
        return new FilterRule(matches, new Action.Redirect(p.to(), p.toPort()), "");
    }

    /**
     * A neighbour of the container that goes by the published port is answered by the container itself, past this stack,
     * and would not know the answer: so its packets leave with this stack's address.
     */
    private static Optional<FilterRule> backThroughHere(Nat.PortMapping p, Namespace drawn) {
        return network(p.to(), drawn)
                .map(n -> new FilterRule(
                        List.of(
                                new Match.Address(true, n, false),
                                new Match.Address(false, host(p.to()), false),
                                new Match.Port(p.protocol(), p.toPort()),
                                new Match.Redirected()),
                        new Action.Masquerade(),
                        ""));
    }

    private static Cidr host(IpAddress a) {
        return new Cidr(a, a.width());
    }

    /** The network of this stack that {@code a} lies in. */
    private static Optional<Cidr> network(IpAddress a, Namespace drawn) {
        return Stream.concat(
                        drawn.bridges().stream().flatMap(b -> b.addresses().stream()),
                        drawn.interfaces().stream().flatMap(i -> i.addresses().stream()))
                .filter(c -> c.contains(a) && c.prefix() > 0)
                .map(Cidr::network)
                .findFirst();
    }

    private static Map<FilterChain, List<FilterRule>> filters(Firewall firewall) {
        Map<FilterChain, List<FilterRule>> chains = new LinkedHashMap<>();
        Map<Firewall.Hook, List<FilterRule>> rules = new EnumMap<>(Firewall.Hook.class);
        firewall.policies().keySet().forEach(h -> rules.put(h, new ArrayList<>()));
        firewall.rules()
                .forEach(r ->
                        rules.computeIfAbsent(r.hook(), h -> new ArrayList<>()).add(filter(r)));
        rules.forEach((hook, own) -> {
            boolean drops = firewall.policies().get(hook) == Firewall.Policy.DROP;
            String name = hook.name().toLowerCase(Locale.ROOT);
            Hook at = Hook.valueOf(hook.name());
            chains.put(new FilterChain(name, FilterChain.Type.FILTER, at, FilterChain.FILTERS, drops), own);
        });
        return chains;
    }

    private static FilterRule filter(Firewall.Rule r) {
        List<Match> matches = new ArrayList<>();
        if (!r.states().isEmpty()) {
            matches.add(new Match.States(
                    Firewall.Rule.STATES.stream().filter(r.states()::contains).toList()));
        }
        r.in().ifPresent(d -> matches.add(new Match.Device(true, d, false)));
        r.out().ifPresent(d -> matches.add(new Match.Device(false, d, false)));
        r.source().ifPresent(s -> matches.add(address(true, s)));
        r.destination().ifPresent(d -> matches.add(address(false, d)));
        r.protocol()
                .ifPresent(p -> matches.add(
                        r.port().isPresent() ? new Match.Port(p, r.port().getAsInt()) : new Match.Protocol(p)));
        return new FilterRule(matches, action(r.verdict()), r.comment());
    }

    private static Action action(Firewall.Verdict verdict) {
        return switch (verdict) {
            case ACCEPT -> new Action.Accept();
            case DROP -> new Action.Drop();
            case REJECT -> new Action.Reject();
        };
    }
}
