package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Edits such as a user makes, sensible or not, from a seed. */
public final class RandomEdit {
    private static final List<String> SYSCTLS = List.of(
            "ipv4.ip_forward",
            "ipv6.conf.all.disable_ipv6",
            "ipv6.conf.default.disable_ipv6",
            "ipv6.conf.all.forwarding",
            "ipv4.conf.all.accept_redirects",
            "ipv4.conf.DEV.rp_filter",
            "ipv6.conf.DEV.disable_ipv6");

    private final Random random;

    public RandomEdit(long seed) {
        random = new Random(seed);
    }

    /** One that may leave the drawing as it is, or make it unfit to run. */
    public Edit next(Drawing d) {
        Topology t = d.topology();
        List<SpaceId> spaces = t.spaces().toList();
        if (spaces.isEmpty()) {
            return new Edit.AddNode(new Name(word("node", 5)), box());
        }
        SpaceId space = one(spaces);
        Namespace in = t.find(space).orElseThrow();
        List<PortId> ports = new ArrayList<>();
        spaces.forEach(s -> t.find(s).orElseThrow().interfaces().forEach(i -> ports.add(new PortId(s, i.name()))));
        List<PortId> bridges = new ArrayList<>();
        spaces.forEach(s -> t.find(s).orElseThrow().bridges().forEach(b -> bridges.add(new PortId(s, b.name()))));
        List<PortId> devices = new ArrayList<>(ports);
        devices.addAll(bridges);
        PortId free = new PortId(space, new IfName(word("x", 30)));
        PortId device = devices.isEmpty() ? free : one(devices);
        return switch (random.nextInt(31)) {
            case 0 -> new Edit.AddNode(new Name(word("node", 5)), box());
            case 1, 2 -> new Edit.AddNamespace(new SpaceId(space.node(), word("ns", 6)), box());
            case 3 -> new Edit.AddBridge(free, box());
            case 4, 5, 6, 7 -> cable(t, spaces);
            case 8 ->
                t.cables().isEmpty()
                        ? remove(space)
                        : new Edit.Remove(Element.CABLE + one(t.cables()).a());
            case 9 -> new Edit.Remove(device.toString());
            case 10 -> remove(space);
            case 11 -> bridges.isEmpty() ? new Edit.AddBridge(free, box()) : enslave(ports, one(bridges));
            case 12 -> new Edit.Free(device);
            case 13, 14 -> new Edit.SetAddresses(device, addresses());
            case 15 -> new Edit.SetMac(device, maybe(new Mac(0x02_00_00_00_00_00L + random.nextInt(1 << 20))));
            case 16 ->
                new Edit.SetMtu(
                        device,
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1300 + random.nextInt(2) * 100));
            case 17, 18 -> new Edit.SetUp(device, random.nextInt(3) > 0);
            case 19 -> new Edit.SetBridgeOptions(device, options());
            case 20, 21 -> new Edit.AddRoute(space, route(in));
            case 22 -> new Edit.SetRoutes(space, shuffled(in.routes()));
            case 23 ->
                new Edit.SetSysctl(
                        space,
                        one(SYSCTLS)
                                .replace(
                                        "DEV",
                                        device.space().equals(space)
                                                ? device.name().value()
                                                : "lo"),
                        maybe(Integer.toString(random.nextInt(2))));
            case 24 -> new Edit.SetNat(space, nat());
            case 25 -> new Edit.SetFirewall(space, firewall());
            case 26 -> new Edit.SetContainer(space, container());
            case 27 -> rename(device, space);
            case 28 -> lan(t, ports);
            case 29 -> upper(space, in);
            default -> other(space, device);
        };
    }

    private Edit upper(SpaceId space, Namespace in) {
        List<IfName> free = new ArrayList<>(in.interfaces().stream()
                .map(dev.pathlight.topology.Interface::name)
                .filter(n -> in.bridgeOf(n).isEmpty())
                .toList());
        java.util.Collections.shuffle(free, random);
        return new Edit.AddInterface(space, RandomUpper.over(free, new IfName(word("u", 9)), random));
    }

    private Edit other(SpaceId space, PortId device) {
        return switch (random.nextInt(4)) {
            case 0 -> new Edit.MoveBoxes(Map.of(space.toString(), box()));
            case 1 -> new Edit.AddNote(new Note(new Name(word("note", 9)), Texts.NONE), box());
            case 2 -> new Edit.SetTitle(space.toString(), Texts.NONE);
            default ->
                new Edit.AddInterface(
                        device.space(),
                        new Interface(
                                new IfName(word("vx", 4)),
                                vxlan(device),
                                Optional.empty(),
                                OptionalInt.empty(),
                                addresses(),
                                random.nextInt(4) > 0));
        };
    }

    private LinkKind.Vxlan vxlan(PortId device) {
        List<LinkKind.Vxlan.Peer> peers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            peers.add(new LinkKind.Vxlan.Peer(
                    new Mac(0x02_00_00_00_10_00L + i),
                    IpAddress.parse("10.0.9." + i),
                    maybe(IpAddress.parse("10.7.0." + i))));
        }
        return new LinkKind.Vxlan(
                1 + random.nextInt(3),
                device.name(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                true,
                peers);
    }

    private Edit enslave(List<PortId> ports, PortId bridge) {
        List<PortId> same =
                ports.stream().filter(p -> p.space().equals(bridge.space())).toList();
        return same.isEmpty() ? new Edit.Remove(bridge.toString()) : new Edit.Enslave(one(same), bridge.name());
    }

    private Edit remove(SpaceId space) {
        return new Edit.Remove(space.toString());
    }

    private Edit cable(Topology t, List<SpaceId> spaces) {
        return new Edit.AddCable(end(t, one(spaces)), end(t, one(spaces)));
    }

    private Edit.AddCable.End end(Topology t, SpaceId space) {
        PortId port = new PortId(space, new IfName(word("e", 40)));
        List<Bridge> bridges = t.find(space).orElseThrow().bridges();
        return bridges.isEmpty() || random.nextBoolean()
                ? Edit.AddCable.End.at(port)
                : Edit.AddCable.End.on(port, one(bridges).name());
    }

    private Edit rename(PortId device, SpaceId space) {
        return random.nextInt(3) > 0
                ? new Edit.Rename(device.toString(), word("r", 30))
                : new Edit.Rename(space.toString(), word("ren", 30));
    }

    private Edit lan(Topology t, List<PortId> ports) {
        List<PortId> nics = ports.stream()
                .filter(p -> p.space().isRoot() && random.nextBoolean())
                .limit(4)
                .toList();
        Lan lan = new Lan(new Name(word("lan", 3)), Texts.NONE, nics);
        return t.lans().stream().anyMatch(l -> l.name().equals(lan.name()))
                ? new Edit.SetLan(lan)
                : new Edit.AddLan(lan, box());
    }

    private Route route(Namespace in) {
        String to = one(List.of("10.200.0.0/16", "10.0.1.0/24", "0.0.0.0/0", "fd00:9::/64", "10.201.0.0/16"));
        Cidr destination = Cidr.parse(to);
        List<Cidr> own = in.interfaces().stream()
                .flatMap(i -> i.addresses().stream())
                .filter(a -> a.address().v6() == destination.address().v6())
                .toList();
        if (own.isEmpty() || random.nextInt(3) == 0) {
            List<Interface> links = in.interfaces();
            Route blackhole = new Route(
                    Route.Kind.BLACKHOLE,
                    destination,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    false);
            return links.isEmpty()
                    ? blackhole
                    : new Route(
                            Route.Kind.UNICAST,
                            destination,
                            Optional.empty(),
                            Optional.of(one(links).name()),
                            Optional.empty(),
                            random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(50),
                            OptionalInt.empty(),
                            false);
        }
        String address = one(own).address().toString();
        return Route.via(destination, IpAddress.parse(address.substring(0, address.length() - 1) + "9"));
    }

    private List<Route> shuffled(List<Route> routes) {
        List<Route> some = new ArrayList<>(routes);
        Collections.shuffle(some, random);
        return some.isEmpty() || random.nextBoolean() ? some : some.subList(1, some.size());
    }

    private List<Cidr> addresses() {
        List<Cidr> some = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(Cidr.parse(
                    random.nextInt(4) > 0
                            ? "10.0." + random.nextInt(4) + "." + (1 + random.nextInt(8)) + "/24"
                            : "fd00:" + random.nextInt(3) + "::" + (1 + random.nextInt(8)) + "/64"));
        }
        return some;
    }

    private BridgeOptions options() {
        OptionalInt ageing = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(2) * 60);
        return new BridgeOptions(
                random.nextBoolean(),
                ageing,
                OptionalInt.empty(),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(4096),
                random.nextInt(4) == 0,
                random.nextBoolean(),
                random.nextBoolean());
    }

    private Nat nat() {
        return random.nextInt(3) == 0
                ? Nat.NONE
                : new Nat(
                        List.of(new Nat.Masquerade(
                                Cidr.parse("10.0." + random.nextInt(4) + ".0/24"), Optional.empty(), List.of())),
                        List.of());
    }

    private Firewall firewall() {
        List<Firewall.Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rules.add(
                    Firewall.Rule.every(one(List.of(Firewall.Hook.values())), one(List.of(Firewall.Verdict.values()))));
        }
        return Firewall.NONE.withRules(rules);
    }

    private Container container() {
        return new Container(
                new Name(word("c", 3)),
                random.nextBoolean() ? List.of() : List.of("sleep", "1000"),
                Optional.empty(),
                List.of());
    }

    private Layout.Box box() {
        return new Layout.Box(random.nextInt(900), random.nextInt(600), 100, 60);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private String word(String stem, int most) {
        return stem + random.nextInt(most);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
