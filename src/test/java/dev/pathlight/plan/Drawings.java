package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Drawings for tests. Ethernet addresses are fixed, so that two runs can be compared. */
public final class Drawings {
    private Drawings() {}

    /** The bridge lecture: ns1 and ns2 cabled to br0 in {@code this}. */
    public static Topology bridgeLecture() {
        Namespace root = Namespace.empty("")
                .withInterfaces(List.of(plug("br-veth0", 0x11), plug("br-veth1", 0x12)))
                .withBridges(List.of(Bridge.plain(name("br0"), List.of(name("br-veth0"), name("br-veth1")))));
        Namespace ns1 = Namespace.empty("ns1").withInterfaces(List.of(plug("veth0", 0x21, "10.1.1.2/24")));
        Namespace ns2 = Namespace.empty("ns2").withInterfaces(List.of(plug("veth1", 0x22, "10.1.1.3/24")));
        Node node = Node.empty(new Name("this")).withRoot(root).withNamespaces(List.of(ns1, ns2));
        return Topology.empty(new Name("bridge"))
                .withNodes(List.of(node))
                .withCables(
                        List.of(cable("this/ns1/veth0", "this/br-veth0"), cable("this/ns2/veth1", "this/br-veth1")));
    }

    /** {@code n} namespaces around one bridge. */
    public static Topology star(int n) {
        List<Interface> plugs = new ArrayList<>();
        List<Namespace> spaces = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            plugs.add(plug("p" + i, 0x1000 + i));
            String address = "10." + (i >> 8) + "." + (i & 255) + ".2/8";
            spaces.add(Namespace.empty("ns" + i).withInterfaces(List.of(plug("eth0", 0x8000 + i, address))));
            cables.add(cable("hub/p" + i, "hub/ns" + i + "/eth0"));
        }
        Namespace root = Namespace.empty("")
                .withInterfaces(plugs)
                .withBridges(List.of(Bridge.plain(
                        name("br0"), plugs.stream().map(Interface::name).toList())));
        Node hub = Node.empty(new Name("hub")).withRoot(root).withNamespaces(spaces);
        return Topology.empty(new Name("star")).withNodes(List.of(hub)).withCables(cables);
    }

    /** Two nodes on a LAN, each routing between it and a namespace of its own; IPv4 and IPv6. */
    public static Topology twoNodesOnALan() {
        Topology nodes = Topology.empty(new Name("lan-pair")).withNodes(List.of(node(1), node(2)));
        Lan lan = new Lan(
                new Name("the-long-lan-name"),
                Texts.NONE,
                List.of(PortId.parse("k8s-1/ens33"), PortId.parse("k8s-2/ens33")));
        return new Topology(
                nodes.name(),
                nodes.title(),
                nodes.description(),
                nodes.nodes(),
                List.of(cable("k8s-1/pod/eth0", "k8s-1/veth"), cable("k8s-2/pod/eth0", "k8s-2/veth")),
                List.of(lan),
                List.of(),
                Optional.empty());
    }

    private static Node node(int n) {
        int other = 3 - n;
        Namespace root = Namespace.empty("")
                .withInterfaces(List.of(
                        plug("ens33", 0x30 + n, "172.12.1.1" + n + "/24"),
                        plug("veth", 0x40 + n, "10.244." + n + ".1/24", "fd00:" + n + "::1/64")))
                .withRoutes(List.of(
                        Route.via(Cidr.parse("10.9.0.0/16"), IpAddress.parse("10.8.0.1")),
                        Route.via(Cidr.parse("10.244." + other + ".0/24"), IpAddress.parse("172.12.1.1" + other)),
                        onLink("10.8.0.0/24", "veth")))
                .withSysctls(new TreeMap<>(Map.of(
                        "ipv4.conf.all.rp_filter", "0", "ipv4.conf.veth.rp_filter", "0", "ipv4.ip_forward", "1")));
        Namespace pod = Namespace.empty("pod")
                .withInterfaces(List.of(plug("eth0", 0x50 + n, "10.244." + n + ".2/24", "fd00:" + n + "::2/64")))
                .withRoutes(List.of(
                        Route.via(Cidr.parse("0.0.0.0/0"), IpAddress.parse("10.244." + n + ".1")),
                        Route.via(Cidr.parse("::/0"), IpAddress.parse("fd00:" + n + "::1")),
                        Route.via(Cidr.parse("::/0"), IpAddress.parse("fd00:" + n + "::9"))));
        return Node.empty(new Name("k8s-" + n)).withRoot(root).withNamespaces(List.of(pod));
    }

    /** A node that has an address in a network it also has static routes to. */
    public static Topology routesBesideAConnectedOne() {
        Cidr docker = Cidr.parse("172.17.0.0/16");
        Route slower = Route.via(docker, IpAddress.parse("172.12.1.11"));
        Namespace root = Namespace.empty("")
                .withInterfaces(List.of(plug("ens33", 0x60, "172.12.1.12/24"), plug("docker0", 0x61, "172.17.0.1/16")))
                .withRoutes(List.of(
                        slower,
                        Route.via(Cidr.parse("172.19.0.0/16"), IpAddress.parse("172.12.1.11")),
                        new Route(
                                slower.kind(),
                                docker,
                                slower.via(),
                                slower.device(),
                                slower.source(),
                                OptionalInt.of(5),
                                slower.table(),
                                slower.onLink()),
                        Route.via(docker, IpAddress.parse("172.12.1.13"))));
        Namespace lan = Namespace.empty("lan").withInterfaces(List.of(plug("a", 0x62), plug("b", 0x63)));
        Node node = Node.empty(new Name("k8s-2")).withRoot(root).withNamespaces(List.of(lan));
        return Topology.empty(new Name("two-routes"))
                .withNodes(List.of(node))
                .withCables(List.of(cable("k8s-2/ens33", "k8s-2/lan/a"), cable("k8s-2/docker0", "k8s-2/lan/b")));
    }

    /** Names that a shell would take for something else, were they not quoted. */
    public static final List<String> HOSTILE_NAMES = List.of(
            "$(reboot)",
            "`id`",
            ";id",
            "&",
            "|cat",
            ">x",
            "<x",
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "$HOME",
            "${PATH}",
            "*",
            "?",
            "[a]",
            "{a,b}",
            "~",
            "#x",
            "-n",
            "--help",
            "!!",
            "a=b",
            "dev",
            "up",
            "é网",
            "()",
            "'$(id)'");

    /** A bridge whose ports bear the hostile names, cabled within one namespace. */
    public static Topology hostileNames() {
        List<Interface> plugs = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (int i = 0; i < HOSTILE_NAMES.size(); i++) {
            plugs.add(plug(HOSTILE_NAMES.get(i), 2 * i));
            plugs.add(plug("end" + i, 2 * i + 1));
            PortId hostile = new PortId(SpaceId.parse("this"), name(HOSTILE_NAMES.get(i)));
            cables.add(Cable.between(PortId.parse("this/end" + i), hostile));
        }
        List<IfName> ports = HOSTILE_NAMES.stream().map(Drawings::name).toList();
        Namespace root = Namespace.empty("")
                .withInterfaces(plugs)
                .withBridges(
                        List.of(Bridge.plain(name("$(id)"), ports).withAddresses(List.of(Cidr.parse("10.0.0.1/8")))));
        return Topology.empty(new Name("hostile"))
                .withNodes(List.of(Node.empty(new Name("this")).withRoot(root)))
                .withCables(cables);
    }

    /** Two bridges joined by two cables in contrary order, and every option a plan can bring about. */
    public static Topology everyOption() {
        Bridge left = new Bridge(
                name("left"),
                List.of(name("l1"), name("l2"), name("l3")),
                new BridgeOptions(true, OptionalInt.of(10), OptionalInt.of(3), OptionalInt.of(8192), false, true, true),
                Optional.of(Mac.parse("02:00:00:00:00:aa")),
                OptionalInt.of(1400),
                List.of(Cidr.parse("192.168.0.1/24"), Cidr.parse("127.1.2.3/8")),
                true);
        BridgeOptions quiet = new BridgeOptions(
                false, OptionalInt.of(0), OptionalInt.empty(), OptionalInt.empty(), false, false, false);
        Bridge right = new Bridge(
                name("right"),
                List.of(name("r2"), name("r1")),
                quiet,
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                false);
        Interface small = new Interface(
                name("eth0"),
                new LinkKind.CableEnd(),
                Optional.of(Mac.parse("02:00:00:00:00:bb")),
                OptionalInt.of(1300),
                List.of(Cidr.parse("192.168.0.2/24"), Cidr.parse("fd00::2/64")),
                true);
        Interface down = new Interface(
                name("off"), new LinkKind.CableEnd(), Optional.empty(), OptionalInt.empty(), List.of(), false);
        Namespace root = Namespace.empty("")
                .withInterfaces(List.of(plug("l1", 1), plug("l2", 2), plug("l3", 3), plug("r1", 4), plug("r2", 5)))
                .withBridges(List.of(left, right));
        Namespace other = Namespace.empty("other")
                .withInterfaces(List.of(small, down, plug("off-peer", 7)))
                .withRoutes(everyRoute());
        return Topology.empty(new Name("options"))
                .withNodes(List.of(Node.empty(new Name("other")).withRoot(root).withNamespaces(List.of(other))))
                .withCables(List.of(
                        cable("other/l1", "other/r1"),
                        cable("other/r2", "other/l2"),
                        cable("other/other/eth0", "other/l3"),
                        cable("other/other/off", "other/other/off-peer")));
    }

    /** Two nodes on a LAN whose pods reach each other through a tunnel, by rows and routes that are written down. */
    public static Topology tunnelBetweenTwoNodes() {
        ReadResult read = TopologyReader.read(Path.of("topologies/flannel-vxlan.json"));
        if (read instanceof ReadResult.Good good) {
            return good.drawing().topology();
        }
        throw new IllegalStateException(read.toString());
    }

    private static List<Route> everyRoute() {
        Optional<IpAddress> gateway = Optional.of(IpAddress.parse("192.168.0.1"));
        Cidr twice = Cidr.parse("10.1.0.0/16");
        List<Route> routes = new ArrayList<>();
        routes.add(Route.via(twice, IpAddress.parse("192.168.0.9")));
        routes.add(Route.via(twice, IpAddress.parse("192.168.0.8")));
        routes.add(new Route(
                Route.Kind.UNICAST,
                Cidr.parse("10.2.0.0/16"),
                gateway,
                Optional.of(name("eth0")),
                Optional.of(IpAddress.parse("192.168.0.2")),
                OptionalInt.of(50),
                OptionalInt.of(1000),
                false));
        for (Route.Kind kind : List.of(Route.Kind.BLACKHOLE, Route.Kind.UNREACHABLE, Route.Kind.PROHIBIT)) {
            for (String to : List.of("10.3.0." + kind.ordinal() + "/32", "fd03::" + kind.ordinal() + "/128")) {
                routes.add(new Route(
                        kind,
                        Cidr.parse(to),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false));
            }
        }
        routes.add(Route.via(Cidr.parse("10.5.0.0/16"), IpAddress.parse("fd00::1")));
        return routes;
    }

    private static Route onLink(String to, String device) {
        return new Route(
                Route.Kind.UNICAST,
                Cidr.parse(to),
                Optional.empty(),
                Optional.of(name(device)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
    }

    public static IfName name(String text) {
        return new IfName(text);
    }

    public static Cable cable(String a, String b) {
        return Cable.between(PortId.parse(a), PortId.parse(b));
    }

    /** A cable's end with a fixed Ethernet address. */
    public static Interface plug(String name, int mac, String... addresses) {
        return new Interface(
                name(name),
                new LinkKind.CableEnd(),
                Optional.of(new Mac(0x0200_0000_0000L + mac)),
                OptionalInt.empty(),
                Stream.of(addresses).map(Cidr::parse).toList(),
                true);
    }
}
