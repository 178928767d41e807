package dev.pathlight.live;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.PortRow;
import dev.pathlight.wire.RouteRow;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One namespace's tables, folded from what its kernel tells. What the kernel changes without a word is either folded here
 * (rows of a link that went) or marked {@link #takeStale stale}, to be asked for again. Belongs to one thread.
 */
final class SpaceTables {
    private static final int TABLE_LOCAL = 255;
    private static final long NANOS_PER_TICK = 10_000_000;

    private final SortedMap<Integer, LinkRow> links = new TreeMap<>();
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final Map<AddressKey, AddressRow> addresses = new LinkedHashMap<>();
    private final Set<RouteRow> routes = new LinkedHashSet<>();
    private final Map<NeighbourKey, NeighbourRow> neighbours = new LinkedHashMap<>();
    private final TreeMap<HeldMac.Key, HeldMac> macs = new TreeMap<>();
    /** The devices' own rows in their MAC dump, which are no table of a bridge. */
    private final LinkedHashSet<FdbRow> ownRows = new LinkedHashSet<>();

    /** When each port that waits for its next state in the spanning tree goes on to it; ns since 1970. */
    private final Map<Integer, Long> opening = new HashMap<>();

    private final Settings settings = new Settings();
    private final HeldFilters filters = new HeldFilters();
    private long order;
    private final EnumSet<Table> stale = EnumSet.noneOf(Table.class);

    private record AddressKey(int index, Cidr address) {}

    private record NeighbourKey(int index, IpAddress address) {}

    /** Takes the kernel's full answer for one table in place of what is held. */
    void load(Table table, List<KernelNotice> rows, long nanos) {
        Set<Integer> gone = new HashSet<>(links.keySet());
        Map<HeldMac.Key, HeldMac> before = table == Table.MACS ? Map.copyOf(macs) : Map.of();
        switch (table) {
            case LINKS -> {
                links.clear();
                indexByName.clear();
            }
            case ADDRESSES -> addresses.clear();
            case ROUTES -> routes.clear();
            case NEIGHBOURS -> neighbours.clear();
            case MACS -> {
                macs.clear();
                ownRows.clear();
            }
            case SETTINGS -> settings.clear();
            case CHAINS, RULES, SETS, CONNECTIONS -> filters.clear(table);
        }
        // The kernel lists a bridge's newest row first; taken in from behind, each is newer than those before it.
        for (KernelNotice row : table == Table.MACS ? rows.reversed() : rows) {
            accept(row, nanos);
        }
        if (table == Table.LINKS) {
            opening.clear();
            links.values().forEach(l -> waits(l, nanos));
            // The notice of its end comes later than the list without it.
            gone.removeAll(links.keySet());
            gone.forEach(this::forget);
        }
        before.forEach((key, old) -> macs.computeIfPresent(
                key, (k, now) -> old.toldAgain(now.row(), nanos).inOrderOf(now)));
        stale.remove(table);
    }

    /** True when the tables changed. */
    boolean accept(KernelNotice notice, long nanos) {
        return switch (notice) {
            case KernelNotice.LinkSet(var link) -> link(link);
            case KernelNotice.LinkGone(var link) -> linkGone(link.index());
            case KernelNotice.PortSet port -> portState(port);
            case KernelNotice.AddressSet(var a) -> address(a);
            case KernelNotice.AddressGone(var a) -> addressGone(a);
            case KernelNotice.RouteSet(var route) -> route(route);
            case KernelNotice.RouteGone(var route) -> routeGone(route);
            case KernelNotice.NeighbourSet(var n) -> neighbour(n);
            case KernelNotice.NeighbourGone(var n) ->
                neighbours.remove(new NeighbourKey(n.index(), n.address())) != null;
            case KernelNotice.FdbSet(var row) -> row.bridge() == 0 ? ownRow(row) : fdb(row, nanos);
            case KernelNotice.FdbGone(var row) ->
                row.bridge() == 0 ? ownRows.remove(row) : macs.remove(HeldMac.Key.of(row)) != null;
            case KernelNotice.RulesChanged() -> settings.rulesChanged();
            case KernelNotice.SettingsChanged(var row) -> settings.accept(row);
            case KernelNotice.ChainSet(var chain) -> filters.accept(chain);
            case KernelNotice.RuleSet(var rule) -> filters.accept(rule);
            case KernelNotice.SetMade(var set) -> filters.accept(set);
            case KernelNotice.SetFilled(var part) -> filters.fill(part);
            case KernelNotice.FiltersChanged() -> filtersChanged();
            case KernelNotice.ConnectionSet(var connection) -> filters.accept(connection.toldAt(nanos));
            case KernelNotice.ConnectionGone(var connection) -> filters.remove(connection);
            case KernelNotice.Traced _ -> false;
            case KernelNotice.NamespaceGone _, KernelNotice.Done _, KernelNotice.Answer _, KernelNotice.Unknown _ ->
                false;
        };
    }

    private boolean fdb(FdbRow row, long nanos) {
        macs.merge(HeldMac.Key.of(row), HeldMac.told(row, nanos, ++order), (old, now) -> old.toldAgain(row, nanos));
        return true;
    }

    /** Before those there are, for a list is taken in from behind; where a single new one stands only the list tells. */
    private boolean ownRow(FdbRow row) {
        boolean isNew = !ownRows.contains(row);
        if (isNew) {
            ownRows.addFirst(row);
            stale.add(Table.MACS);
        }
        return isNew;
    }

    private boolean address(AddressRow a) {
        AddressRow before = addresses.put(new AddressKey(a.index(), a.address()), a);
        // The groups it makes its device listen to, only the device's list tells: it may have been listed before it
        // joined them.
        stale.add(Table.MACS);
        if (before == null) {
            // Where it stands among the others, only their list tells.
            stale.add(Table.ADDRESSES);
        }
        return !a.equals(before);
    }

    private boolean neighbour(NeighbourRow n) {
        NeighbourRow before = neighbours.put(new NeighbourKey(n.index(), n.address()), n);
        if (before == null) {
            // The kernel lists them by a hash with a secret: only its list has the order.
            stale.add(Table.NEIGHBOURS);
        }
        return !n.equals(before);
    }

    /** A frame with this source came in by this port: the bridge's row for it was used. True when there is one. */
    boolean used(String port, Mac source, long nanos) {
        Integer index = indexByName.get(port);
        LinkRow link = index == null ? null : links.get(index);
        if (link == null || link.master() == 0) {
            return false;
        }
        var rows = macs.subMap(
                HeldMac.Key.first(link.master(), source), true, HeldMac.Key.last(link.master(), source), true);
        boolean any = false;
        for (var entry : rows.entrySet()) {
            HeldMac held = entry.getValue();
            if (held.row().port() == link.index() && !held.row().local() && held.used() < nanos) {
                entry.setValue(held.usedAt(nanos));
                any = true;
            }
        }
        return any;
    }

    /** Tables the kernel may have changed without telling; the mark goes with the asking. */
    Set<Table> takeStale() {
        Set<Table> taken = EnumSet.copyOf(stale);
        stale.clear();
        return taken;
    }

    boolean isStale() {
        return !stale.isEmpty();
    }

    private boolean link(LinkRow link) {
        LinkRow before = links.put(link.index(), link);
        if (link.equals(before)) {
            return false;
        }
        if (before != null && !before.name().equals(link.name())) {
            indexByName.remove(before.name(), link.index());
        }
        indexByName.put(link.name(), link.index());
        if (link.kind().equals("veth") && link.peer() == 0) {
            // The first end of a pair is told of before it has its other end, and not again (drivers/net/veth.c).
            stale.add(Table.LINKS);
        }
        if (before != null && before.isUp() && !link.isUp()) {
            // fib_disable_ip (net/ipv4/fib_frontend.c) drops a downed link's IPv4 routes without a notice.
            routes.removeIf(r -> r.device() == link.index()
                    && r.table() != TABLE_LOCAL
                    && !r.destination().address().v6());
        }
        if (before == null || before.flags() != link.flags() || before.operState() != link.operState()) {
            stale.add(Table.ROUTES);
            stale.add(Table.MACS);
        }
        return true;
    }

    private boolean portState(KernelNotice.PortSet told) {
        LinkRow was = links.get(told.port());
        if (was == null || was.master() != told.bridge() || was.portState() == told.state()) {
            return false;
        }
        links.put(was.index(), was.withPortState(told.state()));
        LinkRow bridge = links.get(was.master());
        if (bridge != null && bridge.bridge().filter(LinkRow.BridgeRow::stp).isPresent()) {
            // Who is the root, by which port and how long it takes changes with it, and is not told.
            stale.add(Table.LINKS);
        }
        return true;
    }

    private void waits(LinkRow l, long nanos) {
        long wait = l.facts().port().waitCentiseconds();
        if (wait > 0 && (l.portState() == PortRow.LISTENING || l.portState() == PortRow.LEARNING)) {
            opening.put(l.index(), nanos + wait * NANOS_PER_TICK);
        }
    }

    private boolean linkGone(int index) {
        LinkRow gone = links.remove(index);
        if (gone == null) {
            return false;
        }
        indexByName.remove(gone.name(), index);
        forget(index);
        return true;
    }

    /** Everything of a link that is no more. */
    private void forget(int index) {
        addresses.keySet().removeIf(a -> a.index() == index);
        neighbours.keySet().removeIf(n -> n.index() == index);
        routes.removeIf(r -> r.device() == index);
        settings.forget(index);
        macs.values().removeIf(m -> m.row().port() == index || m.row().bridge() == index);
        ownRows.removeIf(r -> r.port() == index);
        stale.add(Table.ROUTES);
    }

    private boolean addressGone(AddressRow address) {
        // Routes that prefer the address as their source go with it, silently, as do the groups it made its device
        // join.
        stale.add(Table.ROUTES);
        stale.add(Table.MACS);
        return addresses.remove(new AddressKey(address.index(), address.address())) != null;
    }

    private boolean route(RouteRow route) {
        // The notice does not say which row it stands before or replaces: only the kernel's own list has the order.
        stale.add(Table.ROUTES);
        return routes.add(route);
    }

    private boolean routeGone(RouteRow route) {
        boolean had = routes.remove(route);
        if (!had) {
            stale.add(Table.ROUTES);
        }
        return had;
    }

    Collection<LinkRow> links() {
        return links.values();
    }

    Collection<AddressRow> addresses() {
        return addresses.values();
    }

    Collection<RouteRow> routes() {
        return routes;
    }

    Collection<NeighbourRow> neighbours() {
        return neighbours.values();
    }

    /** Notices of rules do not say which others they stand between or replace. */
    private boolean filtersChanged() {
        stale.add(Table.CHAINS);
        stale.add(Table.RULES);
        stale.add(Table.SETS);
        return false;
    }

    HeldFilters filters() {
        return filters;
    }

    Settings settings() {
        return settings;
    }

    Map<Integer, Long> opening() {
        return opening;
    }

    Collection<FdbRow> ownRows() {
        return ownRows;
    }

    Collection<HeldMac> macs() {
        return macs.values();
    }
}
