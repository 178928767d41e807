package dev.pathlight.live;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.TraceRow;

/** What a namespace's netfilter told just now of packets that pass it; ns since 1970. */
public sealed interface FilterNews {
    SpaceId space();

    long nanos();

    /** What a chain did with a packet. */
    record Judged(SpaceId space, long nanos, TraceRow trace) implements FilterNews {}

    /** A connection began or changed. */
    record Connected(SpaceId space, long nanos, ConnectionRow connection) implements FilterNews {}
}
