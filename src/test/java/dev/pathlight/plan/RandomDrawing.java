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
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A drawing that is fit to run, from a seed: nodes, namespaces, bridges, cables between anything, LANs, addresses,
 * routes.
 */
final class RandomDrawing {
    private final Random random;
    private final Map<SpaceId, List<Interface>> interfaces = new HashMap<>();
    private final List<PortId> plugs = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();

    private RandomDrawing(long seed) {
        this.random = new Random(seed);
    }

    static Topology of(long seed) {
        return new RandomDrawing(seed).draw();
    }

    private Topology draw() {
        List<SpaceId> spaces = new ArrayList<>();
        int nodes = 1 + random.nextInt(4);
        for (int n = 0; n < nodes; n++) {
            Name node = new Name("node" + n);
            spaces.add(SpaceId.root(node));
            for (int s = random.nextInt(4); s > 0; s--) {
                spaces.add(new SpaceId(node, "ns" + s));
            }
        }
        for (int c = random.nextInt(12); c > 0; c--) {
            cables.add(Cable.between(plug(spaces), plug(spaces)));
        }
        List<Lan> lans = new ArrayList<>();
        for (int l = random.nextInt(3); l > 0; l--) {
            List<PortId> nics = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                nics.add(plug(spaces.stream().filter(SpaceId::isRoot).toList()));
            }
            lans.add(new Lan(new Name("a-rather-long-lan-" + l), Texts.NONE, nics));
        }
        List<Node> drawn = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            Name name = new Name("node" + n);
            List<Namespace> inside = spaces.stream()
                    .filter(s -> s.node().equals(name))
                    .map(this::namespace)
                    .toList();
            drawn.add(
                    new Node(name, Texts.NONE, Optional.empty(), inside.getFirst(), inside.subList(1, inside.size())));
        }
        return new Topology(
                new Name("random"), Texts.NONE, Texts.NONE, drawn, cables, lans, List.of(), Optional.empty());
    }

    private PortId plug(List<SpaceId> spaces) {
        SpaceId space = spaces.get(random.nextInt(spaces.size()));
        IfName name = new IfName("p" + plugs.size());
        int third = plugs.size() % 250;
        Interface plug = new Interface(
                name,
                new LinkKind.CableEnd(),
                Optional.empty(),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1400),
                random.nextBoolean() ? List.of() : List.of(Cidr.parse("10.0." + third + ".1/24")),
                random.nextInt(8) > 0);
        interfaces.computeIfAbsent(space, s -> new ArrayList<>()).add(plug);
        PortId id = new PortId(space, name);
        plugs.add(id);
        return id;
    }

    private Namespace namespace(SpaceId id) {
        List<Interface> own = interfaces.getOrDefault(id, List.of());
        List<IfName> free = new ArrayList<>(own.stream().map(Interface::name).toList());
        Collections.shuffle(free, random);
        List<Bridge> bridges = new ArrayList<>();
        for (int b = random.nextInt(3); b > 0; b--) {
            List<IfName> ports = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0 && !free.isEmpty(); p--) {
                ports.add(free.removeLast());
            }
            BridgeOptions options = new BridgeOptions(
                    false,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    false,
                    random.nextBoolean(),
                    random.nextBoolean());
            OptionalInt mtu = random.nextBoolean() ? OptionalInt.of(1300) : OptionalInt.empty();
            bridges.add(new Bridge(
                    new IfName("br" + b), ports, options, Optional.empty(), mtu, List.of(), random.nextInt(4) > 0));
        }
        List<Interface> all = new ArrayList<>(own);
        for (int u = random.nextInt(3); u > 0; u--) {
            all.add(RandomUpper.over(free, new IfName("u" + u), random));
        }
        List<Route> routes = own.stream()
                .filter(i -> i.up() && !i.addresses().isEmpty())
                .map(i -> i.addresses().getFirst())
                .map(a -> Route.via(new Cidr(IpAddress.parse("10.200.0.0"), 16), gateway(a)))
                .toList();
        return Namespace.empty(id.namespace())
                .withInterfaces(all)
                .withBridges(bridges)
                .withRoutes(routes);
    }

    private static IpAddress gateway(Cidr address) {
        return IpAddress.parse(address.address().toString().replaceFirst("\\.1$", ".254"));
    }
}
