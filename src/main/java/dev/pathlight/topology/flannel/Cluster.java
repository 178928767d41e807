package dev.pathlight.topology.flannel;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A cluster drawn from nothing but flannel's configuration: nodes k8s-1, k8s-2 … on one LAN (172.12.1.11 and on, by ens33),
 * a gateway at 172.12.1.2, and pods on each node.
 */
public final class Cluster {
    /** As many nodes as the LAN has addresses for from .11 on. */
    public static final int MOST_NODES = 200;

    public static final int MOST_PODS = 250;

    private static final IfName NIC = new IfName("ens33");
    private static final Name LAN = new Name("lan");
    private static final Name GATEWAY_NAME = new Name("gateway");
    private static final Cidr GATEWAY = Cidr.parse("172.12.1.2/24");
    private static final long FIRST = IpAddress.parse("172.12.1.11").low();
    private static final int METRIC = 100;

    private Cluster() {}

    /** {@code nodes} 1..{@link #MOST_NODES} and {@code pods} on each 0..{@link #MOST_PODS}, unless the range is too small. */
    public static Outcome draw(Flannel flannel, int nodes, int pods) {
        Outcome at = new Outcome.Grown(empty(flannel), "");
        for (int i = 0; i < nodes; i++) {
            Name name = new Name("k8s-" + (i + 1));
            Cidr address = new Cidr(new IpAddress(false, 0, FIRST + i), GATEWAY.prefix());
            at = then(at, t -> Growth.enrol(onTheLan(t, node(name, address)), name, NIC));
        }
        for (int i = 0; i < nodes * pods; i++) {
            Name name = new Name("k8s-" + (i / pods + 1));
            at = then(at, t -> Growth.pod(t, name));
        }
        return then(at, t -> new Outcome.Grown(onTheLan(t, gateway()), GATEWAY_NAME.value()));
    }

    private static Outcome then(Outcome at, Function<Topology, Outcome> grow) {
        return switch (at) {
            case Outcome.Grown g -> grow.apply(g.topology());
            case Outcome.NoRoom none -> none;
        };
    }

    private static Topology empty(Flannel flannel) {
        String backend = flannel.backend() instanceof Backend.Vxlan ? "vxlan" : "host-gw";
        return Topology.empty(new Name("flannel-" + backend))
                .withTitle(Texts.of(Map.of("en", "Flannel " + backend, "zh", "Flannel " + backend + " 模式")))
                .withLans(List.of(
                        new Lan(LAN, Texts.of(Map.of("en", "172.12.1.0/24", "zh", "172.12.1.0/24")), List.of())))
                .withFlannel(Optional.of(flannel));
    }

    private static Topology onTheLan(Topology t, Node node) {
        IfName name = node.root().interfaces().getFirst().name();
        PortId nic = new PortId(SpaceId.root(node.name()), name);
        Lan lan = t.lans().getFirst();
        List<PortId> nics = Stream.concat(lan.nics().stream(), Stream.of(nic)).toList();
        List<Node> nodes = Stream.concat(t.nodes().stream(), Stream.of(node)).toList();
        return t.withNodes(nodes).withLans(List.of(lan.withNics(nics)));
    }

    private static Node gateway() {
        return Node.empty(GATEWAY_NAME)
                .withTitle(Texts.of(Map.of("en", "Gateway 172.12.1.2", "zh", "网关 172.12.1.2")))
                .withRoot(root(new IfName("eth0"), GATEWAY));
    }

    private static Node node(Name name, Cidr address) {
        Route out = Route.via(Cidr.parse("0.0.0.0/0"), GATEWAY.address())
                .withDevice(Optional.of(NIC))
                .withMetric(OptionalInt.of(METRIC));
        return Node.empty(name).withRoot(root(NIC, address).withRoutes(List.of(out)));
    }

    /** It forwards, and speaks IPv4 only: so nothing but what is asked for is on the wires. */
    private static Namespace root(IfName nic, Cidr address) {
        return Namespace.empty("")
                .withInterfaces(List.of(Interface.cableEnd(nic).withAddresses(List.of(address))))
                .withSysctls(new TreeMap<>(Map.of("ipv4.ip_forward", "1", "ipv6.conf.default.disable_ipv6", "1")));
    }
}
