package dev.pathlight.topology.graph;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives every interface of a network an address of one subnet: who passes packets on first, the others in the order of their
 * present addresses. A bridge's ports need none, and a bridge gets one only where it has one. Addresses of the other family stay.
 */
public final class Numbering {
    private final Topology t;
    private final Segments segments;
    private final PortId port;

    private Numbering(Topology t, PortId port) {
        this.t = t;
        this.port = port;
        segments = Segments.of(t);
    }

    /** Of the network that an interface, bridge or LAN at {@code path} is in; empty where there is nothing to number. */
    public static Optional<Numbering> at(Topology t, String path) {
        Optional<PortId> in = Element.find(t, path).flatMap(e -> switch (e) {
            case Element.OfInterface i -> Optional.of(i.id());
            case Element.OfBridge b -> Optional.of(b.id());
            case Element.OfLan l -> l.lan().nics().stream().findFirst();
            case Element.OfCable c -> Optional.of(c.cable().a());
            default -> Optional.empty();
        });
        return in.map(p -> new Numbering(t, p)).filter(n -> !n.hosts(false).isEmpty());
    }

    /** The subnet this network has now, else one that nobody has. */
    public Cidr proposal() {
        return segments.addressesOf(port).stream()
                .filter(c -> !c.address().v6())
                .findFirst()
                .or(() -> segments.addressesOf(port).stream().findFirst())
                .map(Cidr::network)
                .or(() -> Suggest.subnet(t))
                .orElse(Cidr.parse("10.1.1.0/24"));
    }

    /** Why this subnet will not do, or empty. */
    public Optional<Sentence> problem(String text) {
        Optional<Sentence> malformed = Cidr.problem(text);
        if (malformed.isPresent()) {
            return malformed;
        }
        Cidr subnet = Cidr.parse(text).network();
        int wanted = hosts(subnet.address().v6()).size();
        return places(subnet, wanted).size() < wanted
                ? Optional.of(Sentence.of("{0} has no room for {1} interfaces: take a shorter prefix", subnet, wanted))
                : Optional.empty();
    }

    /** One edit; it changes nothing when the subnet has no room. */
    public Edit in(Cidr subnet) {
        boolean v6 = subnet.address().v6();
        List<PortId> hosts = hosts(v6);
        List<IpAddress> places = places(subnet.network(), hosts.size());
        Readdressing change = new Readdressing();
        for (int i = 0; i < Math.min(hosts.size(), places.size()); i++) {
            Cidr next = new Cidr(places.get(i), subnet.prefix());
            List<Cidr> all = new ArrayList<>();
            all.add(next);
            for (Cidr old : addresses(hosts.get(i))) {
                if (old.address().v6() == v6) {
                    change.moved(old, next);
                } else {
                    all.add(old);
                }
            }
            change.set(hosts.get(i), all);
        }
        boolean fits = places.size() == hosts.size();
        Set<?> near = segments.spacesOf(port);
        return new Edit.ReplaceTopology(fits ? change.applyTo(t, near::contains) : t);
    }

    /** Who gets an address, in the order in which they do. */
    private List<PortId> hosts(boolean v6) {
        Map<PortId, Integer> drawn = new TreeMap<>();
        t.nodes()
                .forEach(n -> n.spaces().forEach(s -> {
                    s.interfaces().forEach(i -> {
                        boolean host = s.bridgeOf(i.name()).isEmpty() && !(i.kind() instanceof LinkKind.Vxlan);
                        if (host) {
                            drawn.put(new PortId(n.id(s), i.name()), drawn.size());
                        }
                    });
                    s.bridges().forEach(b -> {
                        if (b.addresses().stream().anyMatch(a -> a.address().v6() == v6)) {
                            drawn.put(new PortId(n.id(s), b.name()), drawn.size());
                        }
                    });
                }));
        List<PortId> hosts = new ArrayList<>(
                segments.of(port).stream().filter(drawn::containsKey).toList());
        hosts.sort(Comparator.<PortId, Boolean>comparing(p -> !Kit.forwards(t, p.space()))
                .thenComparing(p -> first(p, v6).isEmpty())
                .thenComparing(
                        p -> first(p, v6),
                        (a, b) -> a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) : 0)
                .thenComparing(drawn::get));
        return hosts;
    }

    private Optional<Cidr> first(PortId p, boolean v6) {
        return addresses(p).stream().filter(c -> c.address().v6() == v6).findFirst();
    }

    private List<Cidr> addresses(PortId p) {
        return t.find(p)
                .map(Interface::addresses)
                .or(() -> t.find(p.space()).flatMap(s -> s.findBridge(p.name())).map(b -> b.addresses()))
                .orElse(List.of());
    }

    private static List<IpAddress> places(Cidr subnet, int wanted) {
        List<IpAddress> places = new ArrayList<>();
        Set<IpAddress> taken = new HashSet<>();
        Optional<IpAddress> next = Optional.of(subnet.address());
        while (next.isPresent() && places.size() < wanted) {
            next = AddressRange.firstFree(subnet, next.get(), taken);
            next.ifPresent(places::add);
        }
        return places;
    }
}
