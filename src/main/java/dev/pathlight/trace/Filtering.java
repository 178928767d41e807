package dev.pathlight.trace;

import dev.pathlight.live.Filters;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.RuleRow;
import dev.pathlight.wire.TraceRow;
import java.util.List;
import java.util.Optional;

/** Says in rows and sentences what netfilter did with a packet. */
final class Filtering {
    private final Tables tables;

    Filtering(Tables tables) {
        this.tables = tables;
    }

    /** @param row the rule, or the chain whose policy it was */
    record Dropped(Sentence explanation, Decision row) {}

    /** What dropped a packet that came to a namespace. */
    Optional<Dropped> dropped(SpaceId space, Frame packet) {
        return tables.verdicts().drop(space, packet, tables.translations()).map(this::said);
    }

    Dropped said(Verdicts.Drop drop) {
        SpaceId space = drop.space();
        Sentence who = Loss.said(space);
        TraceRow by = drop.by();
        String place = by.family() + " " + by.table() + " " + by.chain();
        Optional<RuleRow> rule = rule(space, by);
        if (by.kind() == TraceRow.Kind.POLICY) {
            String policy = filters(space)
                    .chain(by.family(), by.table(), by.chain())
                    .flatMap(ChainRow::base)
                    .map(b -> "type " + b.type() + " hook " + b.hook() + " policy drop")
                    .orElse("policy drop");
            return new Dropped(
                    Sentence.of(
                            "The firewall of {0} dropped it: no rule of {1} lets it pass, and its policy is drop.",
                            who, place),
                    new Decision(Decision.Kind.RULE, space, place, policy));
        }
        String text = rule.map(RuleRow::text).orElse("handle " + by.handle());
        boolean rejects = rule.filter(r -> r.effect() == RuleRow.Effect.REJECTS).isPresent();
        Sentence said = rejects
                ? Sentence.of(
                        "The firewall of {0} rejected it, and told the sender so, by a rule of {1}: {2}.",
                        who, place, text)
                : Sentence.of("The firewall of {0} dropped it by a rule of {1}: {2}.", who, place, text);
        return new Dropped(said, new Decision(Decision.Kind.RULE, space, place, text));
    }

    /** The rules that let a packet pass, as far as it is at a hop: on its way in, or on its way out. */
    List<Decision> accepted(Step s) {
        if (!s.frame().isIp() || s.place().bridge().isPresent()) {
            return List.of();
        }
        SpaceId space = s.place().id().space();
        List<String> hooks = s.isIn()
                ? List.of("prerouting", "input", "forward")
                : s.parent().isEmpty() ? List.of("output", "postrouting") : List.of("postrouting");
        return tables.verdicts().accepted(space, s.frame(), tables.translations()).stream()
                .filter(t -> filters(space)
                        .chain(t.family(), t.table(), t.chain())
                        .flatMap(ChainRow::base)
                        .filter(b -> b.type().equals("filter") && hooks.contains(b.hook()))
                        .isPresent())
                .flatMap(t -> rule(space, t).stream())
                .map(r -> new Decision(Decision.Kind.RULE, space, r.place(), r.text()))
                .toList();
    }

    /** Whether a report is about a rule that translates, as far as the rule is known by now. */
    boolean translates(SpaceId space, TraceRow trace) {
        Filters filters = filters(space);
        return rule(space, trace)
                .map(r -> r.effect() == RuleRow.Effect.TRANSLATES)
                .orElseGet(() -> filters.chain(trace.family(), trace.table(), trace.chain())
                        .map(c -> c.base().map(b -> b.type().equals("nat")).orElse(true))
                        .orElse(true));
    }

    /** How a packet's destination, or else its source, was translated. Its answers are led back by the connection's own row. */
    Decision translated(Translations.Passage passage, boolean destination) {
        Translations.Known by = passage.by();
        SpaceId space = by.space();
        if (passage.original()) {
            List<RuleRow> rules = by.rules().stream()
                    .flatMap(t -> rule(space, t).stream())
                    .filter(r -> r.effect() == RuleRow.Effect.TRANSLATES && isOfDestination(r) == destination)
                    .toList();
            if (!rules.isEmpty()) {
                RuleRow rule = rules.getLast();
                return new Decision(Decision.Kind.NAT, space, rule.place(), rule.text());
            }
        }
        return new Decision(Decision.Kind.NAT, space, "conntrack", by.row().toString());
    }

    private static boolean isOfDestination(RuleRow rule) {
        String text = rule.text();
        return text.contains("dnat") && !text.contains("ct status dnat")
                || text.contains("redirect")
                || text.contains("\"DNAT\"")
                || text.contains("\"REDIRECT\"");
    }

    private Optional<RuleRow> rule(SpaceId space, TraceRow trace) {
        return filters(space).rule(trace.family(), trace.table(), trace.handle());
    }

    private Filters filters(SpaceId space) {
        return tables.state(space).map(SpaceState::filters).orElse(Filters.NONE);
    }
}
