package dev.pathlight.topology.json;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Impairment;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes drawings of every shape that the values allow, sensible or not; the same ones for the same seed. */
final class Drawings {
    private static final List<String> WORDS = List.of(
            "", "a", "two words", "\"quoted\" \\ and\ttabbed\n", "网桥", "🧭", "\ud800", "\u0000\u001f\u007f", "é/ü:%");

    private final Random random;

    private Drawings(long seed) {
        random = new Random(seed);
    }

    static Drawing of(long seed) {
        return new Drawings(seed).drawing();
    }

    private Drawing drawing() {
        TreeMap<String, Layout.Box> boxes = new TreeMap<>();
        list(3, () -> some("this", "this/ns1", "lan:x", "odd \"path\"", "")).forEach(p -> boxes.put(p, box()));
        Topology t = new Topology(
                name(),
                texts(),
                texts(),
                list(2, this::node),
                list(3, () -> new Cable(port(), port(), maybe(this::impairment))),
                list(2, () -> new Lan(name(), texts(), list(3, this::port))),
                list(2, () -> new Note(name(), texts(), random.nextBoolean())),
                maybe(this::flannel));
        return new Drawing(t, new Layout(boxes, marks()));
    }

    private Marks marks() {
        TreeMap<String, Integer> heights = new TreeMap<>();
        paths().forEach(p -> heights.put(p, random.nextInt(2 * Marks.HIGHEST + 1) - Marks.HIGHEST));
        return new Marks(
                list(2, () -> new Group(name(), texts(), some(Group.Colour.values()))),
                new TreeSet<>(paths()),
                new TreeSet<>(paths()),
                heights);
    }

    private List<String> paths() {
        return list(2, () -> some("this", "this/ns1", "note:x", "odd \"path\"", ""));
    }

    private Node node() {
        Optional<String> host =
                maybe(() -> some("local", "ssh://k8s-1", "ssh://me@10.0.0.1:2222", "ssh://me@[fd00::1]:22"));
        return new Node(name(), texts(), host, space("", Texts.NONE), list(2, () -> space(name().value(), texts())));
    }

    private Namespace space(String name, Texts title) {
        TreeMap<String, String> sysctls = new TreeMap<>();
        list(3, () -> some("ipv4.ip_forward", "ipv4.conf.eth0.rp_filter", "a\"b", "net/../x", ""))
                .forEach(k ->
                        sysctls.put(k, some("0", "1", "-1", "01", "-0", "1 2", "", "99999999999999999999", "1e3")));
        Nat nat = new Nat(list(1, this::masquerade), list(1, this::mapping));
        return new Namespace(
                name,
                title,
                list(3, this::link),
                list(2, this::bridge),
                list(3, this::route),
                sysctls,
                nat,
                firewall(),
                list(2, this::container));
    }

    private Interface link() {
        return new Interface(
                ifName(), kind(), maybe(this::mac), number(70_000), list(3, this::cidr), random.nextInt(4) > 0);
    }

    private LinkKind kind() {
        return switch (random.nextInt(12)) {
            case 0 -> new LinkKind.Dummy();
            case 1 ->
                new LinkKind.Vxlan(
                        random.nextInt(1 << 24),
                        ifName(),
                        maybe(this::ip),
                        maybe(this::ip),
                        port16(),
                        random.nextBoolean(),
                        list(2, () -> new LinkKind.Vxlan.Peer(mac(), ip(), maybe(this::ip))));
            case 2 -> new LinkKind.Vlan(ifName(), 1 + random.nextInt(4094));
            case 3 -> new LinkKind.Macvlan(ifName(), one(LinkKind.MACVLAN_MODES));
            case 4 -> new LinkKind.Ipvlan(ifName(), one(LinkKind.IPVLAN_MODES));
            case 5 -> new LinkKind.Vrf(1 + random.nextInt(1000), list(2, this::ifName));
            case 6 -> new LinkKind.Tunnel(one(LinkKind.TUNNEL_KINDS), ip(), ip());
            case 7 -> new LinkKind.Wireguard(1 + random.nextInt(65_535));
            case 8 -> new LinkKind.Bond(one(LinkKind.BOND_MODES), list(2, this::ifName));
            default -> new LinkKind.CableEnd();
        };
    }

    private Bridge bridge() {
        BridgeOptions options = new BridgeOptions(
                random.nextBoolean(),
                number(2_000_000),
                number(40),
                number(70_000),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
        return new Bridge(
                ifName(),
                list(3, this::ifName),
                options,
                maybe(this::mac),
                number(70_000),
                list(2, this::cidr),
                random.nextBoolean());
    }

    private Route route() {
        return new Route(
                some(Route.Kind.values()),
                random.nextInt(3) == 0 ? Cidr.parse(some("0.0.0.0/0", "::/0")) : cidr().network(),
                maybe(this::ip),
                maybe(this::ifName),
                maybe(this::ip),
                number(5_000),
                number(300),
                random.nextBoolean());
    }

    private Nat.Masquerade masquerade() {
        return new Nat.Masquerade(cidr(), maybe(this::ifName), list(2, this::cidr));
    }

    private Nat.PortMapping mapping() {
        String protocol = one(Nat.PortMapping.PROTOCOLS);
        return new Nat.PortMapping(
                protocol, maybe(this::ip), 1 + random.nextInt(65_535), ip(), 1 + random.nextInt(65_535));
    }

    private Firewall firewall() {
        TreeMap<Firewall.Hook, Firewall.Policy> policies = new TreeMap<>();
        list(2, () -> some(Firewall.Hook.values())).forEach(h -> policies.put(h, some(Firewall.Policy.values())));
        return new Firewall(policies, list(2, this::filter));
    }

    private Firewall.Rule filter() {
        return new Firewall.Rule(
                some(Firewall.Hook.values()),
                some(Firewall.Verdict.values()),
                maybe(this::cidr),
                maybe(this::cidr),
                maybe(() -> one(Firewall.Rule.PROTOCOLS)),
                port16(),
                maybe(this::ifName),
                maybe(this::ifName),
                list(2, () -> one(Firewall.Rule.STATES)),
                one(WORDS));
    }

    private Container container() {
        return new Container(
                name(),
                list(3, () -> one(WORDS)),
                maybe(() -> one(WORDS)),
                list(2, () -> new Container.Listen(one(Container.Listen.PROTOCOLS), 1 + random.nextInt(65_535))));
    }

    private Flannel flannel() {
        int prefix = 8 + random.nextInt(20);
        Cidr network = new Cidr(new IpAddress(false, 0, 0x0a00_0000L), prefix);
        int length = prefix + 1 + random.nextInt(30 - prefix);
        Flannel.Range whole = Flannel.Range.of(network, length);
        Flannel.Range range = some(whole, new Flannel.Range(network, length, whole.first(), whole.first()));
        Flannel.Backend backend = some(
                new Flannel.Backend.HostGw(),
                new Flannel.Backend.Vxlan(1 + random.nextInt(0xff_ffff), 1 + random.nextInt(65_535)));
        return new Flannel(
                range,
                backend,
                new Flannel.Cni(
                        ifName(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        number(70_000)));
    }

    private Impairment impairment() {
        return new Impairment(
                random.nextInt(9) * 1000L, random.nextInt(3), random.nextInt(3) * 33.3, random.nextInt(5));
    }

    private Layout.Box box() {
        return new Layout.Box(random.nextInt(2000) - 500, random.nextDouble() * -3, 1 + random.nextInt(500), 0.5);
    }

    private Texts texts() {
        TreeMap<String, String> words = new TreeMap<>();
        list(2, () -> some("en", "zh", "pt-BR")).forEach(tag -> words.put(tag, one(WORDS)));
        return new Texts(words);
    }

    private PortId port() {
        return new PortId(new SpaceId(name(), random.nextBoolean() ? "" : name().value()), ifName());
    }

    private Name name() {
        return new Name(some("this", "k8s-1", "ns1", "a", "x_y.z", "0"));
    }

    private IfName ifName() {
        return new IfName(some("eth0", "br-veth0", "é", "a@b", "flannel.1", "\"q\"", "123456789012345"));
    }

    private Mac mac() {
        return new Mac(random.nextLong() >>> 16);
    }

    private IpAddress ip() {
        byte[] b = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(b);
        // Runs of zeros are what the shortest form of IPv6 is about.
        IntStream.range(0, b.length).filter(i -> random.nextBoolean()).forEach(i -> b[i] = 0);
        b[0] = 32;
        return IpAddress.of(b);
    }

    private Cidr cidr() {
        IpAddress a = ip();
        return new Cidr(a, random.nextInt(a.width() + 1));
    }

    private OptionalInt port16() {
        return random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(65_535)) : OptionalInt.empty();
    }

    private OptionalInt number(int most) {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(most)) : OptionalInt.empty();
    }

    private <T> Optional<T> maybe(Supplier<T> make) {
        return random.nextBoolean() ? Optional.of(make.get()) : Optional.empty();
    }

    private <T> List<T> list(int most, Supplier<T> make) {
        List<T> out = new ArrayList<>();
        int n = random.nextInt(most + 1);
        for (int i = 0; i < n; i++) {
            out.add(make.get());
        }
        return out;
    }

    @SafeVarargs
    private <T> T some(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
