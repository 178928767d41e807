package dev.pathlight.live;

import dev.pathlight.plan.Following;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.RuleRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One namespace's netfilter tables as held between notices. Belongs to one thread. */
final class HeldFilters {
    /** Connections held; of more the oldest are let go. */
    private static final int MOST = 4096;

    private final Set<ChainRow> chains = new LinkedHashSet<>();
    private final Map<List<Object>, RuleRow> rules = new LinkedHashMap<>();
    private final Map<Integer, ConnectionRow> connections = new LinkedHashMap<>();
    private boolean followed;

    void clear(Table table) {
        switch (table) {
            case CHAINS -> {
                chains.clear();
                followed = false;
            }
            case RULES -> rules.clear();
            case CONNECTIONS -> connections.clear();
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

    /** A change of a connection may leave its translation unchanged; only that is of interest. */
    boolean accept(ConnectionRow c) {
        if (!c.isTranslated() || c.equals(connections.get(c.id()))) {
            return false;
        }
        connections.put(c.id(), c);
        if (connections.size() > MOST) {
            connections.remove(connections.keySet().iterator().next());
        }
        return true;
    }

    boolean remove(ConnectionRow c) {
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
        return chains.isEmpty() && rules.isEmpty() && connections.isEmpty()
                ? Filters.NONE
                : new Filters(
                        new ArrayList<>(chains),
                        new ArrayList<>(rules.values()),
                        Collections.unmodifiableList(new ArrayList<>(connections.values())));
    }
}
