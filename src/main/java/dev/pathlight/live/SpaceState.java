package dev.pathlight.live;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.SettingsRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tables of one namespace, rows in the kernel's order (MAC rows by bridge, then address, as {@code brctl showmacs}).
 *
 * @param settings of its IP stacks; a row for each interface and for all
 * @param filters chains and rules of nftables, and connections
 * @param generation changes with every rule and setting that a route lookup depends on and no other table here shows
 * @param ownRows the devices' own rows in {@code bridge fdb}: groups they listen to, a tunnel's far ends
 * @param opening when each port that listens or learns in the spanning tree goes on, by its index; ns since 1970
 */
public record SpaceState(
        SpaceId id,
        List<LinkRow> links,
        List<AddressRow> addresses,
        List<RouteRow> routes,
        List<NeighbourRow> neighbours,
        List<MacRow> macs,
        List<SettingsRow> settings,
        Filters filters,
        long generation,
        List<FdbRow> ownRows,
        Map<Integer, Long> opening) {
    public SpaceState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        neighbours = List.copyOf(neighbours);
        macs = List.copyOf(macs);
        settings = List.copyOf(settings);
        ownRows = List.copyOf(ownRows);
        opening = Map.copyOf(opening);
    }

    /** One whose settings are not known. */
    public SpaceState(
            SpaceId id,
            List<LinkRow> links,
            List<AddressRow> addresses,
            List<RouteRow> routes,
            List<NeighbourRow> neighbours,
            List<MacRow> macs) {
        this(id, links, addresses, routes, neighbours, macs, List.of(), Filters.NONE, 0, List.of(), Map.of());
    }

    /** Whether IPv4 packets that come in at link {@code incoming} and are for somebody else are forwarded; empty when not known. */
    public Optional<Boolean> forwardsV4(int incoming) {
        return setting(false, incoming)
                .flatMap(r -> r.forwarding().stream().boxed().findFirst())
                .map(f -> f != 0);
    }

    /** The same for IPv6, which knows no difference between links (net/ipv6/ip6_output.c, ip6_forward). */
    public Optional<Boolean> forwardsV6() {
        return setting(true, SettingsRow.ALL)
                .flatMap(r -> r.forwarding().stream().boxed().findFirst())
                .map(f -> f != 0);
    }

    /**
     * The reverse path filter of IPv4 at link {@code incoming}: 0 off, 1 strict, 2 loose; empty when not known. The larger of
     * the link's and the namespace's counts ({@code linux/inetdevice.h}, IN_DEV_RPFILTER).
     */
    public OptionalInt rpFilter(int incoming) {
        OptionalInt own = setting(false, incoming).map(SettingsRow::rpFilter).orElse(OptionalInt.empty());
        int all = setting(false, SettingsRow.ALL)
                .map(SettingsRow::rpFilter)
                .orElse(OptionalInt.empty())
                .orElse(0);
        return own.isEmpty() ? own : OptionalInt.of(Math.max(own.getAsInt(), all));
    }

    private Optional<SettingsRow> setting(boolean v6, int index) {
        return settings.stream().filter(r -> r.v6() == v6 && r.index() == index).findFirst();
    }

    public Optional<LinkRow> link(int index) {
        return links.stream().filter(l -> l.index() == index).findFirst();
    }

    public Optional<LinkRow> link(String name) {
        return links.stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /** The name of link {@code index}, or {@code if7} when there is none. */
    public String nameOf(int index) {
        return link(index).map(LinkRow::name).orElse("if" + index);
    }
}
