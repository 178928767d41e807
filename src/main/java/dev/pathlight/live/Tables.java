package dev.pathlight.live;

import dev.pathlight.machine.SpaceNotice;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.SetRow;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every namespace's tables, folded from dumps and notices; says what they are at a moment as an immutable {@link Snapshot}.
 * A namespace is known from its first dump on; notices about others are passed over. Belongs to one thread.
 */
final class Tables {
    private final SortedMap<SpaceId, SpaceTables> spaces = new TreeMap<>();
    private final SortedMap<SpaceId, SpaceState> told = new TreeMap<>();
    private final Set<SpaceId> changed = new HashSet<>();
    private Owners owners = new Owners();
    private boolean linksChanged;
    private long since = Long.MAX_VALUE;

    void load(SpaceId space, Table table, List<KernelNotice> rows, long nanos) {
        spaces.computeIfAbsent(space, s -> new SpaceTables()).load(table, rows, nanos);
        changed.add(space);
        linksChanged |= table == Table.LINKS;
    }

    /** A namespace goes: nothing is told of it any more. */
    void forget(SpaceId space) {
        spaces.remove(space);
        told.remove(space);
        changed.remove(space);
        linksChanged = true;
    }

    void accept(SpaceNotice notice) {
        SpaceTables tables = notice.notice() instanceof KernelNotice.FiltersChanged
                // Rules may be made before the first dump, which does not list them.
                ? spaces.computeIfAbsent(notice.space(), s -> new SpaceTables())
                : spaces.get(notice.space());
        if (tables == null) {
            return;
        }
        if (tables.accept(notice.notice(), notice.nanos()) || tables.isStale()) {
            changed.add(notice.space());
            since = Math.min(since, notice.nanos());
            linksChanged |=
                    notice.notice() instanceof KernelNotice.LinkSet || notice.notice() instanceof KernelNotice.LinkGone;
        }
    }

    /** A frame from {@code source} came in by {@code port}: were it a bridge's port, its MAC row was used then. */
    void used(PortId port, Mac source, long nanos) {
        SpaceTables tables = spaces.get(port.space());
        if (tables != null && tables.used(port.name().value(), source, nanos)) {
            changed.add(port.space());
        }
    }

    /** A table that has to be asked for again. */
    record Stale(SpaceId space, Table table) {}

    /** What has to be asked for again; the marks go with the taking. */
    List<Stale> takeStale() {
        return changed.stream()
                .flatMap(id -> Optional.ofNullable(spaces.get(id)).stream()
                        .flatMap(t -> t.takeStale().stream().map(table -> new Stale(id, table))))
                .toList();
    }

    /** The sets that its rules look things up in. */
    Collection<SetRow> sets(SpaceId space) {
        SpaceTables tables = spaces.get(space);
        return tables == null ? List.of() : List.copyOf(tables.filters().sets());
    }

    /** Adds to a table what the kernel tells only of one of its rows. */
    void add(SpaceId space, List<KernelNotice> rows, long nanos) {
        rows.forEach(r -> accept(new SpaceNotice(space, nanos, r)));
    }

    /** Has it chains that packets are not followed through yet, or none any more? */
    boolean shouldFollow(SpaceId space, boolean follow) {
        SpaceTables tables = spaces.get(space);
        return tables != null
                && tables.filters().hasHooks() == follow
                && tables.filters().isFollowed() != follow;
    }

    boolean changed() {
        return !changed.isEmpty();
    }

    /** All tables as they are now; what did not change is shared with the snapshot before. */
    Snapshot snapshot(long nanos) {
        if (linksChanged) {
            owners = new Owners();
            spaces.forEach((id, tables) -> owners.add(id, tables.links()));
            spaces.forEach((id, tables) -> {
                if (!tables.macs().isEmpty()) {
                    changed.add(id);
                }
            });
            linksChanged = false;
        }
        for (SpaceId id : changed) {
            SpaceTables tables = spaces.get(id);
            if (tables != null) {
                told.put(id, state(id, tables));
            }
        }
        changed.clear();
        Snapshot now = new Snapshot(nanos, Math.min(since, nanos), told, Collections.emptySortedMap());
        since = Long.MAX_VALUE;
        return now;
    }

    private SpaceState state(SpaceId id, SpaceTables t) {
        return new SpaceState(
                id,
                List.copyOf(t.links()),
                List.copyOf(t.addresses()),
                List.copyOf(t.routes()),
                List.copyOf(t.neighbours()),
                macRows(t),
                t.settings().rows(),
                t.filters().told(),
                t.settings().generation(),
                List.copyOf(t.ownRows()),
                Map.copyOf(t.opening()));
    }

    private List<MacRow> macRows(SpaceTables t) {
        Map<Integer, LinkRow> byIndex = new TreeMap<>();
        t.links().forEach(l -> byIndex.put(l.index(), l));
        return t.macs().stream().flatMap(held -> macRow(held, byIndex).stream()).toList();
    }

    /** Empty while one of its links is not known yet: a notice may be ahead of its link's. */
    private Optional<MacRow> macRow(HeldMac held, Map<Integer, LinkRow> links) {
        LinkRow bridge = links.get(held.row().bridge());
        LinkRow port = links.get(held.row().port());
        if (bridge == null || port == null) {
            return Optional.empty();
        }
        Mac mac = held.row().mac();
        return Optional.of(new MacRow(
                bridge.name(),
                port.name(),
                port.portNumber(),
                mac,
                held.row().vlan(),
                held.row().local(),
                owners.of(mac, port, held.row().local()),
                held.since(),
                held.used(),
                held.row().marks(),
                held.order()));
    }
}
