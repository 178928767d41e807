package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import java.util.Optional;

/** Why a kernel would not send a packet that must not be cut: which interface on the way is too small for it. */
final class PathMtu {
    private static final int MOST_ROUTERS = 32;

    private final Tables tables;

    PathMtu(Tables tables) {
        this.tables = tables;
    }

    /** @param at the interface that is too small, where there still is one */
    record Small(Sentence explanation, Optional<Place> at) {}

    /** @param out by which {@code space} sends to {@code to} */
    Small on(SpaceId space, IpAddress to, Place out) {
        Sentence who = Loss.said(space);
        int path = tables.routes().pathMtu(space, to).orElse(out.mtu());
        if (path >= out.mtu()) {
            return new Small(
                    Sentence.of("It must not be cut, and {0} takes {1} bytes at most.", Loss.said(out), out.mtu()),
                    Optional.of(out));
        }
        Optional<Place> small = narrow(space, to, path);
        Sentence learned = Sentence.of(
                "It must not be cut, and {0} has learned that the way to {1} takes {2} bytes at most", who, to, path);
        return new Small(
                small.map(p -> Sentence.of("{0}: {1} on that way takes {2} bytes.", learned, Loss.said(p), p.mtu()))
                        .orElseGet(() -> Sentence.of(
                                "{0}. No interface on that way is so small now; {1} forgets it after a while.",
                                learned, who)),
                small);
    }

    /** The first interface on the way, as every router's kernel would send it on, that takes no more. */
    private Optional<Place> narrow(SpaceId from, IpAddress to, int bytes) {
        SpaceId at = from;
        for (int i = 0; i < MOST_ROUTERS && !tables.places().owns(at, to); i++) {
            Optional<RouteRow> row =
                    tables.routes().lookup(at, to, Optional.empty(), 0).row();
            SpaceId here = at;
            Optional<Place> out = row.flatMap(r -> tables.places().at(here, r.device()));
            if (out.isEmpty() || out.get().mtu() <= bytes) {
                return out;
            }
            Optional<SpaceId> next = tables.places().holders(row.get().gateway().orElse(to)).stream()
                    .map(p -> p.id().space())
                    .filter(s -> !s.equals(here))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.empty();
    }
}
