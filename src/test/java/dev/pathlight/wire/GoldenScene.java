package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The network whose messages are kept as golden bytes: a bridge in {@code this}, cabled to {@code ns1}. */
final class GoldenScene {
    static final SpaceId THIS = SpaceId.parse("this");
    static final SpaceId NS1 = SpaceId.parse("this/ns1");

    private static final NetOp.Under BR1 = new NetOp.Under(THIS, 7, name("br1"));

    private GoldenScene() {}

    /** The descriptors by which the recorder holds the namespaces. */
    static int descriptor(SpaceId space) {
        return space.equals(THIS) ? 100 : 101;
    }

    /** Every kind of message once, in an order that a kernel accepts. */
    static Map<String, NetOp> operations() {
        Map<String, NetOp> ops = new LinkedHashMap<>();
        BridgeOptions options = new BridgeOptions(
                true, OptionalInt.of(30), OptionalInt.of(2), OptionalInt.of(4096), false, true, false);
        ops.put(
                "create-bridge",
                new NetOp.CreateBridge(
                        THIS,
                        2,
                        name("br0"),
                        Optional.of(Mac.parse("02:00:00:00:00:02")),
                        OptionalInt.empty(),
                        options));
        ops.put(
                "create-veth",
                new NetOp.CreateVeth(
                        end(THIS, 3, "br-veth0", master(2, "br0")), end(NS1, 4, "veth0", Optional.empty())));
        ops.put(
                "create-veth-unjoined",
                new NetOp.CreateVeth(end(THIS, 5, "left", Optional.empty()), end(THIS, 6, "right", Optional.empty())));
        ops.put("join-bridge", new NetOp.JoinBridge(THIS, 6, name("right"), 2, name("br0")));
        ops.put(
                "create-plain-bridge",
                new NetOp.CreateBridge(
                        THIS, 7, name("br1"), Optional.empty(), OptionalInt.empty(), BridgeOptions.DEFAULT));
        ops.put(
                "create-second-veth",
                new NetOp.CreateVeth(
                        end(THIS, 8, "br-veth1", master(7, "br1")), end(NS1, 9, "veth1", Optional.empty())));
        ops.put("second-up", new NetOp.SetUp(NS1, 9, name("veth1"), true));
        ops.put("plain-bridge-up", new NetOp.SetUp(THIS, 7, name("br1"), true));
        ops.put("plain-bridge-address", new NetOp.AddAddress(THIS, 7, name("br1"), Cidr.parse("10.1.2.1/24")));
        ops.put("second-address", new NetOp.AddAddress(NS1, 9, name("veth1"), Cidr.parse("10.1.2.2/24")));
        ops.put("set-hairpin", new NetOp.SetHairpin(THIS, 6, name("right"), true));
        ops.put("set-up", new NetOp.SetUp(NS1, 4, name("veth0"), true));
        ops.put("set-mtu", new NetOp.SetMtu(THIS, 2, name("br0"), 1400));
        ops.put("set-snooping", new NetOp.SetSnooping(THIS, 2, name("br0"), true));
        ops.put("bridge-up", new NetOp.SetUp(THIS, 2, name("br0"), true));
        ops.put("add-address", new NetOp.AddAddress(NS1, 4, name("veth0"), Cidr.parse("10.1.1.2/24")));
        ops.put("add-address-v6", new NetOp.AddAddress(NS1, 4, name("veth0"), Cidr.parse("fd00::2/64")));
        ops.put(
                "add-route",
                new NetOp.AddRoute(NS1, route("10.9.0.0/16", "10.1.1.1", OptionalInt.of(20)), OptionalInt.of(4)));
        ops.put(
                "add-default-route",
                new NetOp.AddRoute(
                        NS1, Route.via(Cidr.parse("0.0.0.0/0"), IpAddress.parse("10.1.1.1")), OptionalInt.empty()));
        ops.put(
                "add-route-v6",
                new NetOp.AddRoute(
                        NS1, Route.via(Cidr.parse("fd01::/64"), IpAddress.parse("fd00::1")), OptionalInt.of(4)));
        ops.put("add-link-route", new NetOp.AddRoute(NS1, onLink("10.8.0.0/24"), OptionalInt.of(4)));
        ops.put("add-blackhole", new NetOp.AddRoute(NS1, blackhole("10.7.0.0/16", 1000), OptionalInt.empty()));
        addTunnels(ops);
        ops.put("await-usable", new NetOp.AwaitUsable(NS1, 4, name("veth0")));
        return ops;
    }

    private static void addTunnels(Map<String, NetOp> ops) {
        ops.put(
                "create-vxlan",
                new NetOp.CreateLink(
                        THIS,
                        10,
                        name("flannel.1"),
                        Optional.of(Mac.parse("02:00:0a:f4:00:00")),
                        OptionalInt.of(1450),
                        vxlan(OptionalInt.of(8472), Optional.of(IpAddress.parse("10.1.2.1")), Optional.empty(), false),
                        Optional.of(BR1)));
        ops.put(
                "create-vxlan-v6",
                new NetOp.CreateLink(
                        THIS,
                        11,
                        name("vx6"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        vxlan(OptionalInt.empty(), Optional.empty(), Optional.of(IpAddress.parse("fd00::9")), true),
                        Optional.of(BR1)));
        ops.put("vxlan-up", new NetOp.SetUp(THIS, 10, name("flannel.1"), true));
        ops.put(
                "add-tunnel-row",
                new NetOp.AddTunnelRow(
                        THIS, 10, name("flannel.1"), Mac.parse("02:00:0a:f4:01:00"), IpAddress.parse("10.1.2.2")));
        ops.put(
                "add-neighbour",
                new NetOp.AddNeighbour(
                        THIS, 10, name("flannel.1"), IpAddress.parse("10.244.1.0"), Mac.parse("02:00:0a:f4:01:00")));
        ops.put(
                "add-onlink-route",
                new NetOp.AddRoute(
                        THIS,
                        Route.via(Cidr.parse("10.244.1.0/24"), IpAddress.parse("10.244.1.0"))
                                .onLinkBy(name("flannel.1")),
                        OptionalInt.of(10)));
    }

    /** A route the kernel refuses in words: its gateway is on no network. */
    static NetOp refused() {
        return new NetOp.AddRoute(
                NS1, Route.via(Cidr.parse("10.6.0.0/16"), IpAddress.parse("192.0.2.1")), OptionalInt.empty());
    }

    /** What undoes some of it. */
    static Map<String, NetOp> undoing() {
        Map<String, NetOp> ops = new LinkedHashMap<>();
        ops.put("delete-route", new NetOp.DeleteRoute(NS1, blackhole("10.7.0.0/16", 1000), OptionalInt.empty()));
        ops.put("delete-address", new NetOp.DeleteAddress(NS1, 4, name("veth0"), Cidr.parse("fd00::2/64")));
        ops.put("set-down", new NetOp.SetUp(NS1, 4, name("veth0"), false));
        ops.put("delete-link", new NetOp.DeleteLink(THIS, 6, name("right")));
        return ops;
    }

    static Map<String, Query> queries() {
        Map<String, Query> queries = new LinkedHashMap<>();
        queries.put("links", new Query.Links());
        queries.put("addresses", new Query.Addresses());
        queries.put("routes", new Query.Routes());
        queries.put("neighbours", new Query.Neighbours());
        queries.put("mac-tables", new Query.MacTables());
        queries.put("lookup", new Query.RouteLookup(IpAddress.parse("10.9.1.1"), Optional.empty(), 0));
        queries.put(
                "lookup-v6",
                new Query.RouteLookup(IpAddress.parse("fd01::7"), Optional.of(IpAddress.parse("fd00::2")), 0));
        queries.put(
                "lookup-forwarded",
                new Query.RouteLookup(IpAddress.parse("10.1.1.2"), Optional.of(IpAddress.parse("10.1.1.9")), 4));
        return queries;
    }

    static IfName name(String text) {
        return new IfName(text);
    }

    private static Optional<NetOp.Master> master(int index, String name) {
        return Optional.of(new NetOp.Master(index, name(name)));
    }

    private static NetOp.VethEnd end(SpaceId space, int index, String name, Optional<NetOp.Master> bridge) {
        Mac mac = new Mac(0x0200_0000_0000L + index);
        return new NetOp.VethEnd(space, index, name(name), Optional.of(mac), OptionalInt.of(1480), bridge, true);
    }

    private static LinkKind.Vxlan vxlan(
            OptionalInt port, Optional<IpAddress> local, Optional<IpAddress> remote, boolean learning) {
        return new LinkKind.Vxlan(4097, name("br1"), local, remote, port, learning, List.of());
    }

    private static Route route(String to, String via, OptionalInt metric) {
        return new Route(
                Route.Kind.UNICAST,
                Cidr.parse(to),
                Optional.of(IpAddress.parse(via)),
                Optional.of(name("veth0")),
                Optional.of(IpAddress.parse("10.1.1.2")),
                metric,
                OptionalInt.empty(),
                false);
    }

    private static Route onLink(String to) {
        return new Route(
                Route.Kind.UNICAST,
                Cidr.parse(to),
                Optional.empty(),
                Optional.of(name("veth0")),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(100),
                false);
    }

    private static Route blackhole(String to, int table) {
        return new Route(
                Route.Kind.BLACKHOLE,
                Cidr.parse(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(table),
                false);
    }
}
