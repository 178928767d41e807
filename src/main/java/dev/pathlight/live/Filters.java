package dev.pathlight.live;

import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.RuleRow;
import java.util.List;
import java.util.Optional;

/**
 * What a namespace's netfilter shows; our own table that makes packets followed is left out.
 *
 * @param rules in the kernel's order, with the contents of sets that have no name; their counters as of the last packets
 * @param connections the oldest first
 */
public record Filters(List<ChainRow> chains, List<RuleRow> rules, List<ConnectionRow> connections) {
    public static final Filters NONE = new Filters(List.of(), List.of(), List.of());

    public Filters {
        chains = List.copyOf(chains);
        rules = List.copyOf(rules);
        connections = List.copyOf(connections);
    }

    public boolean isEmpty() {
        return chains.isEmpty() && connections.isEmpty();
    }

    public List<RuleRow> rulesOf(ChainRow chain) {
        return rules.stream().filter(r -> r.isIn(chain)).toList();
    }

    public Optional<RuleRow> rule(String family, String table, long handle) {
        return rules.stream()
                .filter(r -> r.handle() == handle
                        && r.family().equals(family)
                        && r.table().equals(table))
                .findFirst();
    }

    public Optional<ChainRow> chain(String family, String table, String name) {
        return chains.stream()
                .filter(c -> c.name().equals(name)
                        && c.family().equals(family)
                        && c.table().equals(table))
                .findFirst();
    }
}
