package dev.pathlight.live;

import dev.pathlight.wire.Query;

/** The tables a namespace has, each with the question that lists it. */
enum Table {
    LINKS(new Query.Links()),
    ADDRESSES(new Query.Addresses()),
    ROUTES(new Query.Routes()),
    NEIGHBOURS(new Query.Neighbours()),
    MACS(new Query.MacTables()),
    SETTINGS(new Query.Settings());

    private final Query query;

    Table(Query query) {
        this.query = query;
    }

    Query query() {
        return query;
    }
}
