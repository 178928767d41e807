package dev.pathlight.topology;

import java.util.Optional;

/** Puts new things on a drawing; a name that is taken leaves it unchanged. */
final class Adding {
    private Adding() {}

    static Drawing node(Drawing d, Node node, Layout.Box box) {
        Topology t = d.topology();
        return t.findNode(node.name()).isPresent()
                ? d
                : new Drawing(
                        t.withNodes(Rewrite.plus(t.nodes(), node)),
                        d.layout().with(node.name().value(), box));
    }

    static Drawing namespace(Drawing d, SpaceId id, Layout.Box box) {
        if (id.isRoot() || !isFree(d, id.toString())) {
            return d;
        }
        Drawing next = Rewrite.node(
                d, id.node(), n -> n.withNamespaces(Rewrite.plus(n.namespaces(), Namespace.empty(id.namespace()))));
        return next.equals(d) ? d : next.with(d.layout().with(id.toString(), box));
    }

    static Drawing bridge(Drawing d, PortId id, Optional<Layout.Box> box) {
        if (!isFree(d, id.toString())) {
            return d;
        }
        Bridge bridge = Bridge.plain(id.name(), java.util.List.of());
        Drawing next = Rewrite.space(d, id.space(), s -> s.withBridges(Rewrite.plus(s.bridges(), bridge)));
        return next.equals(d)
                ? d
                : box.map(b -> next.with(d.layout().with(id.toString(), b))).orElse(next);
    }

    static Drawing link(Drawing d, SpaceId space, Interface link) {
        return isFree(d, new PortId(space, link.name()).toString())
                ? Rewrite.space(d, space, s -> s.withInterfaces(Rewrite.plus(s.interfaces(), link)))
                : d;
    }

    /** Nothing happens unless both ends can be had: each an interface without a cable, or a free name. */
    static Drawing cable(Drawing d, Edit.AddCable.End a, Edit.AddCable.End b) {
        if (a.port().equals(b.port()) || !canEnd(d, a) || !canEnd(d, b)) {
            return d;
        }
        Drawing next = end(end(d, a), b);
        Topology t = next.topology();
        return next.with(t.withCables(Rewrite.plus(t.cables(), Cable.between(a.port(), b.port()))));
    }

    private static boolean canEnd(Drawing d, Edit.AddCable.End end) {
        Topology t = d.topology();
        Optional<Namespace> space = t.find(end.port().space());
        boolean bridgeThere = space.isPresent()
                && end.bridge().map(b -> space.get().findBridge(b).isPresent()).orElse(true);
        Optional<Interface> link = t.find(end.port());
        return bridgeThere
                && (link.isPresent()
                        ? link.get().kind() instanceof LinkKind.CableEnd
                                && t.peerOf(end.port()).isEmpty()
                        : isFree(d, end.port().toString()));
    }

    private static Drawing end(Drawing d, Edit.AddCable.End end) {
        Drawing made = link(d, end.port().space(), Interface.cableEnd(end.port().name()));
        return end.bridge().map(b -> enslave(made, end.port(), b)).orElse(made);
    }

    static Drawing enslave(Drawing d, PortId port, IfName bridge) {
        return Rewrite.space(d, port.space(), s -> {
            boolean possible = s.findInterface(port.name()).isPresent()
                    && s.findBridge(bridge).isPresent();
            return possible ? enslave(Removing.withoutPort(s, port.name()), port.name(), bridge) : s;
        });
    }

    private static Namespace enslave(Namespace s, IfName port, IfName bridge) {
        return s.withBridges(Rewrite.each(
                s.bridges(), b -> b.name().equals(bridge) ? b.withPorts(Rewrite.plus(b.ports(), port)) : b));
    }

    static Drawing lan(Drawing d, Lan lan, Layout.Box box) {
        String path = Element.LAN + lan.name();
        Topology t = d.topology();
        return isFree(d, path)
                ? new Drawing(
                        t.withLans(Rewrite.plus(t.lans(), lan)), d.layout().with(path, box))
                : d;
    }

    static Drawing note(Drawing d, Note note, Layout.Box box) {
        String path = Element.NOTE + note.id();
        Topology t = d.topology();
        return isFree(d, path)
                ? new Drawing(
                        t.withNotes(Rewrite.plus(t.notes(), note)), d.layout().with(path, box))
                : d;
    }

    private static boolean isFree(Drawing d, String path) {
        return Element.find(d.topology(), path).isEmpty();
    }
}
