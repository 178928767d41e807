package dev.pathlight.view;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Lines;
import dev.pathlight.view.Entry.Link;
import dev.pathlight.view.Entry.Links;
import dev.pathlight.view.Entry.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Lays out what can be changed about a thing. */
final class Form {
    static final String FORWARD = "ipv4.ip_forward";

    private Form() {}

    /** The parts of the form for {@code element}, words in {@code locale}'s language. */
    static List<Entry> of(Element element, Locale locale) {
        return switch (element) {
            case Element.OfTopology t -> List.of();
            case Element.OfNode n ->
                space(
                        SpaceId.root(n.node().name()),
                        n.node().root(),
                        List.of(
                                line(Property.NAME, n.node().name().value()),
                                new Line(Property.TITLE, n.node().title().in(locale), "Router")));
            case Element.OfNamespace s ->
                space(
                        s.id(),
                        s.namespace(),
                        List.of(
                                line(Property.NAME, s.namespace().name()),
                                new Line(Property.TITLE, s.namespace().title().in(locale), "Pod 1")));
            case Element.OfBridge b -> bridge(b.id(), b.bridge());
            case Element.OfInterface i -> port(i.link());
            case Element.OfCable c -> List.of(ends(c.cable()));
            case Element.OfLan l ->
                List.of(
                        line(Property.NAME, l.lan().name().value()),
                        new Line(Property.TITLE, l.lan().title().in(locale), "LAN"),
                        new Links(Property.INTERFACES, links(l.lan().nics()), false));
            case Element.OfNote n -> List.of(line(Property.TEXT, n.note().text().in(locale)));
        };
    }

    private static List<Entry> space(SpaceId id, Namespace s, List<Line> names) {
        List<Entry> form = new ArrayList<>(names);
        form.add(new Switch(Property.FORWARD, "1".equals(s.sysctls().get(FORWARD))));
        form.add(new Lines(
                Property.ROUTES, s.routes().stream().map(RouteLine::write).toList(), true, "default via 10.1.1.1"));
        form.add(new Lines(Property.SYSCTLS, sysctls(s), false, "ipv4.conf.all.rp_filter = 0"));
        form.add(new Links(
                Property.INTERFACES,
                inside(id, s.interfaces().stream().map(Interface::name).toList()),
                false));
        form.add(new Links(
                Property.BRIDGES,
                inside(id, s.bridges().stream().map(Bridge::name).toList()),
                false));
        return form;
    }

    /** Those that have no switch of their own, as {@code key = value}. */
    static List<String> sysctls(Namespace s) {
        return s.sysctls().entrySet().stream()
                .filter(e -> !e.getKey().equals(FORWARD))
                .map(e -> e.getKey() + " = " + e.getValue())
                .toList();
    }

    private static List<Entry> bridge(PortId id, Bridge b) {
        return List.of(
                line(Property.NAME, b.name().value()),
                new Line(Property.ADDRESSES, joined(b.addresses()), "10.1.1.1/24"),
                new Links(Property.PORTS, inside(id.space(), b.ports()), true),
                new Switch(Property.STP, b.options().stp()),
                new Line(Property.AGEING, number(b.options().ageingSeconds()), "300"),
                new Line(Property.MAC, b.mac().map(Mac::toString).orElse(""), "02:00:00:00:00:01"),
                new Line(Property.MTU, number(b.mtu()), "1500"));
    }

    private static List<Entry> port(Interface i) {
        return List.of(
                line(Property.NAME, i.name().value()),
                new Line(Property.ADDRESSES, joined(i.addresses()), "10.1.1.2/24"),
                new Line(Property.MAC, i.mac().map(Mac::toString).orElse(""), "02:00:00:00:00:02"),
                new Line(Property.MTU, number(i.mtu()), "1500"),
                new Switch(Property.UP, i.up()));
    }

    private static Links ends(Cable c) {
        return new Links(Property.ENDS, links(List.of(c.a(), c.b())), false);
    }

    private static Line line(Property property, String text) {
        return new Line(property, text, "");
    }

    private static List<Link> inside(SpaceId space, List<IfName> names) {
        return names.stream()
                .map(n -> new Link(n.value(), new PortId(space, n).toString()))
                .toList();
    }

    private static List<Link> links(List<PortId> ports) {
        return ports.stream()
                .map(p -> new Link(Places.shortName(p), p.toString()))
                .toList();
    }

    private static String number(OptionalInt n) {
        return n.isPresent() ? String.valueOf(n.getAsInt()) : "";
    }

    private static String joined(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
