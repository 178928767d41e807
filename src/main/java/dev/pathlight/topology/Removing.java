package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes things off a drawing together with what cannot be without them. */
final class Removing {
    private Removing() {}

    static Drawing at(Drawing d, String path) {
        if (path.startsWith(Group.PATH)) {
            return d.with(d.layout().withoutAll(path));
        }
        return Element.find(d.topology(), path).map(e -> remove(d, path, e)).orElse(d);
    }

    private static Drawing remove(Drawing d, String path, Element element) {
        return switch (element) {
            case Element.OfTopology t -> d;
            case Element.OfNode n -> node(d, path, n.node().name());
            case Element.OfNamespace n -> namespace(d, path, n.id());
            case Element.OfBridge b -> bridge(d, path, b.id());
            case Element.OfInterface i -> link(d, i.id());
            case Element.OfContainer c ->
                Rewrite.space(d, c.space(), s -> s.withContainers(without(s.containers(), c.container())));
            case Element.OfCable c -> cables(d, c.cable()::equals);
            case Element.OfLan l ->
                new Drawing(
                        d.topology().withLans(without(d.topology().lans(), l.lan())),
                        d.layout().withoutAll(path));
            case Element.OfNote n ->
                new Drawing(
                        d.topology().withNotes(without(d.topology().notes(), n.note())),
                        d.layout().withoutAll(path));
        };
    }

    private static Drawing node(Drawing d, String path, Name name) {
        Drawing next = ports(d, p -> p.space().node().equals(name));
        Topology t = next.topology();
        return new Drawing(
                t.withNodes(keep(t.nodes(), n -> !n.name().equals(name))),
                next.layout().withoutAll(path));
    }

    private static Drawing namespace(Drawing d, String path, SpaceId id) {
        Drawing next = ports(d, p -> p.space().equals(id));
        return Rewrite.node(
                        next,
                        id.node(),
                        n -> n.withNamespaces(
                                keep(n.namespaces(), s -> !s.name().equals(id.namespace()))))
                .with(next.layout().withoutAll(path));
    }

    private static Drawing bridge(Drawing d, String path, PortId id) {
        Drawing next = Rewrite.space(
                        d,
                        id.space(),
                        s -> forgotten(
                                s.withBridges(keep(s.bridges(), b -> !b.name().equals(id.name()))), id.name()))
                .with(d.layout().withoutAll(path));
        return dropAll(next, d.topology().above(id));
    }

    private static Drawing link(Drawing d, PortId id) {
        return dropLink(ports(d, id::equals), id);
    }

    /** Takes all cables and LAN memberships of these ports away. */
    private static Drawing ports(Drawing d, Predicate<PortId> going) {
        Drawing next = cables(d, c -> going.test(c.a()) || going.test(c.b()));
        Topology t = next.topology();
        return next.with(t.withLans(Rewrite.each(t.lans(), l -> l.withNics(keep(l.nics(), going.negate())))));
    }

    private static Drawing cables(Drawing d, Predicate<Cable> going) {
        Topology t = d.topology();
        Drawing next = d.with(t.withCables(keep(t.cables(), going.negate())));
        for (Cable c : keep(t.cables(), going)) {
            next = dropIfBare(dropIfBare(next, c.a()), c.b());
        }
        return next;
    }

    private static Drawing dropIfBare(Drawing d, PortId end) {
        Topology t = d.topology();
        boolean inLan = t.lans().stream().anyMatch(l -> l.nics().contains(end));
        boolean routed = t.find(end.space())
                .map(s -> s.routes().stream().anyMatch(r -> r.device().equals(Optional.of(end.name()))))
                .orElse(false);
        boolean bare = t.find(end)
                .map(i ->
                        i.mac().isEmpty() && i.mtu().isEmpty() && i.addresses().isEmpty())
                .orElse(false);
        boolean carries = !t.above(end).isEmpty();
        return bare && !routed && !inLan && !carries ? dropLink(d, end) : d;
    }

    private static Drawing dropLink(Drawing d, PortId id) {
        Drawing next = Rewrite.space(d, id.space(), s -> {
            Namespace free = withoutPort(s, id.name());
            return forgotten(
                    free.withInterfaces(keep(free.interfaces(), i -> !i.name().equals(id.name()))), id.name());
        });
        return dropAll(next, d.topology().above(id));
    }

    /** What stood on something that is gone. */
    private static Drawing dropAll(Drawing d, List<PortId> links) {
        Drawing next = d;
        for (PortId link : links) {
            next = dropLink(next, link);
        }
        return next;
    }

    /** The namespace with no bridge, bond or VRF holding {@code port}. */
    static Namespace withoutPort(Namespace s, IfName port) {
        return s.withBridges(Rewrite.each(s.bridges(), b -> b.withPorts(keep(b.ports(), p -> !p.equals(port)))))
                .withInterfaces(Rewrite.each(
                        s.interfaces(),
                        i -> i.withKind(i.kind().withMembers(without(i.kind().masterOf(), port)))));
    }

    /** Without the routes, sysctls, NAT exceptions and filter rules that name a device which is gone. */
    private static Namespace forgotten(Namespace s, IfName device) {
        Optional<IfName> gone = Optional.of(device);
        TreeMap<String, String> sysctls = new TreeMap<>(s.sysctls());
        sysctls.keySet().removeIf(key -> DeviceSysctl.device(key).equals(gone));
        List<Nat.Masquerade> masquerades = Rewrite.each(
                s.nat().masquerades(), m -> m.exceptOut().equals(gone) ? m.withExceptOut(Optional.empty()) : m);
        return s.withRoutes(keep(s.routes(), r -> !r.device().equals(gone)))
                .withSysctls(sysctls)
                .withNat(new Nat(masquerades, s.nat().portMappings()))
                .withFirewall(s.firewall()
                        .withRules(keep(
                                s.firewall().rules(),
                                r -> !r.in().equals(gone) && !r.out().equals(gone))));
    }

    private static <T> List<T> keep(List<T> list, Predicate<T> wanted) {
        return list.stream().filter(wanted).toList();
    }

    private static <T> List<T> without(List<T> list, T gone) {
        return keep(list, x -> !x.equals(gone));
    }
}
