package dev.pathlight.topology.graph;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Edit.AddCable;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the editor offers before the user has said anything: the next free name, address and cable. */
public final class Suggest {
    private static final int SUBNETS = 256;

    private Suggest() {}

    /** {@code node1}, {@code node2} … */
    public static Name node(Topology t) {
        return new Name(next("node", 1, n -> Element.find(t, n).isPresent()));
    }

    /** {@code ns1}, {@code ns2} …, free in {@code node} and not used in another node either. */
    public static SpaceId namespace(Topology t, Name node) {
        Set<String> taken = new HashSet<>(names(t));
        t.spaces().forEach(s -> taken.add(s.namespace()));
        return new SpaceId(node, next("ns", 1, taken::contains));
    }

    /** A namespace's first container is {@code web}, which serves a page on port 80; whoever joins it is {@code client}. */
    public static Container container(Topology t, SpaceId space) {
        Set<String> taken = new HashSet<>();
        t.nodes().stream()
                .flatMap(dev.pathlight.topology.Node::spaces)
                .forEach(s -> s.containers().forEach(c -> taken.add(c.name().value())));
        boolean first = t.find(space).filter(s -> !s.containers().isEmpty()).isEmpty();
        String stem = first ? "web" : "client";
        String name = isFree(t, space, taken, stem) ? stem : next(stem, 2, n -> !isFree(t, space, taken, n));
        return new Container(
                new Name(name),
                List.of(),
                Optional.empty(),
                first ? List.of(new Container.Listen("http", 80)) : List.of());
    }

    private static boolean isFree(Topology t, SpaceId space, Set<String> taken, String name) {
        return !taken.contains(name) && !isTaken(t, space, name);
    }

    /** {@code br0}, {@code br1} …, free in its namespace. */
    public static PortId bridge(Topology t, SpaceId space) {
        return new PortId(space, new IfName(next("br", 0, n -> isTaken(t, space, n))));
    }

    /** {@code veth0}, {@code veth1} …, used nowhere on the drawing: a class tells them apart by name alone. */
    public static PortId link(Topology t, SpaceId space) {
        return new PortId(space, new IfName(next("veth", 0, names(t)::contains)));
    }

    /** {@code note1} … */
    public static Name note(Topology t) {
        return new Name(next("note", 1, n -> Element.find(t, Element.NOTE + n).isPresent()));
    }

    /** {@code lan0} … */
    public static Name lan(Topology t) {
        return new Name(next("lan", 0, n -> Element.find(t, Element.LAN + n).isPresent()));
    }

    /**
     * The cable that drawing a line from one thing to another means: in a namespace or node it ends at a new
     * interface, on a bridge at a new port, on an interface without a cable at that interface. Empty when a thing can
     * hold no cable's end, or both are one interface.
     */
    public static Optional<AddCable> cable(Topology t, String from, String to) {
        Optional<SpaceId> fromSpace = plain(t, from);
        Optional<SpaceId> toSpace = plain(t, to);
        String first = next("veth", 0, names(t)::contains);
        String second = next("veth", Integer.parseInt(first.substring(4)) + 1, names(t)::contains);
        String fromName = nameAt(t, from).orElse(first);
        String toName = nameAt(t, to).orElse(fromSpace.isPresent() && toSpace.isPresent() ? second : first);
        Optional<AddCable.End> a = end(t, from, fromName, toName);
        Optional<AddCable.End> b =
                end(t, to, toName, a.map(e -> e.port().name().value()).orElse(first));
        boolean two =
                a.isPresent() && b.isPresent() && !a.get().port().equals(b.get().port());
        return two ? Optional.of(new AddCable(a.get(), b.get())) : Optional.empty();
    }

    /** The name of the interface at {@code path}, when it is one. */
    private static Optional<String> nameAt(Topology t, String path) {
        return Element.find(t, path)
                .flatMap(e -> e instanceof Element.OfInterface i
                        ? Optional.of(i.id().name().value())
                        : Optional.empty());
    }

    /** The namespace at {@code path}, when a new interface would be made in it. */
    private static Optional<SpaceId> plain(Topology t, String path) {
        return Element.find(t, path).flatMap(e -> switch (e) {
            case Element.OfNode n -> Optional.of(SpaceId.root(n.node().name()));
            case Element.OfNamespace n -> Optional.of(n.id());
            default -> Optional.empty();
        });
    }

    private static Optional<AddCable.End> end(Topology t, String path, String own, String far) {
        Optional<Element> element = Element.find(t, path);
        if (element.isPresent() && element.get() instanceof Element.OfInterface i) {
            boolean free = t.peerOf(i.id()).isEmpty();
            return free ? Optional.of(AddCable.End.at(i.id())) : Optional.empty();
        }
        if (element.isPresent() && element.get() instanceof Element.OfBridge b) {
            SpaceId space = b.id().space();
            return Optional.of(AddCable.End.on(new PortId(space, portName(t, far)), b.id().name()));
        }
        return plain(t, path).map(space -> AddCable.End.at(new PortId(space, new IfName(own))));
    }

    /** A bridge's port is named after the interface at its other end: {@code br-veth0}. */
    private static IfName portName(Topology t, String far) {
        String wish = "br-" + far;
        boolean good = IfName.problem(wish).isEmpty() && !names(t).contains(wish);
        return new IfName(good ? wish : next("br-veth", 0, names(t)::contains));
    }

    /**
     * The next free address for {@code port}: behind the highest one used in its segment's first subnet, else the
     * lowest free one there; without any, .1 for a bridge and .2 for an interface in the first 10.1.n.0/24 nobody
     * uses. Empty when there is no room.
     */
    public static Optional<Cidr> address(Topology t, PortId port) {
        Segments segments = Segments.of(t);
        List<Cidr> used = segments.addressesOf(port);
        if (!used.isEmpty()) {
            return behind(
                    used.stream().filter(c -> !c.address().v6()).findFirst().orElse(used.getFirst()), used);
        }
        boolean bridge =
                t.find(port.space()).flatMap(s -> s.findBridge(port.name())).isPresent();
        return subnet(t).map(net -> {
            String text = net.toString();
            return Cidr.parse(text.substring(0, text.lastIndexOf('.')) + (bridge ? ".1/24" : ".2/24"));
        });
    }

    /** The first 10.1.n.0/24 that overlaps nobody's; empty when there is none. */
    public static Optional<Cidr> subnet(Topology t) {
        Segments segments = Segments.of(t);
        Set<Cidr> subnets = new HashSet<>();
        segments.all().forEach(s -> segments.addressesOf(s.first()).forEach(c -> subnets.add(c.network())));
        return IntStream.range(1, SUBNETS)
                .mapToObj(n -> Cidr.parse("10.1." + n + ".0/24"))
                .filter(c -> subnets.stream().noneMatch(s -> s.contains(c.address()) || c.contains(s.address())))
                .findFirst();
    }

    /** An address of the subnet of {@code wrong} that is not {@code taken}: behind it, else the lowest; empty when there is no room. */
    public static Optional<Cidr> free(Cidr wrong, Set<IpAddress> taken) {
        return AddressRange.firstFree(wrong, wrong.address(), taken)
                .or(() -> AddressRange.firstFree(wrong, wrong.network().address(), taken))
                .map(a -> new Cidr(a, wrong.prefix()));
    }

    private static Optional<Cidr> behind(Cidr pattern, List<Cidr> used) {
        Set<IpAddress> taken = new HashSet<>();
        used.forEach(c -> taken.add(c.address()));
        IpAddress highest = taken.stream()
                .filter(pattern::contains)
                .max(IpAddress::compareTo)
                .orElse(pattern.address());
        Optional<IpAddress> above = AddressRange.firstFree(pattern, highest, taken);
        return above.or(() -> AddressRange.firstFree(pattern, pattern.network().address(), taken))
                .map(a -> new Cidr(a, pattern.prefix()));
    }

    private static boolean isTaken(Topology t, SpaceId space, String name) {
        return Element.find(t, space + "/" + name).isPresent();
    }

    /** The names of all interfaces and bridges. */
    private static Set<String> names(Topology t) {
        Set<String> out = new HashSet<>();
        t.nodes().stream().flatMap(dev.pathlight.topology.Node::spaces).forEach(s -> {
            s.interfaces().forEach(i -> out.add(i.name().value()));
            s.bridges().forEach(b -> out.add(b.name().value()));
        });
        return out;
    }

    private static String next(String stem, int from, Predicate<String> taken) {
        int n = from;
        while (taken.test(stem + n)) {
            n++;
        }
        return stem + n;
    }
}
