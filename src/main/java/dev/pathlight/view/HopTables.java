package dev.pathlight.view;

import dev.pathlight.live.Filters;
import dev.pathlight.live.MacRow;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Tracked;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts together the tables as they stood when a packet was at a hop: those the kernel had told of before; of what it told
 * just after, what frames that came before had taught, and the row that the hop's decision names. What this packet and
 * those behind it change is not there yet, but for the row by which a bridge knows its sender: that it learns first.
 */
final class HopTables {
    private final Evidence evidence;
    private final Neighbourhood neighbours;

    HopTables(Evidence evidence) {
        this.evidence = evidence;
        this.neighbours = new Neighbourhood(evidence);
    }

    /** @param newest told last of all: a connection may be told late */
    Snapshot at(Moment moment, TableHistory.Span span, Snapshot newest) {
        SortedMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        span.before().spaces().forEach((id, was) -> {
            SpaceState soon = span.after().space(id).orElse(was);
            List<Decision> here = moment.decisions().stream()
                    .filter(d -> d.space().equals(id))
                    .toList();
            spaces.put(
                    id,
                    new SpaceState(
                            id,
                            was.links(),
                            was.addresses(),
                            routes(was, soon, here),
                            neighbours.at(moment.earliest(), span.before().nanos(), was, soon, here),
                            macs(moment, was, soon, here),
                            was.settings(),
                            filters(moment, was, newest.space(id).orElse(soon)),
                            was.generation(),
                            was.ownRows(),
                            was.opening()));
        });
        return span.before().withSpaces(spaces);
    }

    /** The packet's own connection may begin with it. */
    private static Filters filters(Moment moment, SpaceState was, SpaceState later) {
        Set<Integer> known =
                was.filters().connections().stream().map(ConnectionRow::id).collect(Collectors.toSet());
        List<ConnectionRow> connections = new ArrayList<>(was.filters().connections());
        later.filters().connections().stream()
                .filter(c -> !known.contains(c.id()))
                .filter(c -> moment.all().stream().anyMatch(h -> Tracked.isOf(h.bytes(), c)))
                .forEach(connections::add);
        return connections.size() == known.size()
                ? was.filters()
                : new Filters(was.filters().chains(), was.filters().rules(), connections);
    }

    private static List<RouteRow> routes(SpaceState was, SpaceState soon, List<Decision> here) {
        List<String> named = here.stream()
                .filter(d -> RouteTableModel.isRoute(d.kind()))
                .map(Decision::row)
                .toList();
        if (named.isEmpty()) {
            return was.routes();
        }
        boolean lacks = texts(soon).stream()
                .anyMatch(r -> named.contains(r) && !texts(was).contains(r));
        return lacks ? soon.routes() : was.routes();
    }

    private static Set<String> texts(SpaceState state) {
        return state.routes().stream().map(r -> RowText.route(r, state::nameOf)).collect(Collectors.toSet());
    }

    private List<MacRow> macs(Moment moment, SpaceState was, SpaceState soon, List<Decision> here) {
        Map<Key, MacRow> rows = new LinkedHashMap<>();
        was.macs().forEach(r -> rows.put(Key.of(r), r));
        for (MacRow row : soon.macs()) {
            MacRow told = rows.get(Key.of(row));
            boolean news = told == null || !told.port().equals(row.port());
            if (news && (isNamed(row, here) || stood(was.id(), row, moment.nanos()))) {
                rows.put(Key.of(row), row);
            }
        }
        return rows.values().stream()
                // A bridge floods because it has no row, whatever was told of it before.
                .filter(r -> r.local() || !isFlooded(moment, r, here))
                .map(r -> aged(was.id(), r, moment.nanos()))
                .toList();
    }

    /** What a bridge tells its rows apart by. */
    private record Key(String bridge, Mac mac, int vlan) {
        static Key of(MacRow r) {
            return new Key(r.bridge(), r.mac(), r.vlan());
        }
    }

    private static boolean isNamed(MacRow row, List<Decision> here) {
        String text = row.mac() + " dev " + row.port();
        return here.stream()
                .anyMatch(d -> d.kind() == Decision.Kind.FDB
                        && d.table().equals(row.bridge())
                        && (d.row() + " ").startsWith(text + " "));
    }

    private static boolean isFlooded(Moment moment, MacRow row, List<Decision> here) {
        return !moment.isUnsent()
                && moment.hop().destination().equals(row.mac())
                && here.stream()
                        .anyMatch(d ->
                                d.kind() == Decision.Kind.FLOOD && d.table().equals(row.bridge()));
    }

    /** Had the frame that taught this row come by then? */
    private boolean stood(SpaceId space, MacRow row, long nanos) {
        if (row.local()) {
            return row.sinceNanos() <= nanos;
        }
        long born = row.sinceNanos() - TableHistory.NOTICE_DELAY_NANOS;
        return evidence.firstHeard(space, row.port(), row.mac(), born).orElse(row.sinceNanos()) <= nanos;
    }

    /** With the ageing timer as it ran then: the kernel does not tell of every frame that restarts it. */
    private MacRow aged(SpaceId space, MacRow r, long nanos) {
        OptionalLong heard = evidence.lastHeard(space, r.port(), r.mac(), nanos);
        long told = r.usedNanos() <= nanos ? r.usedNanos() : Math.min(r.sinceNanos(), nanos);
        return r.usedAt(Math.max(told, heard.orElse(told)));
    }
}
