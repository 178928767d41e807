package dev.pathlight.view;

import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Growth;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Lines;
import dev.pathlight.view.Entry.Link;
import dev.pathlight.view.Entry.Links;
import dev.pathlight.view.Entry.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Lays out what can be changed about a thing; what matters in a lecture comes first. */
final class Form {
    private final Drawing drawing;
    private final Topology topology;
    private final Phrases phrases;
    private final KernelFeatures kernel;

    Form(Drawing drawing, Phrases phrases, KernelFeatures kernel) {
        this.drawing = drawing;
        topology = drawing.topology();
        this.phrases = phrases;
        this.kernel = kernel;
    }

    List<Entry> of(Element element) {
        return switch (element) {
            case Element.OfTopology t -> whole();
            case Element.OfNode n -> node(n.node());
            case Element.OfNamespace s ->
                joined(
                        List.of(name(s.namespace().name())),
                        title(s.namespace().title()),
                        new SpaceForm(topology, s.id(), s.namespace()).rows(),
                        box(s.id().toString()));
            case Element.OfBridge b -> joined(bridge(b.id(), b.bridge()), box(b.id().toString()));
            case Element.OfInterface i -> port(i.id(), i.link());
            case Element.OfContainer c -> container(c.container());
            case Element.OfCable c -> new CableForm(topology, c.cable()).rows();
            case Element.OfLan l ->
                joined(lan(l.lan()), box(Element.LAN + l.lan().name()));
            case Element.OfNote n ->
                joined(
                        List.of(name(n.note().id().value())),
                        Wording.words(Property.TEXT, n.note().text(), locale()),
                        List.of(new Switch(Property.FRAMED, n.note().framed())),
                        box(Element.NOTE + n.note().id()));
        };
    }

    @SafeVarargs
    private static List<Entry> joined(List<? extends Entry>... parts) {
        List<Entry> all = new ArrayList<>();
        for (List<? extends Entry> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private Locale locale() {
        return phrases.locale().get();
    }

    private List<Entry> whole() {
        return joined(
                List.of(name(topology.name().value())),
                Wording.lines(Property.TITLE, topology.title(), locale(), ""),
                Wording.words(Property.DESCRIPTION, topology.description(), locale()),
                new FlannelForm(topology.flannel()).rows());
    }

    private List<Entry> node(Node n) {
        return joined(
                List.of(name(n.name().value())),
                title(n.title()),
                List.of(new Line(Property.HOST, n.host().orElse(""), phrases.say("form.host.none"))),
                new SpaceForm(topology, SpaceId.root(n.name()), n.root()).rows(),
                box(n.name().value()));
    }

    /** Of a frame around other boxes. */
    List<Entry> of(Group group) {
        return joined(
                List.of(name(group.id().value())),
                title(group.title()),
                List.of(MarksForm.colour(group)),
                box(group.path()));
    }

    private List<Entry> box(String path) {
        return new MarksForm(drawing, path)
                .rows(topology.nodes().stream().anyMatch(n -> n.name().value().equals(path)));
    }

    private List<Entry> bridge(PortId id, Bridge b) {
        BridgeOptions o = b.options();
        return List.of(
                name(b.name().value()),
                addresses(id, b.addresses()),
                new Links(Property.PORTS, inside(id.space(), b.ports().stream()), true, free(id.space())),
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
        form.addAll(new KindForm(id, topology, i).rows());
        topology.find(id.space()).filter(s -> !s.bridges().isEmpty()).ifPresent(s -> form.add(membership(id, s)));
        if (hasVlan(id, i)) {
            form.add(number(Property.PVID, i.pvid(), "1"));
        }
        form.add(mac(i.mac()));
        form.add(number(Property.MTU, i.mtu(), "1500"));
        form.add(new Switch(Property.UP, i.up()));
        return form;
    }

    /** Those of its interfaces that are a port of no bridge. */
    private Growth free(SpaceId id) {
        return new Growth.Joining(topology.find(id).stream()
                .flatMap(s -> s.interfaces().stream()
                        .map(Interface::name)
                        .filter(n -> s.bridgeOf(n).isEmpty()))
                .map(IfName::value)
                .toList());
    }

    private List<Entry> container(Container c) {
        return List.of(
                name(c.name().value()),
                new Line(Property.IMAGE, c.image().orElse(""), phrases.say("form.image.none")),
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

    private List<Entry> lan(Lan l) {
        return joined(
                List.of(name(l.name().value())),
                title(l.title()),
                List.of(new Links(
                        Property.NICS,
                        l.nics().stream()
                                .map(p -> new Link(Places.shortName(p), p.toString()))
                                .toList(),
                        false,
                        new Growth.Joining(CableForm.unplugged(topology)))));
    }

    private static Line name(String text) {
        return new Line(Property.NAME, text, "");
    }

    private List<Entry> title(Texts title) {
        return Wording.lines(Property.TITLE, title, locale(), phrases.say("form.title.none"));
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
