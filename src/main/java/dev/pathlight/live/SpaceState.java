package dev.pathlight.live;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;

/** The tables of one namespace, rows in the kernel's order (MAC rows by bridge, then address, as {@code brctl showmacs}). */
public record SpaceState(
        SpaceId id,
        List<LinkRow> links,
        List<AddressRow> addresses,
        List<RouteRow> routes,
        List<NeighbourRow> neighbours,
        List<MacRow> macs) {
    public SpaceState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        neighbours = List.copyOf(neighbours);
        macs = List.copyOf(macs);
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
