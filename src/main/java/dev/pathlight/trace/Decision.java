package dev.pathlight.trace;

import dev.pathlight.topology.SpaceId;

/**
 * The row that decided a hop.
 *
 * @param space whose table it stands in
 * @param table which table there: the bridge's name for fdb and flood, "main", "local" … for routes, "" otherwise
 * @param row the row as iproute2 prints it; for a flood or a loss, that there was none
 */
public record Decision(Kind kind, SpaceId space, String table, String row) {
    public enum Kind {
        ROUTE,
        RULE,
        NEIGHBOUR,
        FDB,
        FLOOD,
        LOCAL,
        NAT,
        ENCAP,
        DECAP
    }
}
