package dev.pathlight.topology;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives things other names, wherever they are named. */
final class Renaming {
    private Renaming() {}

    static Optional<Sentence> problem(Drawing d, String path, String name) {
        Marks marks = d.layout().marks();
        return marks.group(path).isPresent()
                ? Name.problem(name)
                        .or(() -> taken(path, name, next -> marks.group(next).isPresent()))
                : problem(d.topology(), path, name);
    }

    private static Optional<Sentence> problem(Topology t, String path, String name) {
        Optional<Element> element = Element.find(t, path);
        if (element.isEmpty()) {
            return Optional.of(Sentence.of("\"{0}\" is no longer on the drawing", path));
        }
        return switch (element.get()) {
            case Element.OfCable c -> Optional.of(Sentence.of("a cable has no name; its two interfaces have"));
            case Element.OfBridge b -> IfName.problem(name).or(() -> taken(t, path, name));
            case Element.OfInterface i -> IfName.problem(name).or(() -> taken(t, path, name));
            case Element.OfTopology x -> Name.problem(name);
            case Element.OfNode x -> Name.problem(name).or(() -> taken(t, path, name));
            case Element.OfNamespace x -> Name.problem(name).or(() -> taken(t, path, name));
            case Element.OfContainer x -> Name.problem(name).or(() -> taken(t, path, name));
            case Element.OfLan x -> Name.problem(name).or(() -> taken(t, path, name));
            case Element.OfNote x -> Name.problem(name).or(() -> taken(t, path, name));
        };
    }

    private static Optional<Sentence> taken(Topology t, String path, String name) {
        return taken(path, name, next -> Element.find(t, next).isPresent());
    }

    private static Optional<Sentence> taken(String path, String name, Predicate<String> there) {
        String next = sibling(path, name);
        return !next.equals(path) && there.test(next)
                ? Optional.of(Sentence.of("there is already something called \"{0}\" here", name))
                : Optional.empty();
    }

    /** The path that the thing at {@code path} has under another name. */
    private static String sibling(String path, String name) {
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf(':'));
        return path.substring(0, cut + 1) + name;
    }

    static Drawing rename(Drawing d, String path, String name) {
        Marks marks = d.layout().marks();
        if (marks.group(path).isPresent()) {
            Layout moved = d.layout().renamed(path, sibling(path, name));
            return d.with(moved.with(moved.marks().renamed(path, new Name(name))));
        }
        Element element = Element.find(d.topology(), path).orElseThrow();
        Drawing next = switch (element) {
            case Element.OfTopology t -> d.with(d.topology().withName(new Name(name)));
            case Element.OfNode n -> node(d, n.node().name(), new Name(name));
            case Element.OfNamespace s -> namespace(d, s.id(), new SpaceId(s.id().node(), name));
            case Element.OfBridge b -> port(d, b.id(), new IfName(name));
            case Element.OfInterface i -> port(d, i.id(), new IfName(name));
            case Element.OfContainer c ->
                Rewrite.space(
                        d,
                        c.space(),
                        s -> s.withContainers(Rewrite.each(
                                s.containers(), x -> x.equals(c.container()) ? x.withName(new Name(name)) : x)));
            case Element.OfCable c -> d;
            case Element.OfLan l -> lan(d, l.lan(), new Name(name));
            case Element.OfNote n -> note(d, n.note(), new Name(name));
        };
        return path.isEmpty() ? next : next.with(d.layout().renamed(path, sibling(path, name)));
    }

    private static Drawing node(Drawing d, Name from, Name to) {
        return ends(
                Rewrite.node(d, from, n -> n.withName(to)),
                p -> p.space().node().equals(from)
                        ? new PortId(new SpaceId(to, p.space().namespace()), p.name())
                        : p);
    }

    private static Drawing namespace(Drawing d, SpaceId from, SpaceId to) {
        return ends(
                Rewrite.space(d, from, s -> s.withName(to.namespace())),
                p -> p.space().equals(from) ? new PortId(to, p.name()) : p);
    }

    static Drawing move(Drawing d, SpaceId from, Name node) {
        SpaceId to = new SpaceId(node, from.namespace());
        Topology t = d.topology();
        Optional<Namespace> moved = t.find(from);
        boolean possible = !from.isRoot()
                && moved.isPresent()
                && t.findNode(node).isPresent()
                && Element.find(t, to.toString()).isEmpty();
        if (!possible) {
            return d;
        }
        Drawing gone = Rewrite.node(
                d,
                from.node(),
                n -> n.withNamespaces(n.namespaces().stream()
                        .filter(s -> !s.name().equals(from.namespace()))
                        .toList()));
        Drawing there = Rewrite.node(gone, node, n -> n.withNamespaces(Rewrite.plus(n.namespaces(), moved.get())));
        return ends(there, p -> p.space().equals(from) ? new PortId(to, p.name()) : p)
                .with(d.layout().renamed(from.toString(), to.toString()));
    }

    private static Drawing port(Drawing d, PortId from, IfName to) {
        PortId next = new PortId(from.space(), to);
        Drawing renamed = Rewrite.space(d, from.space(), s -> inSpace(s, from.name(), to));
        for (PortId above : d.topology().above(from)) {
            if (above.space().equals(from.space())) {
                continue;
            }
            renamed = Rewrite.space(
                    renamed,
                    above.space(),
                    s -> s.withInterfaces(Rewrite.each(
                            s.interfaces(),
                            i -> i.name().equals(above.name())
                                    ? i.withKind(i.kind().renamed(n -> to))
                                    : i)));
        }
        return ends(renamed, p -> p.equals(from) ? next : p);
    }

    /** Renames the ends of cables and the NICs of LANs. */
    private static Drawing ends(Drawing d, UnaryOperator<PortId> change) {
        Topology t = d.topology();
        return d.with(t.withCables(Rewrite.each(
                        t.cables(), c -> new Cable(change.apply(c.a()), change.apply(c.b()), c.impairment())))
                .withLans(Rewrite.each(t.lans(), l -> l.withNics(Rewrite.each(l.nics(), change)))));
    }

    private static Namespace inSpace(Namespace s, IfName from, IfName to) {
        UnaryOperator<IfName> name = n -> n.equals(from) ? to : n;
        TreeMap<String, String> sysctls = new TreeMap<>();
        s.sysctls().forEach((key, value) -> sysctls.put(DeviceSysctl.renamed(key, from, to), value));
        return s.withInterfaces(Rewrite.each(
                        s.interfaces(),
                        i -> i.withName(name.apply(i.name())).withKind(i.kind().renamed(name))))
                .withBridges(Rewrite.each(
                        s.bridges(), b -> b.withName(name.apply(b.name())).withPorts(Rewrite.each(b.ports(), name))))
                .withRoutes(
                        Rewrite.each(s.routes(), r -> r.withDevice(r.device().map(name))))
                .withNat(new Nat(
                        Rewrite.each(
                                s.nat().masquerades(),
                                m -> m.withExceptOut(m.exceptOut().map(name))),
                        s.nat().portMappings()))
                .withFirewall(s.firewall()
                        .withRules(Rewrite.each(
                                s.firewall().rules(),
                                r -> r.withDevices(r.in().map(name), r.out().map(name)))))
                .withSysctls(sysctls);
    }

    private static Drawing lan(Drawing d, Lan lan, Name to) {
        Lan next = new Lan(to, lan.title(), lan.nics());
        return d.with(d.topology().withLans(Rewrite.each(d.topology().lans(), l -> l.equals(lan) ? next : l)));
    }

    private static Drawing note(Drawing d, Note note, Name to) {
        Note next = note.withId(to);
        return d.with(d.topology().withNotes(Rewrite.each(d.topology().notes(), n -> n.equals(note) ? next : n)));
    }

    static Drawing title(Drawing d, String path, Texts title) {
        Topology t = d.topology();
        Marks marks = d.layout().marks();
        Optional<Group> group = marks.group(path);
        if (group.isPresent()) {
            return d.with(d.layout().with(marks.with(group.get().withTitle(title))));
        }
        Optional<Element> element = Element.find(t, path);
        if (element.isEmpty()) {
            return d;
        }
        return switch (element.get()) {
            case Element.OfTopology x -> d.with(t.withTitle(title));
            case Element.OfNode n -> Rewrite.node(d, n.node().name(), m -> m.withTitle(title));
            case Element.OfNamespace s -> Rewrite.space(d, s.id(), m -> m.withTitle(title));
            case Element.OfLan l ->
                new Edit.SetLan(new Lan(l.lan().name(), title, l.lan().nics())).applyTo(d);
            case Element.OfBridge b -> d;
            case Element.OfInterface i -> d;
            case Element.OfContainer c -> d;
            case Element.OfCable c -> d;
            case Element.OfNote n -> d;
        };
    }
}
