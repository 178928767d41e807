package dev.pathlight.trace;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables as a kernel would show them, written down by hand, and a kernel's answers to route lookups in them. */
final class World implements Routes {
    /** When its tables were read, in ns since 1970; stories begin a second later. */
    static final long READ = 1_700_000_000_000_000_000L;

    private static final int ENETUNREACH = 101;
    private static final int EHOSTUNREACH = 113;
    private final SortedMap<SpaceId, Space> spaces = new TreeMap<>();

    /** One namespace's tables. */
    static final class Space {
        private final SpaceId id;
        private final List<LinkRow> links = new ArrayList<>();
        private final List<AddressRow> addresses = new ArrayList<>();
        private final List<RouteRow> routes = new ArrayList<>();
        private final List<NeighbourRow> neighbours = new ArrayList<>();
        private final List<MacRow> macs = new ArrayList<>();
        private final Set<Integer> down = new HashSet<>();
        private boolean forwarding;
        private int sourceErrno;

        private Space(SpaceId id) {
            this.id = id;
            links.add(new LinkRow(
                    1,
                    "lo",
                    Optional.empty(),
                    65536,
                    0x10000 | 9,
                    0,
                    0,
                    0,
                    OptionalInt.empty(),
                    "",
                    0,
                    0,
                    Optional.empty()));
            local("127.0.0.1", 1);
        }

        /** A veth end whose other end has index {@code peer} in another namespace. */
        Space veth(String name, int index, int peer, String mac) {
            return link(name, index, peer, mac, 0, 0, 0);
        }

        Space port(String name, int index, int peer, String mac, int master, int state) {
            int number =
                    1 + (int) links.stream().filter(l -> l.master() == master).count();
            return link(name, index, peer, mac, master, number, state);
        }

        private Space link(String name, int index, int peer, String mac, int master, int number, int state) {
            links.add(new LinkRow(
                    index,
                    name,
                    Optional.of(Mac.parse(mac)),
                    1500,
                    0x10001,
                    6,
                    master,
                    peer,
                    OptionalInt.of(0),
                    "veth",
                    number,
                    state,
                    Optional.empty()));
            return this;
        }

        Space bridge(String name, int index, String mac) {
            links.add(new LinkRow(
                    index,
                    name,
                    Optional.of(Mac.parse(mac)),
                    1500,
                    0x10001,
                    6,
                    0,
                    0,
                    OptionalInt.empty(),
                    "bridge",
                    0,
                    0,
                    Optional.of(new LinkRow.BridgeRow("8000.000000000000", false, 30_000))));
            return this;
        }

        Space address(String cidr, int index) {
            Cidr c = Cidr.parse(cidr);
            addresses.add(new AddressRow(index, c, 0, 0));
            local(c.address().toString(), index);
            routes.add(new RouteRow(c.network(), Optional.empty(), index, Optional.of(c.address()), 0, 254, 1, 253, 2));
            return this;
        }

        private void local(String address, int index) {
            IpAddress a = IpAddress.parse(address);
            routes.add(
                    new RouteRow(new Cidr(a, a.width()), Optional.empty(), index, Optional.of(a), 0, 255, 2, 254, 2));
        }

        Space route(String to, String via, int index) {
            routes.add(new RouteRow(
                    Cidr.parse(to), Optional.of(IpAddress.parse(via)), index, Optional.empty(), 0, 254, 1, 0, 3));
            return this;
        }

        Space neighbour(String address, String mac, int index, int state) {
            Optional<Mac> m = mac.isEmpty() ? Optional.empty() : Optional.of(Mac.parse(mac));
            neighbours.add(new NeighbourRow(index, IpAddress.parse(address), m, state));
            return this;
        }

        Space mac(String bridge, String port, String mac, boolean local, long since) {
            macs.add(new MacRow(bridge, port, 1, Mac.parse(mac), 0, local, Optional.empty(), since, since));
            return this;
        }

        Space forwards() {
            forwarding = true;
            return this;
        }

        /** With a strict reverse path filter, which says this errno. */
        Space refusesSources(int errno) {
            sourceErrno = errno;
            return this;
        }

        Space down(int index) {
            links.replaceAll(l -> l.index() == index ? flags(l, 0) : l);
            down.add(index);
            return this;
        }

        private static LinkRow flags(LinkRow l, int flags) {
            return new LinkRow(
                    l.index(),
                    l.name(),
                    l.mac(),
                    l.mtu(),
                    flags,
                    2,
                    l.master(),
                    l.peer(),
                    l.peerNsid(),
                    l.kind(),
                    l.portNumber(),
                    0,
                    l.bridge());
        }

        private SpaceState state() {
            return new SpaceState(id, links, addresses, routes, neighbours, macs);
        }

        private Optional<RouteRow> best(IpAddress to) {
            return routes.stream()
                    .filter(r -> r.destination().contains(to) && !down.contains(r.device()))
                    .min(Comparator.comparingInt((RouteRow r) -> -r.table())
                            .thenComparingInt(r -> -r.destination().prefix()));
        }
    }

    Space space(String path) {
        return spaces.computeIfAbsent(SpaceId.parse(path), Space::new);
    }

    Snapshot snapshot() {
        return snapshot(READ);
    }

    Snapshot snapshot(long nanos) {
        SortedMap<SpaceId, SpaceState> states = new TreeMap<>();
        spaces.forEach((id, s) -> states.put(id, s.state()));
        return new Snapshot(nanos, states);
    }

    /** As {@code ip_route_input} and {@code ip_route_output} answer, without policy rules. */
    @Override
    public Answer lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {
        Space s = space(space.toString());
        Optional<RouteRow> row = s.best(to);
        boolean forwarded = incoming != 0 && row.map(r -> r.type() != 2).orElse(true);
        if (forwarded && !s.forwarding) {
            return new Answer.Refused(EHOSTUNREACH);
        }
        boolean elsewhere =
                from.flatMap(s::best).map(r -> r.device() != incoming).orElse(true);
        if (forwarded && s.sourceErrno != 0 && elsewhere) {
            return new Answer.Refused(s.sourceErrno);
        }
        return row.<Answer>map(Answer.Found::new).orElse(new Answer.Refused(ENETUNREACH));
    }
}
