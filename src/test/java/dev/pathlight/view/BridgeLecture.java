package dev.pathlight.view;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Decision.Kind;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.trace.Journey.Outcome;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The lecture's bridge with the lecture's own addresses: what a kernel showed, as values, for tests without one. */
final class BridgeLecture {
    static final Mac NS1 = Mac.parse("1a:7e:30:46:72:11");
    static final Mac NS2 = Mac.parse("06:b5:78:d9:7b:75");
    private static final Mac PORT1 = Mac.parse("8e:49:5e:f4:98:dd");
    private static final Mac PORT2 = Mac.parse("ca:b6:7e:06:c2:bf");
    private static final SpaceId ROOT = SpaceId.parse("this");
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");
    private static final PortId BR_VETH0 = PortId.parse("this/br-veth0");
    private static final PortId BR_VETH1 = PortId.parse("this/br-veth1");
    private static final PortId VETH1 = PortId.parse("this/ns2/veth1");
    private static final IpAddress IP1 = IpAddress.parse("10.1.1.2");
    private static final IpAddress IP2 = IpAddress.parse("10.1.1.3");

    private BridgeLecture() {}

    /** The tables; {@code learnedAt} is when both addresses were learned, 0 for not yet. */
    static Snapshot tables(long nanos, long learnedAt) {
        TreeMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        spaces.put(ROOT, root(learnedAt));
        spaces.put(
                VETH0.space(), leaf(VETH0, 3, NS1, IP1, learnedAt == 0 ? List.of() : List.of(neighbour(3, IP2, NS2))));
        spaces.put(
                VETH1.space(), leaf(VETH1, 5, NS2, IP2, learnedAt == 0 ? List.of() : List.of(neighbour(5, IP1, NS1))));
        return new Snapshot(nanos, spaces);
    }

    private static SpaceState root(long learnedAt) {
        List<MacRow> macs = new ArrayList<>();
        macs.add(mac("br-veth0", 1, PORT1, true, Optional.of(BR_VETH0), 1));
        macs.add(mac("br-veth1", 2, PORT2, true, Optional.of(BR_VETH1), 1));
        if (learnedAt > 0) {
            macs.add(mac("br-veth0", 1, NS1, false, Optional.of(VETH0), learnedAt));
            macs.add(mac("br-veth1", 2, NS2, false, Optional.of(VETH1), learnedAt));
        }
        List<LinkRow> links = List.of(
                link(2, "br0", PORT1, "bridge", 0, 0),
                link(4, "br-veth0", PORT1, "veth", 2, 1),
                link(6, "br-veth1", PORT2, "veth", 2, 2));
        return new SpaceState(ROOT, links, List.of(), List.of(), List.of(), macs);
    }

    private static SpaceState leaf(PortId port, int index, Mac mac, IpAddress ip, List<NeighbourRow> neighbours) {
        Cidr address = new Cidr(ip, 24);
        RouteRow net = new RouteRow(address.network(), Optional.empty(), index, Optional.of(ip), 0, 254, 1, 253, 2);
        RouteRow self = new RouteRow(new Cidr(ip, 32), Optional.empty(), index, Optional.of(ip), 0, 255, 2, 254, 2);
        return new SpaceState(
                port.space(),
                List.of(link(index, port.name().value(), mac, "veth", 0, 0)),
                List.of(new AddressRow(index, address, 0, 0)),
                List.of(net, self),
                neighbours,
                List.of());
    }

    private static NeighbourRow neighbour(int index, IpAddress ip, Mac mac) {
        return new NeighbourRow(index, ip, Optional.of(mac), 2);
    }

    private static MacRow mac(String port, int number, Mac mac, boolean local, Optional<PortId> owner, long since) {
        return new MacRow("br0", port, number, mac, 0, local, owner, since, since);
    }

    private static LinkRow link(int index, String name, Mac mac, String kind, int master, int portNumber) {
        int up = LinkRow.IFF_UP | LinkRow.IFF_LOWER_UP;
        return new LinkRow(
                index,
                name,
                Optional.of(mac),
                1500,
                up,
                6,
                master,
                kind.equals("veth") ? index ^ 1 : 0,
                OptionalInt.empty(),
                kind,
                portNumber,
                3,
                Optional.empty());
    }

    /** The journeys of a first ping at {@code start}: ARP request and reply, echo request and reply; ids from {@code id}. */
    static List<Journey> firstPing(long id, long start, int sequence) {
        List<Journey> all = new ArrayList<>(List.of(arpRequest(id, start), arpReply(id + 1, start + 30_000)));
        all.addAll(ping(id + 2, start + 60_000, sequence));
        return all;
    }

    static List<Journey> ping(long id, long start, int sequence) {
        return List.of(echo(id, start, sequence, true), echo(id + 1, start + 40_000, sequence, false));
    }

    private static Journey arpRequest(long id, long start) {
        byte[] bytes = frame(Mac.BROADCAST, NS1, 0x0806, 38, IP2);
        Decision ask = new Decision(Kind.NEIGHBOUR, VETH0.space(), "", IP2 + " dev veth0: no entry, so ask");
        Decision flood =
                new Decision(Kind.FLOOD, ROOT, "br0", "ff:ff:ff:ff:ff:ff is broadcast: every other port of br0");
        List<Hop> hops = hops(
                VETH0, BR_VETH0, BR_VETH1, VETH1, NS1, Mac.BROADCAST, OptionalInt.empty(), bytes, flood, List.of(ask));
        hops = new ArrayList<>(hops);
        // The bridge hears its own copy of a broadcast.
        hops.add(new Hop(
                PortId.parse("this/br0"),
                Direction.IN,
                1_300,
                NS1,
                Mac.BROADCAST,
                OptionalInt.empty(),
                List.of(),
                1,
                bytes));
        return new Journey(
                id,
                "ARP who has 10.1.1.3? tell 10.1.1.2",
                "arp",
                start,
                Outcome.DELIVERED,
                true,
                hops,
                Optional.empty());
    }

    private static Journey arpReply(long id, long start) {
        byte[] bytes = frame(NS1, NS2, 0x0806, 38, IP1);
        Decision answer = new Decision(Kind.LOCAL, VETH1.space(), "local", self(IP2, VETH1));
        Decision fdb = new Decision(Kind.FDB, ROOT, "br0", NS1 + " dev br-veth0");
        List<Hop> hops =
                hops(VETH1, BR_VETH1, BR_VETH0, VETH0, NS2, NS1, OptionalInt.empty(), bytes, fdb, List.of(answer));
        return new Journey(
                id, "ARP 10.1.1.3 is at " + NS2, "arp", start, Outcome.DELIVERED, true, hops, Optional.empty());
    }

    private static Journey echo(long id, long start, int sequence, boolean request) {
        PortId first = request ? VETH0 : VETH1;
        Mac from = request ? NS1 : NS2;
        Mac to = request ? NS2 : NS1;
        IpAddress target = request ? IP2 : IP1;
        IpAddress self = request ? IP1 : IP2;
        String way = request ? "10.1.1.2 → 10.1.1.3" : "10.1.1.3 → 10.1.1.2";
        Decision fdb = new Decision(Kind.FDB, ROOT, "br0", to + (request ? " dev br-veth1" : " dev br-veth0"));
        List<Decision> sent = List.of(
                new Decision(
                        Kind.ROUTE,
                        first.space(),
                        "main",
                        "10.1.1.0/24 dev " + first.name() + " scope link src " + self),
                new Decision(
                        Kind.NEIGHBOUR,
                        first.space(),
                        "",
                        target + " dev " + first.name() + " lladdr " + to + " REACHABLE"));
        List<Hop> hops = hops(
                first,
                request ? BR_VETH0 : BR_VETH1,
                request ? BR_VETH1 : BR_VETH0,
                request ? VETH1 : VETH0,
                from,
                to,
                OptionalInt.of(64),
                frame(to, from, 0x0800, 30, target),
                fdb,
                sent);
        String what = "ICMP echo " + (request ? "request " : "reply ") + way + ", id 7, seq " + sequence;
        return new Journey(id, what, "icmp", start, Outcome.DELIVERED, true, hops, Optional.empty());
    }

    @SuppressWarnings("TooManyParameters")
    private static List<Hop> hops(
            PortId a,
            PortId in,
            PortId out,
            PortId b,
            Mac from,
            Mac to,
            OptionalInt ttl,
            byte[] bytes,
            Decision bridge,
            List<Decision> sent) {
        Decision local = new Decision(Kind.LOCAL, b.space(), "local", self(b.equals(VETH1) ? IP2 : IP1, b));
        return List.of(
                new Hop(a, Direction.OUT, 0, from, to, ttl, sent, -1, bytes),
                new Hop(in, Direction.IN, 1_200, from, to, ttl, List.of(bridge), 0, bytes),
                new Hop(out, Direction.OUT, 10_500, from, to, ttl, List.of(bridge), 1, bytes),
                new Hop(b, Direction.IN, 11_400, from, to, ttl, List.of(local), 2, bytes));
    }

    private static String self(IpAddress ip, PortId port) {
        return "local " + ip + " dev " + port.name() + " table local scope host src " + ip;
    }

    /** What kernels say by themselves: an MLD report. */
    static Journey chatter(long id, long start) {
        byte[] report = frame(Mac.parse("33:33:00:00:00:16"), NS1, 0x86dd, 38, IpAddress.parse("ff02::16"));
        report[14] = 0x60;
        report[19] = 44;
        report[20] = 58;
        report[54] = (byte) 143;
        Hop hop = new Hop(
                VETH0, Direction.OUT, 0, NS1, Mac.parse("33:33:00:00:00:16"), OptionalInt.of(1), List.of(), -1, report);
        return new Journey(
                id, "ICMPv6 MLD report", "icmpv6", start, Outcome.FLOODED, true, List.of(hop), Optional.empty());
    }

    private static byte[] frame(Mac to, Mac from, int type, int at, IpAddress target) {
        byte[] b = new byte[98];
        System.arraycopy(to.bytes(), 0, b, 0, 6);
        System.arraycopy(from.bytes(), 0, b, 6, 6);
        b[12] = (byte) (type >> 8);
        b[13] = (byte) type;
        byte[] ip = target.bytes();
        System.arraycopy(ip, 0, b, at, ip.length);
        return b;
    }
}
