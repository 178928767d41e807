package dev.pathlight.live;

import dev.pathlight.plan.Following;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.RuleRow;
import dev.pathlight.wire.SetRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One namespace's netfilter tables as held between notices. Belongs to one thread. */
final class HeldFilters {
    /** Connections held; of more the oldest are let go. */
    private static final int MOST = 1024;

    private final Set<ChainRow> chains = new LinkedHashSet<>();
    private final Map<List<Object>, RuleRow> rules = new LinkedHashMap<>();
    private final Map<List<Object>, SetRow> sets = new LinkedHashMap<>();
    private final Map<Integer, ConnectionRow> connections = new LinkedHashMap<>();
    /** As they stood before the last listing. */
    private final Map<Integer, ConnectionRow> before = new HashMap<>();
    /** When each was first told of, for the kernel lists them by a hash. */
    private final Map<Integer, Long> turns = new HashMap<>();

    private long turn;
    private boolean followed;

    void clear(Table table) {
        switch (table) {
            case CHAINS -> {
                chains.clear();
                followed = false;
            }
            case RULES -> rules.clear();
            case SETS -> sets.clear();
            case CONNECTIONS -> {
                before.clear();
                before.putAll(connections);
                connections.clear();
            }
            default -> throw new IllegalArgumentException(table + " is no table of netfilter");
        }
    }

    boolean accept(ChainRow chain) {
        if (chain.table().equals(Following.TABLE)) {
            followed = true;
            return false;
        }
        return chains.add(chain);
    }

    boolean accept(RuleRow rule) {
        return !rule.table().equals(Following.TABLE)
                && !rule.equals(rules.put(List.of(rule.family(), rule.table(), rule.handle()), rule));
    }

    boolean accept(SetRow set) {
        return !set.equals(sets.put(key(set), set));
    }

    /** Takes in some of what is in a set. */
    boolean fill(SetRow part) {
        return sets.computeIfPresent(key(part), (k, set) -> set.with(part.elements())) != null;
    }

    private static List<Object> key(SetRow set) {
        return List.of(set.family(), set.table(), set.name());
    }

    Collection<SetRow> sets() {
        return sets.values();
    }

    /** A row that tells nothing new is not kept in place of the old one: many snapshots share that. */
    boolean accept(ConnectionRow c) {
        Optional<ConnectionRow> same = Optional.ofNullable(connections.get(c.id()))
                .or(() -> Optional.ofNullable(before.get(c.id())))
                .filter(c::isAs);
        connections.put(c.id(), same.orElse(c));
        turns.computeIfAbsent(c.id(), id -> ++turn);
        if (connections.size() > MOST) {
            connections.remove(connections.keySet().iterator().next());
        }
        return same.isEmpty();
    }

    boolean remove(ConnectionRow c) {
        before.remove(c.id());
        return connections.remove(c.id()) != null;
    }

    /** Are there chains that the kernel calls, so that it is worth while to follow packets through them? */
    boolean hasHooks() {
        return chains.stream().anyMatch(c -> c.base().isPresent());
    }

    boolean isFollowed() {
        return followed;
    }

    Filters told() {
        turns.keySet().retainAll(connections.keySet());
        return chains.isEmpty() && rules.isEmpty() && connections.isEmpty()
                ? Filters.NONE
                : new Filters(
                        new ArrayList<>(chains),
                        rules.values().stream().map(this::spelled).toList(),
                        connections.values().stream()
                                .sorted(Comparator.comparingLong(c -> turns.getOrDefault(c.id(), 0L)))
                                .toList());
    }

    /** A rule's own sets have no names that anybody knows: what is in them stands in the rule. */
    private RuleRow spelled(RuleRow rule) {
        if (!rule.text().contains("@__")) {
            return rule;
        }
        String text = rule.text();
        for (SetRow set : sets.values()) {
            boolean mine = set.isAnonymous()
                    && set.family().equals(rule.family())
                    && set.table().equals(rule.table());
            text = mine
                    ? (text + " ")
                            .replace("@" + set.name() + " ", set.text() + " ")
                            .stripTrailing()
                    : text;
        }
        return rule.withText(text);
    }
}
