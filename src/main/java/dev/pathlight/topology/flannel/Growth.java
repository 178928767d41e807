package dev.pathlight.topology.flannel;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How a flannel network gets its next node and its next pod: flanneld's work on a node, and the CNI plugins' in a pod. */
public final class Growth {
    private static final IfName POD_LINK = new IfName("eth0");

    private Growth() {}

    /** What growing gave. */
    public sealed interface Outcome {
        /** {@code path} is what is new. */
        record Grown(Topology topology, String path) implements Outcome {}

        record NoRoom(Sentence why, Sentence hint) implements Outcome {}
    }

    /** Whether {@code node} can be given a pod. */
    public static boolean isMember(Topology t, Name node) {
        return member(t, node).isPresent();
    }

    static Optional<Member> member(Topology t, Name node) {
        return Member.of(t).stream().filter(m -> m.node().name().equals(node)).findFirst();
    }

    /** A node like the others: next to them on their LAN, with the next subnet, and known to them all. */
    public static Outcome node(Topology t) {
        List<Member> members = Member.of(t);
        if (t.flannel().isEmpty() || members.isEmpty()) {
            return new Outcome.NoRoom(
                    Sentence.of("There is no flannel network to join"), Sentence.of("Import one first."));
        }
        Member like = members.getLast();
        IpAddress last = like.address().address();
        Optional<IpAddress> address = free(like.address(), last, addresses(t));
        if (address.isEmpty()) {
            return new Outcome.NoRoom(
                    Sentence.of("Every address of {0} is taken", like.address().network()),
                    Sentence.of("Remove a node first."));
        }
        Node node = Node.empty(nodeName(t, like))
                .withRoot(Namespace.empty("")
                        .withSysctls(like.node().root().sysctls())
                        .withRoutes(like.node().root().routes().stream()
                                .filter(Route::isDefault)
                                .toList())
                        .withInterfaces(List.of(Interface.cableEnd(like.nic())
                                .withAddresses(List.of(
                                        new Cidr(address.get(), like.address().prefix()))))));
        PortId nic = new PortId(SpaceId.root(node.name()), like.nic());
        Name lan = like.lan(t).name();
        Topology joined = t.withNodes(plus(t.nodes(), node))
                .withLans(t.lans().stream()
                        .map(l -> l.name().equals(lan) ? l.withNics(plus(l.nics(), nic)) : l)
                        .toList());
        return enrol(joined, node.name(), like.nic());
    }

    /**
     * flanneld on a node that has its NIC on the LAN: it gets a subnet, with the bridge the pods will be on, and
     * everyone gets the ways to everyone.
     */
    static Outcome enrol(Topology t, Name node, IfName nic) {
        Flannel f = t.flannel().orElseThrow();
        Set<Cidr> taken = new HashSet<>();
        Member.of(t).forEach(m -> taken.add(m.subnet()));
        Optional<Cidr> subnet =
                f.range().subnets().filter(s -> !taken.contains(s)).findFirst();
        if (subnet.isEmpty()) {
            return new Outcome.NoRoom(
                    Sentence.of(
                            "Every /{0} of {1} is given to a node",
                            f.range().subnetLen(), f.range().network()),
                    Sentence.of("Use fewer nodes, a larger network, or a longer prefix for their subnets."));
        }
        Bridge bridge = Rules.bridge(f, subnet.get());
        Topology bridged = change(
                t,
                SpaceId.root(node),
                s -> s.withBridges(plus(s.bridges(), bridge))
                        .withNat(new Nat(
                                Rules.masquerades(f, subnet.get()), s.nat().portMappings())));
        return new Outcome.Grown(introduce(bridged, f, node), node.value());
    }

    /** The newcomer and the others learn of each other. */
    private static Topology introduce(Topology t, Flannel f, Name newcomer) {
        List<Member> members = Member.of(t);
        Topology next = t;
        for (Member m : members) {
            List<Member> others = members.stream().filter(o -> !o.equals(m)).toList();
            List<Route> routes = others.stream()
                    .filter(o -> isNew(m, newcomer) || isNew(o, newcomer))
                    .map(o -> Rules.route(f, m, o))
                    .toList();
            next = change(
                    next,
                    SpaceId.root(m.node().name()),
                    s -> tunnelled(f, m, others, s)
                            .withRoutes(Stream.concat(s.routes().stream(), routes.stream())
                                    .toList()));
        }
        return next;
    }

    private static boolean isNew(Member m, Name newcomer) {
        return m.node().name().equals(newcomer);
    }

    /** With the tunnel's end and a row in it for each of the others. */
    private static Namespace tunnelled(Flannel f, Member m, List<Member> others, Namespace s) {
        if (!(f.backend() instanceof Backend.Vxlan backend)) {
            return s;
        }
        Interface fresh = Rules.tunnel(backend, m, others);
        List<Interface> links = s.interfaces().stream()
                .map(i -> i.name().equals(fresh.name()) ? withPeers(i, fresh) : i)
                .toList();
        return s.withInterfaces(s.findInterface(fresh.name()).isPresent() ? links : plus(links, fresh));
    }

    private static Interface withPeers(Interface drawn, Interface fresh) {
        return drawn.kind() instanceof LinkKind.Vxlan v && fresh.kind() instanceof LinkKind.Vxlan w
                ? drawn.withKind(v.withPeers(w.peers()))
                : drawn;
    }

    /** A pod on a node of the network: {@code eth0} with the subnet's next address, cabled to the bridge. */
    public static Outcome pod(Topology t, Name node) {
        return pod(t, node, podName(t));
    }

    static Outcome pod(Topology t, Name node, String name) {
        Optional<Member> member = member(t, node);
        if (member.isEmpty()) {
            return new Outcome.NoRoom(
                    Sentence.of("{0} is no node of a flannel network", node), Sentence.of("Add a flannel node."));
        }
        Member m = member.get();
        Set<IpAddress> taken = addresses(t);
        taken.add(m.gateway().address());
        IpAddress highest = taken.stream()
                .filter(m.subnet()::contains)
                .max(IpAddress::compareTo)
                .orElse(m.subnet().address());
        Optional<IpAddress> address = free(m.subnet(), highest, taken);
        return address.isPresent()
                ? pod(t, m, name, address.get())
                : new Outcome.NoRoom(
                        Sentence.of("Every address of {0} is taken", m.subnet()),
                        Sentence.of("Use fewer pods on a node, or another node."));
    }

    private static Outcome pod(Topology t, Member m, String name, IpAddress address) {
        Flannel f = t.flannel().orElseThrow();
        SpaceId pod = new SpaceId(m.node().name(), name);
        SpaceId root = SpaceId.root(m.node().name());
        IfName veth = Rules.hostVeth(m.node().name().value(), name);
        OptionalInt mtu = Rules.mtu(f);
        Interface eth0 = Interface.cableEnd(POD_LINK)
                .withMtu(mtu)
                .withAddresses(List.of(new Cidr(address, m.subnet().prefix())));
        TreeMap<String, String> sysctls = new TreeMap<>(m.node().root().sysctls());
        sysctls.keySet().removeIf(k -> !k.startsWith("ipv6.conf.default."));
        Namespace space = Namespace.empty(name)
                .withInterfaces(List.of(eth0))
                .withRoutes(podRoutes(f, m))
                .withSysctls(sysctls);
        Topology with = t.withNodes(t.nodes().stream()
                .map(n -> n.name().equals(pod.node()) ? n.withNamespaces(plus(n.namespaces(), space)) : n)
                .toList());
        Topology wired = change(
                with,
                root,
                s -> s.withInterfaces(
                                plus(s.interfaces(), Interface.cableEnd(veth).withMtu(mtu)))
                        .withBridges(s.bridges().stream()
                                .map(b -> b.name().equals(f.cni().bridge()) ? b.withPorts(plus(b.ports(), veth)) : b)
                                .toList()));
        Cable cable = Cable.between(new PortId(pod, POD_LINK), new PortId(root, veth));
        return new Outcome.Grown(wired.withCables(plus(wired.cables(), cable)), pod.toString());
    }

    /** By the bridge to all pods everywhere, as flannel's plugin asks; and to all else, where the chain says so. */
    private static List<Route> podRoutes(Flannel f, Member m) {
        Cidr anywhere = Cidr.parse("0.0.0.0/0");
        IpAddress gateway = m.gateway().address();
        Route pods = Route.via(f.range().network(), gateway);
        return f.cni().defaultGateway() ? List.of(pods, Route.via(anywhere, gateway)) : List.of(pods);
    }

    private static Set<IpAddress> addresses(Topology t) {
        Set<IpAddress> all = new HashSet<>();
        t.nodes().stream().flatMap(Node::spaces).forEach(s -> {
            s.interfaces().forEach(i -> i.addresses().forEach(a -> all.add(a.address())));
            s.bridges().forEach(b -> b.addresses().forEach(a -> all.add(a.address())));
        });
        return all;
    }

    /** The first free host address behind {@code after}, else the lowest one. */
    private static Optional<IpAddress> free(Cidr subnet, IpAddress after, Set<IpAddress> taken) {
        long first = subnet.network().address().low() + 1;
        long broadcast = first - 1 + (1L << (32 - subnet.prefix())) - 1;
        Stream<Long> above = Stream.iterate(after.low() + 1, n -> n < broadcast, n -> n + 1);
        Stream<Long> below = Stream.iterate(first, n -> n <= after.low(), n -> n + 1);
        return Stream.concat(above, below)
                .map(n -> new IpAddress(false, 0, n))
                .filter(a -> !taken.contains(a))
                .findFirst();
    }

    /** {@code k8s-3} after {@code k8s-2}. */
    private static Name nodeName(Topology t, Member like) {
        String stem = like.node().name().value().replaceFirst("[0-9]+$", "");
        return new Name(next(stem, n -> t.findNode(new Name(n)).isPresent()));
    }

    private static String podName(Topology t) {
        Set<String> taken = new HashSet<>();
        t.spaces().forEach(s -> taken.add(s.namespace()));
        return next("pod", taken::contains);
    }

    private static String next(String stem, Predicate<String> taken) {
        int n = 1;
        while (taken.test(stem + n)) {
            n++;
        }
        return stem + n;
    }

    static <T> List<T> plus(List<T> list, T added) {
        List<T> next = new ArrayList<>(list);
        next.add(added);
        return next;
    }

    private static Topology change(Topology t, SpaceId id, UnaryOperator<Namespace> how) {
        return t.withNodes(t.nodes().stream()
                .map(n -> n.name().equals(id.node()) ? n.withRoot(how.apply(n.root())) : n)
                .toList());
    }
}
