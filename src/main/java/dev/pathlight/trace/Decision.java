package dev.pathlight.trace;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import java.util.Optional;

/**
 * The row that decided a hop.
 *
 * @param space whose table it stands in
 * @param table which table there: the bridge's name for fdb and flood, "main", "local" … for routes, "" otherwise
 * @param row the row as iproute2 prints it; for a flood or a loss, that there was none
 * @param doubt why the row is not known; begins small and ends bare
 */
public record Decision(Kind kind, SpaceId space, String table, String row, Optional<Sentence> doubt) {
    /** A row that is known. */
    public Decision(Kind kind, SpaceId space, String table, String row) {
        this(kind, space, table, row, Optional.empty());
    }

    /** Some row of that table decided, and it is not known which. */
    static Decision unknown(Kind kind, SpaceId space, String table, Sentence doubt) {
        return new Decision(kind, space, table, "unknown: " + doubt, Optional.of(doubt));
    }

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
