package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.FilterChain;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.ChainRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables of nftables with other chains, or another number of rules, than plans have written. They can only be put back, each
 * as a whole. Tables of other families than inet are nobody's of ours.
 */
record FilterDrifts(Expected expected, SpaceState now) {
    private static final String FAMILY = "inet";

    /** A chain as far as it is compared. */
    private record Chain(String hook, int priority, boolean drops, int rules) {
        Chain withRule() {
            return new Chain(hook, priority, drops, rules + 1);
        }
    }

    void find() {
        SortedMap<String, SortedMap<String, Chain>> drawn = drawn();
        SortedMap<String, SortedMap<String, Chain>> is = is();
        SortedSet<String> tables = new TreeSet<>(drawn.keySet());
        tables.addAll(is.keySet());
        for (String table : tables) {
            if (!Optional.ofNullable(is.get(table)).equals(Optional.ofNullable(drawn.get(table)))) {
                add(table, is.containsKey(table), drawn.containsKey(table));
            }
        }
    }

    private void add(String table, boolean is, boolean drawn) {
        String name = now.id().shortName();
        List<NetOp> delete = List.of(new NetOp.DeleteFilterTable(now.id(), table));
        Drift.Mark mark = is ? drawn ? Drift.Mark.OTHER : Drift.Mark.NEW : Drift.Mark.GONE;
        Sentence words = switch (mark) {
            case NEW -> Sentence.of("{0} has a firewall table {1}", name, table);
            case GONE -> Sentence.of("{0} lacks its firewall table {1}", name, table);
            case OTHER -> Sentence.of("the firewall table {1} of {0} has other rules", name, table);
        };
        expected.add(new Drift(now.id().toString(), mark, words, drawn ? delete : List.of(), is ? delete : List.of()));
    }

    private SortedMap<String, SortedMap<String, Chain>> drawn() {
        SortedMap<String, SortedMap<String, Chain>> tables = new TreeMap<>();
        for (NetOp op : expected.at(now.id()).orElseThrow().filters()) {
            if (op instanceof NetOp.AddFilterChain c) {
                tables.computeIfAbsent(c.table(), t -> new TreeMap<>())
                        .put(c.chain().name(), chain(c.chain()));
            } else if (op instanceof NetOp.AddFilterRule r) {
                Map<String, Chain> table = tables.computeIfAbsent(r.table(), t -> new TreeMap<>());
                table.computeIfPresent(r.chain(), (name, chain) -> chain.withRule());
            }
        }
        return tables;
    }

    private static Chain chain(FilterChain c) {
        return new Chain(c.hook().name().toLowerCase(Locale.ROOT), c.priority(), c.drops(), 0);
    }

    private SortedMap<String, SortedMap<String, Chain>> is() {
        SortedMap<String, SortedMap<String, Chain>> tables = new TreeMap<>();
        for (ChainRow row : now.filters().chains()) {
            if (row.family().equals(FAMILY)) {
                int rules = now.filters().rulesOf(row).size();
                Chain chain = row.base()
                        .map(b -> new Chain(b.hook(), b.priority(), b.drops(), rules))
                        .orElse(new Chain("", 0, false, rules));
                tables.computeIfAbsent(row.table(), t -> new TreeMap<>()).put(row.name(), chain);
            }
        }
        return tables;
    }
}
