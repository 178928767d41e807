package dev.pathlight.trace;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which interfaces there are, how they are joined and whose the addresses are; derived from the kernel's tables alone. */
final class Places {
    private static final Set<String> STANDING = Set.of("vlan", "macvlan", "ipvlan");

    private final Map<PortId, Place> byId = new HashMap<>();
    private final Map<SpaceId, Map<Integer, Place>> byIndex = new HashMap<>();
    private final Map<SpaceId, Set<IpAddress>> own = new HashMap<>();
    private final Set<Integer> tunnelPorts = new HashSet<>();
    private final Map<SpaceId, Set<IpAddress>> broadcast = new HashMap<>();
    private final Map<IpAddress, List<Place>> holders = new HashMap<>();

    Places(Snapshot snapshot) {
        Map<Integer, List<Ended>> ends = new HashMap<>();
        for (SpaceState s : snapshot.spaces().values()) {
            addLinks(s, ends);
            addAddresses(s);
        }
        snapshot.spaces().values().forEach(this::enslave);
        snapshot.spaces().values().forEach(this::stand);
        byIndex.values().forEach(this::tunnels);
        ends.values().forEach(list -> list.forEach(e -> cable(e, ends.getOrDefault(e.link.peer(), List.of()))));
    }

    private record Ended(Place place, LinkRow link) {}

    private void addLinks(SpaceState s, Map<Integer, List<Ended>> ends) {
        Map<Integer, Place> here = new HashMap<>();
        byIndex.put(s.id(), here);
        for (LinkRow l : s.links()) {
            if (IfName.problem(l.name()).isPresent()) {
                continue;
            }
            Place p = new Place(new PortId(s.id(), new IfName(l.name())), Optional.of(l));
            byId.put(p.id(), p);
            here.put(l.index(), p);
            if (l.kind().equals("veth") && l.peer() != 0) {
                ends.computeIfAbsent(l.index(), i -> new ArrayList<>(1)).add(new Ended(p, l));
            }
        }
    }

    private void tunnels(Map<Integer, Place> here) {
        List<Place> tunnels =
                here.values().stream().filter(p -> p.tunnel().isPresent()).toList();
        if (!tunnels.isEmpty()) {
            here.values().forEach(p -> p.beside(tunnels));
            tunnels.forEach(t -> tunnelPorts.add(t.tunnel().orElseThrow().udpPort()));
        }
    }

    /** The UDP ports of all tunnels there are. */
    Set<Integer> tunnelPorts() {
        return tunnelPorts;
    }

    private void addAddresses(SpaceState s) {
        Set<IpAddress> mine = new HashSet<>();
        Set<IpAddress> toAll = new HashSet<>();
        for (AddressRow a : s.addresses()) {
            IpAddress ip = a.address().address();
            mine.add(ip);
            at(s.id(), a.index())
                    .ifPresent(p ->
                            holders.computeIfAbsent(ip, x -> new ArrayList<>(1)).add(p));
            if (!ip.v6() && a.address().prefix() < 31) {
                long hosts = 0xffff_ffffL >>> a.address().prefix();
                toAll.add(new IpAddress(false, 0, ip.low() | hosts));
            }
        }
        own.put(s.id(), mine);
        broadcast.put(s.id(), toAll);
    }

    private void enslave(SpaceState s) {
        for (LinkRow l : s.links()) {
            Optional<Place> master = l.master() == 0 ? Optional.empty() : at(s.id(), l.master());
            master.filter(Place::isBridge).ifPresent(m -> at(s.id(), l.index()).ifPresent(p -> p.enslaveTo(m)));
        }
    }

    /** By the index of what it stands on, which is in this namespace or, for what was made from outside, in its node's own. */
    private void stand(SpaceState s) {
        for (LinkRow l : s.links()) {
            if (STANDING.contains(l.kind()) && l.peer() != 0) {
                SpaceId where = l.peerNsid().isPresent() ? SpaceId.root(s.id().node()) : s.id();
                Optional<Place> below = at(where, l.peer());
                at(s.id(), l.index()).ifPresent(p -> below.filter(b -> b != p).ifPresent(p::standOn));
            }
        }
    }

    /** Two ends belong together when each names the other's index, in this namespace or in another one as the kernel says. */
    private static void cable(Ended a, List<Ended> others) {
        boolean elsewhere = a.link.peerNsid().isPresent();
        for (Ended b : others) {
            boolean sameSpace = a.place.id().space().equals(b.place.id().space());
            if (b.link.peer() == a.link.index() && b.place != a.place && sameSpace != elsewhere) {
                a.place.cableTo(b.place);
            }
        }
    }

    /** The interface; one that the tables do not know is joined to nothing. */
    Place at(PortId id) {
        Place p = byId.get(id);
        if (p == null) {
            p = new Place(id, Optional.empty());
            byId.put(id, p);
        }
        return p;
    }

    /** All interfaces of a namespace. */
    Collection<Place> in(SpaceId space) {
        return byIndex.getOrDefault(space, Map.of()).values();
    }

    Optional<Place> find(PortId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Place> at(SpaceId space, int index) {
        return Optional.ofNullable(byIndex.getOrDefault(space, Map.of()).get(index));
    }

    /** Is {@code a} an address of this namespace, so that a packet to it ends here? */
    boolean owns(SpaceId space, IpAddress a) {
        Set<IpAddress> mine = own.getOrDefault(space, Set.of());
        return mine.contains(a) || !a.v6() && a.low() >>> 24 == 127;
    }

    /** The interfaces that have this address; more than one where it was given twice. */
    List<Place> holders(IpAddress a) {
        return holders.getOrDefault(a, List.of());
    }

    /** Does any namespace own it? */
    boolean isOwned(IpAddress a) {
        return own.values().stream().anyMatch(s -> s.contains(a));
    }

    /** Is it for several: multicast, 255.255.255.255, or the broadcast address of a network this namespace is in? */
    boolean isGroup(SpaceId space, IpAddress a) {
        if (a.v6()) {
            return a.high() >>> 56 == 0xff;
        }
        return a.low() >>> 28 == 14
                || a.low() == 0xffff_ffffL
                || broadcast.getOrDefault(space, Set.of()).contains(a);
    }

    boolean knows(SpaceId space) {
        return own.containsKey(space);
    }
}
