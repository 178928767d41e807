package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
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
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
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

    /** Two nodes on a LAN, each routing between it and a namespace of its own; IPv4 and IPv6. */
    public static Topology twoNodesOnALan() {
        Topology nodes = Topology.empty(new Name("lan-pair")).withNodes(List.of(node(1), node(2)));
        Lan lan = new Lan(
                new Name("the-long-lan-name"), Texts.NONE, List.of(PortId.parse("k8s-1/ens33"), PortId.parse("k8s-2/ens33")));
        return new Topology(
                nodes.name(),
                nodes.title(),
                nodes.description(),
                nodes.nodes(),
                List.of(cable("k8s-1/pod/eth0", "k8s-1/veth"), cable("k8s-2/pod/eth0", "k8s-2/veth")),
                List.of(lan),
                List.of());
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

    private static Route onLink(String to, String device) {
        return new Route(
                Route.Kind.UNICAST,
                Cidr.parse(to),
                Optional.empty(),
                Optional.of(name(device)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
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
