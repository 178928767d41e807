package dev.pathlight.view;

import dev.pathlight.live.SpaceState;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.PortRow;
import dev.pathlight.wire.SpanningTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code brctl showstp} tells of a bridge or a port on which the spanning tree runs; nothing elsewhere. */
final class TreeFacts {
    private static final double CENTI = 100;

    private final Phrases phrases;

    TreeFacts(Phrases phrases) {
        this.phrases = phrases;
    }

    List<Fact> of(LinkRow link, SpaceState space) {
        return link.bridge()
                .filter(LinkRow.BridgeRow::stp)
                .map(b -> bridge(b, link, space))
                .orElseGet(() -> space.link(link.master())
                        .flatMap(LinkRow::bridge)
                        .filter(LinkRow.BridgeRow::stp)
                        .map(b -> port(link))
                        .orElse(List.of()));
    }

    private List<Fact> bridge(LinkRow.BridgeRow b, LinkRow link, SpaceState space) {
        SpanningTree tree = b.tree();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("fact.root", b.isRoot() ? phrases.say("fact.root.self") : tree.root()));
        Optional<LinkRow> root = space.links().stream()
                .filter(l -> l.master() == link.index() && l.portNumber() == tree.rootPort())
                .findFirst();
        root.ifPresent(p -> facts.add(new Fact("fact.rootport", p.portNumber() + " (" + p.name() + ")")));
        if (!b.isRoot()) {
            facts.add(new Fact("fact.rootcost", String.valueOf(tree.rootCost())));
        }
        facts.add(new Fact("fact.delay", String.valueOf(tree.forwardDelay() / CENTI)));
        return facts;
    }

    private List<Fact> port(LinkRow link) {
        PortRow tree = link.facts().port();
        return List.of(
                new Fact("fact.portstate", phrases.say(phrase(TreeMarks.state(link)))),
                new Fact("fact.portcost", String.valueOf(tree.cost())),
                new Fact("fact.designated", tree.designatedBridge()));
    }

    private static String phrase(TreeMark.Kind state) {
        return switch (state) {
            case DISABLED, ROOT -> "fact.portstate.disabled";
            case LISTENING -> "fact.portstate.listening";
            case LEARNING -> "fact.portstate.learning";
            case FORWARDING -> "fact.portstate.forwarding";
            case BLOCKING -> "fact.portstate.blocking";
        };
    }
}
