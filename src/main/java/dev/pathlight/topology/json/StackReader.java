package dev.pathlight.topology.json;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the fields of one network stack: a node's own, or a namespace's. */
final class StackReader {
    private static final IfName NO_NAME = new IfName("unnamed");
    private static final IpAddress NO_ADDRESS = IpAddress.parse("0.0.0.0");
    private static final Cidr NO_NETWORK = Cidr.parse("0.0.0.0/0");
    private static final int VLANS = 4094;
    private static final int MOST = Integer.MAX_VALUE;
    private static final List<String> KINDS = Stream.of(Route.Kind.values())
            .map(k -> k.name().toLowerCase(Locale.ROOT))
            .toList();

    private StackReader() {}

    static Namespace read(Fields f, String name, Texts title) {
        return new Namespace(
                name,
                title,
                f.objects("interfaces", Sentence.of("an interface"), StackReader::link),
                f.objects("bridges", Sentence.of("a bridge"), StackReader::bridge),
                f.objects("routes", Sentence.of("a route"), StackReader::route),
                f.object("sysctls", Sentence.of("sysctls"), StackReader::sysctls)
                        .orElseGet(TreeMap::new),
                f.object("nat", Sentence.of("NAT"), StackReader::nat).orElse(Nat.NONE),
                f.object("firewall", Sentence.of("a firewall"), FirewallText::read)
                        .orElse(Firewall.NONE),
                f.objects("containers", Sentence.of("a container"), StackReader::container));
    }

    static IfName ifName(Fields f, String key) {
        return f.required(key, "\"" + key + "\": \"veth0\"", NO_NAME, k -> f.value(k, IfName::problem, IfName::new));
    }

    private static Optional<Mac> mac(Fields f) {
        return f.value("mac", Mac::problem, Mac::parse);
    }

    private static List<Cidr> addresses(Fields f) {
        return f.values("addresses", Cidr::problem, Cidr::parse);
    }

    private static Interface link(Fields f) {
        return new Interface(
                ifName(f, "name"),
                LinkKindReader.read(f),
                mac(f),
                f.integer("mtu", 0, MOST),
                addresses(f),
                f.flag("up", true),
                f.integer("pvid", 1, VLANS));
    }

    private static Bridge bridge(Fields f) {
        return new Bridge(
                ifName(f, "name"),
                f.values("ports", IfName::problem, IfName::new),
                options(f),
                mac(f),
                f.integer("mtu", 0, MOST),
                addresses(f),
                f.flag("up", true));
    }

    private static BridgeOptions options(Fields f) {
        return new BridgeOptions(
                f.flag("stp", false),
                f.integer("ageing_seconds", 0, MOST),
                f.integer("forward_delay_seconds", 0, MOST),
                f.integer("priority", 0, MOST),
                f.flag("vlan_filtering", false),
                f.flag("multicast_snooping", true),
                f.flag("hairpin", false));
    }

    private static Route route(Fields f) {
        Optional<IpAddress> via = f.value("via", IpAddress::problem, IpAddress::parse);
        Optional<IpAddress> source = f.value("src", IpAddress::problem, IpAddress::parse);
        UnaryOperator<String> spelledOut = to -> to.equals(RouteText.DEFAULT) ? RouteText.anywhere(via, source) : to;
        Cidr to = f.required(
                "to",
                "\"to\": \"10.1.2.0/24\" or \"to\": \"default\"",
                NO_NETWORK,
                k -> f.value(k, t -> RouteText.problem(spelledOut.apply(t)), t -> Cidr.parse(spelledOut.apply(t))));
        OptionalInt metric = f.integer("metric", 0, MOST);
        String kind = f.word("kind", KINDS).orElse("unicast");
        return new Route(
                Route.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                to,
                via,
                f.value("dev", IfName::problem, IfName::new),
                source,
                metric,
                f.integer("table", 0, MOST),
                f.flag("onlink", false));
    }

    private static SortedMap<String, String> sysctls(Fields f) {
        SortedMap<String, String> out = new TreeMap<>();
        for (String key : f.names()) {
            switch (f.json(key).orElseThrow()) {
                case Json.Num n ->
                    f.number(key, -RouteText.SYSCTL, RouteText.SYSCTL).ifPresent(v -> out.put(key, "" + v));
                case Json other -> f.text(key).ifPresent(v -> out.put(key, v));
            }
        }
        return out;
    }

    private static Nat nat(Fields f) {
        return new Nat(
                f.objects("masquerade", Sentence.of("a masquerade"), StackReader::masquerade),
                f.objects("publish", Sentence.of("a published port"), StackReader::mapping));
    }

    private static Nat.Masquerade masquerade(Fields f) {
        Cidr source = f.required(
                "source", "\"source\": \"10.1.1.0/24\"", NO_NETWORK, k -> f.value(k, Cidr::problem, Cidr::parse));
        return new Nat.Masquerade(
                source,
                f.value("except_out", IfName::problem, IfName::new),
                f.values("except_to", Cidr::problem, Cidr::parse));
    }

    private static Nat.PortMapping mapping(Fields f) {
        return new Nat.PortMapping(
                f.word("protocol", Nat.PortMapping.PROTOCOLS).orElse("tcp"),
                f.value("address", IpAddress::problem, IpAddress::parse),
                port(f, "port"),
                address(f, "to"),
                port(f, "to_port"));
    }

    static IpAddress address(Fields f, String key) {
        return f.required(
                key,
                "\"" + key + "\": \"10.1.1.2\"",
                NO_ADDRESS,
                k -> f.value(k, IpAddress::problem, IpAddress::parse));
    }

    static int port(Fields f, String key) {
        return number(f, key, 1, 65_535);
    }

    static int number(Fields f, String key, int least, int most) {
        return f.required(key, "\"" + key + "\": " + Math.max(least, 80), least, k -> {
            OptionalInt n = f.integer(k, least, most);
            return n.isPresent() ? Optional.of(n.getAsInt()) : Optional.empty();
        });
    }

    private static Container container(Fields f) {
        return new Container(
                DrawingReader.name(f, "name"),
                f.values("command", argument -> Optional.empty(), argument -> argument),
                f.text("image"),
                f.objects("listens", Sentence.of("what a container listens on"), StackReader::listen));
    }

    private static Container.Listen listen(Fields f) {
        String protocol = f.word("protocol", Container.Listen.PROTOCOLS).orElse("tcp");
        return new Container.Listen(protocol, port(f, "port"));
    }
}
