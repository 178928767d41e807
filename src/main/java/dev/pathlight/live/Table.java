package dev.pathlight.live;

import dev.pathlight.wire.Query;
import java.util.EnumSet;
import java.util.Set;

/** The tables a namespace has, each with the question that lists it. */
enum Table {
    LINKS(new Query.Links()),
    ADDRESSES(new Query.Addresses()),
    ROUTES(new Query.Routes()),
    NEIGHBOURS(new Query.Neighbours()),
    MACS(new Query.MacTables()),
    SETTINGS(new Query.Settings()),
    CHAINS(new Query.FilterChains()),
    RULES(new Query.FilterRules()),
    SETS(new Query.FilterSets()),
    CONNECTIONS(new Query.Connections());

    /** Those that every namespace has rows in. Rules are asked for once the kernel says that there are some. */
    static final Set<Table> OF_ALL = EnumSet.range(LINKS, SETTINGS);

    /** What somebody may have written. */
    static final Set<Table> WRITTEN = EnumSet.range(LINKS, RULES);

    private final Query query;

    Table(Query query) {
        this.query = query;
    }

    Query query() {
        return query;
    }
}
