package dev.pathlight.view;

import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Lines;
import dev.pathlight.view.Entry.Link;
import dev.pathlight.view.Entry.Links;
import dev.pathlight.view.Entry.Switch;
import dev.pathlight.view.Entry.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Lays out what can be changed about a thing; what matters in a lecture comes first. */
final class Form {
    static final String FORWARD = "ipv4.ip_forward";
    static final String FORWARD_V6 = "ipv6.conf.all.forwarding";

    private static final List<String> SWITCHED = List.of(FORWARD, FORWARD_V6);

    private final Topology topology;
    private final Phrases phrases;
    private final KernelFeatures kernel;

    Form(Topology topology, Phrases phrases, KernelFeatures kernel) {
        this.topology = topology;
        this.phrases = phrases;
        this.kernel = kernel;
    }

    List<Entry> of(Element element) {
        return switch (element) {
            case Element.OfTopology t -> List.of();
            case Element.OfNode n ->
                space(
                        SpaceId.root(n.node().name()),
                        n.node().root(),
                        n.node().name().value(),
                        n.node().title());
            case Element.OfNamespace s ->
                space(s.id(), s.namespace(), s.namespace().name(), s.namespace().title());
            case Element.OfBridge b -> bridge(b.id(), b.bridge());
            case Element.OfInterface i -> port(i.id(), i.link());
            case Element.OfContainer c -> container(c.container());
            case Element.OfCable c -> cable(c.cable());
            case Element.OfLan l -> lan(l.lan());
            case Element.OfNote n ->
                List.of(new Words(
                        Property.TEXT, n.note().text().in(phrases.locale().get())));
        };
    }

    private List<Entry> space(SpaceId id, Namespace s, String name, Texts title) {
        return List.of(
                name(name),
                title(title),
                new Lines(
                        Property.ROUTES,
                        s.routes().stream().map(RouteLine::write).toList(),
                        true,
                        "10.1.2.0/24 via 10.1.1.1"),
                new Switch(Property.FORWARD, isOn(s, FORWARD)),
                new Switch(Property.FORWARD_V6, isOn(s, FORWARD_V6)),
                new Lines(Property.SYSCTLS, sysctls(s), false, "ipv4.conf.all.rp_filter = 0"),
                new Links(
                        Property.INTERFACES, inside(id, s.interfaces().stream().map(Interface::name)), false),
                new Links(Property.BRIDGES, inside(id, s.bridges().stream().map(Bridge::name)), false),
                new Links(Property.CONTAINERS, containers(id, s), false),
                new Lines(
                        Property.MASQUERADE,
                        s.nat().masquerades().stream().map(FilterLine::write).toList(),
                        false,
                        "172.17.0.0/16 except docker0"),
                new Lines(
                        Property.PUBLISH,
                        s.nat().portMappings().stream().map(FilterLine::write).toList(),
                        false,
                        "8080/tcp to 172.17.0.2:80"),
                new Lines(
                        Property.FILTERS,
                        s.firewall().rules().stream().map(FilterLine::write).toList(),
                        true,
                        "forward drop from 10.1.1.0/24"),
                new Lines(
                        Property.POLICIES,
                        s.firewall().policies().entrySet().stream()
                                .map(FilterLine::write)
                                .toList(),
                        false,
                        "forward drop"));
    }

    private static List<Link> containers(SpaceId id, Namespace s) {
        return s.containers().stream()
                .map(c -> new Link(c.name().value(), id + "/" + c.name()))
                .toList();
    }

    private static boolean isOn(Namespace s, String key) {
        return "1".equals(s.sysctls().get(key));
    }

    /** Those that have no switch of their own, as {@code key = value}. */
    private static List<String> sysctls(Namespace s) {
        return keys(s).stream().map(k -> k + " = " + s.sysctls().get(k)).toList();
    }

    /** The keys of the sysctls that have no switch of their own, in the order of their lines. */
    static List<String> keys(Namespace s) {
        return s.sysctls().keySet().stream().filter(k -> !SWITCHED.contains(k)).toList();
    }

    private List<Entry> bridge(PortId id, Bridge b) {
        BridgeOptions o = b.options();
        return List.of(
                name(b.name().value()),
                addresses(id, b.addresses()),
                new Links(Property.PORTS, inside(id.space(), b.ports().stream()), true),
                number(Property.AGEING, o.ageingSeconds(), "300"),
                new Switch(Property.STP, o.stp(), lacking(Feature.SPANNING_TREE)),
                number(Property.DELAY, o.forwardDelaySeconds(), "15"),
                number(Property.PRIORITY, o.priority(), "32768"),
                new Switch(Property.VLAN, o.vlanFiltering(), lacking(Feature.VLAN_FILTERING)),
                new Switch(Property.SNOOPING, o.multicastSnooping()),
                new Switch(Property.HAIRPIN, o.hairpin()),
                mac(b.mac()),
                number(Property.MTU, b.mtu(), "1500"),
                new Switch(Property.UP, b.up()));
    }

    private String lacking(Feature feature) {
        return kernel.lacks(feature).map(phrases::say).orElse("");
    }

    /** Asked for where it means something, or is there to be taken out. */
    private boolean hasVlan(PortId id, Interface i) {
        return i.pvid().isPresent()
                || topology.find(id.space()).stream()
                        .flatMap(s -> s.bridges().stream())
                        .anyMatch(b -> b.options().vlanFiltering() && b.ports().contains(i.name()));
    }

    private List<Entry> port(PortId id, Interface i) {
        List<Entry> form = new ArrayList<>();
        form.add(name(i.name().value()));
        form.add(addresses(id, i.addresses()));
        topology.find(id.space()).filter(s -> !s.bridges().isEmpty()).ifPresent(s -> form.add(membership(id, s)));
        if (hasVlan(id, i)) {
            form.add(number(Property.PVID, i.pvid(), "1"));
        }
        form.add(mac(i.mac()));
        form.add(number(Property.MTU, i.mtu(), "1500"));
        form.add(new Switch(Property.UP, i.up()));
        return form;
    }

    private static List<Entry> container(Container c) {
        return List.of(
                name(c.name().value()),
                new Lines(Property.COMMAND, c.command(), true, "nginx"),
                new Lines(Property.LISTENS, ContainerLines.listens(c), false, "http:80"));
    }

    private static Choice membership(PortId port, Namespace s) {
        List<String> options = Stream.concat(
                        Stream.of(""), s.bridges().stream().map(b -> b.name().value()))
                .toList();
        Optional<IfName> chosen = s.bridgeOf(port.name()).map(Bridge::name);
        return new Choice(
                Property.BRIDGE,
                options,
                chosen.map(IfName::value).orElse(""),
                chosen.map(b -> new PortId(port.space(), b).toString()).orElse(""));
    }

    private static List<Entry> cable(Cable c) {
        return List.of(end(Property.END_A, c.a()), end(Property.END_B, c.b()));
    }

    private static Line end(Property property, PortId port) {
        return new Line(property, port.name().value(), "", port.space().shortName());
    }

    private List<Entry> lan(Lan l) {
        return List.of(
                name(l.name().value()),
                title(l.title()),
                new Links(
                        Property.INTERFACES,
                        l.nics().stream()
                                .map(p -> new Link(Places.shortName(p), p.toString()))
                                .toList(),
                        false));
    }

    private static Line name(String text) {
        return new Line(Property.NAME, text, "");
    }

    private Line title(Texts title) {
        return new Line(Property.TITLE, title.in(phrases.locale().get()), phrases.say("form.title.none"));
    }

    /** The example is the next address that is free where the port is. */
    private Lines addresses(PortId id, List<Cidr> addresses) {
        return new Lines(
                Property.ADDRESSES,
                addresses.stream().map(Cidr::toString).toList(),
                false,
                Suggest.address(topology, id).map(Cidr::toString).orElse("10.1.1.2/24"));
    }

    private Line mac(Optional<Mac> mac) {
        return new Line(Property.MAC, mac.map(Mac::toString).orElse(""), phrases.say("form.mac.none"));
    }

    private static Line number(Property property, OptionalInt n, String otherwise) {
        return new Line(property, n.isPresent() ? String.valueOf(n.getAsInt()) : "", otherwise);
    }

    private static List<Link> inside(SpaceId space, Stream<IfName> names) {
        return names.map(n -> new Link(n.value(), new PortId(space, n).toString()))
                .toList();
    }
}
