package dev.pathlight.topology.json;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.Firewall.Hook;
import dev.pathlight.topology.Firewall.Policy;
import dev.pathlight.topology.Firewall.Rule;
import dev.pathlight.topology.Firewall.Verdict;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Out.Obj;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads and writes a namespace's firewall. */
final class FirewallText {
    private static final List<String> HOOKS = words(Hook.values());
    private static final List<String> VERDICTS = words(Verdict.values());

    private FirewallText() {}

    static Firewall read(Fields f) {
        SortedMap<Hook, Policy> policies = f.object("policy", Sentence.of("policies"), FirewallText::policies)
                .orElseGet(TreeMap::new);
        return new Firewall(policies, f.objects("rules", Sentence.of("a filter rule"), FirewallText::rule));
    }

    private static SortedMap<Hook, Policy> policies(Fields f) {
        SortedMap<Hook, Policy> out = new TreeMap<>();
        for (Hook hook : Hook.values()) {
            f.word(word(hook), words(Policy.values()))
                    .ifPresent(p -> out.put(hook, Policy.valueOf(p.toUpperCase(Locale.ROOT))));
        }
        return out;
    }

    private static Rule rule(Fields f) {
        String hook = f.required("hook", "\"hook\": \"forward\"", word(Hook.FORWARD), k -> f.word(k, HOOKS));
        String verdict = f.required("verdict", "\"verdict\": \"drop\"", word(Verdict.DROP), k -> f.word(k, VERDICTS));
        return new Rule(
                Hook.valueOf(hook.toUpperCase(Locale.ROOT)),
                Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                f.value("source", Cidr::problem, Cidr::parse),
                f.value("destination", Cidr::problem, Cidr::parse),
                f.word("protocol", Rule.PROTOCOLS),
                f.integer("port", 1, 65_535),
                f.value("in", IfName::problem, IfName::new),
                f.value("out", IfName::problem, IfName::new),
                f.values("states", FirewallText::stateProblem, s -> s),
                f.text("comment").orElse(""));
    }

    private static Optional<Sentence> stateProblem(String state) {
        return Rule.STATES.contains(state)
                ? Optional.empty()
                : Optional.of(Sentence.of("\"{0}\" is not a state: use one of {1}", state, Sentence.list(Rule.STATES)));
    }

    static Obj write(Firewall firewall) {
        Obj o = new Obj(false);
        if (!firewall.policies().isEmpty()) {
            Obj policies = new Obj(false);
            firewall.policies().forEach((hook, policy) -> policies.text(word(hook), word(policy)));
            o.put("policy", policies);
        }
        o.list("rules", firewall.rules().stream().map(FirewallText::rule).toList());
        return o;
    }

    private static Obj rule(Rule r) {
        Obj o = new Obj(false);
        o.text("hook", word(r.hook()));
        o.text("verdict", word(r.verdict()));
        o.text("source", r.source());
        o.text("destination", r.destination());
        o.text("protocol", r.protocol());
        r.port().ifPresent(p -> o.number("port", p));
        o.text("in", r.in());
        o.text("out", r.out());
        o.texts("states", r.states());
        if (!r.comment().isEmpty()) {
            o.text("comment", r.comment());
        }
        return o;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values).map(FirewallText::word).toList();
    }
}
