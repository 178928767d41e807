package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is drawn, without where: nodes, the cables and LANs between them, and notes. Order is kept as written.
 *
 * @param flannel what the drawn flannel network was set up with, so that it can grow; what runs is drawn besides
 */
public record Topology(
        Name name,
        Texts title,
        Texts description,
        List<Node> nodes,
        List<Cable> cables,
        List<Lan> lans,
        List<Note> notes,
        Optional<Flannel> flannel) {
    public Topology {
        nodes = List.copyOf(nodes);
        cables = List.copyOf(cables);
        lans = List.copyOf(lans);
        notes = List.copyOf(notes);
    }

    public static Topology empty(Name name) {
        return new Topology(name, Texts.NONE, Texts.NONE, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    public Optional<Node> findNode(Name wanted) {
        return nodes.stream().filter(n -> n.name().equals(wanted)).findFirst();
    }

    public Optional<Namespace> find(SpaceId id) {
        return findNode(id.node()).flatMap(n -> n.findNamespace(id.namespace()));
    }

    public Optional<Interface> find(PortId id) {
        return find(id.space()).flatMap(n -> n.findInterface(id.name()));
    }

    /** Every namespace's path, node by node, each node's root first. */
    public Stream<SpaceId> spaces() {
        return nodes.stream().flatMap(n -> n.spaces().map(n::id));
    }

    /**
     * What the interface stands on ({@link LinkKind#standsOn}), if that is drawn: an interface or bridge of its namespace or, for
     * vlan, macvlan and ipvlan, of its node's own stack.
     */
    public Optional<PortId> below(PortId id) {
        Optional<LinkKind> kind = find(id).map(Interface::kind);
        return kind.flatMap(LinkKind::standsOn).flatMap(name -> {
            PortId here = new PortId(id.space(), name);
            PortId there = new PortId(SpaceId.root(id.space().node()), name);
            boolean reaches = !(kind.get() instanceof LinkKind.Vxlan);
            return has(here) ? Optional.of(here) : reaches && has(there) ? Optional.of(there) : Optional.empty();
        });
    }

    /** The interfaces that stand on this one, or on this bridge. */
    public List<PortId> above(PortId id) {
        return nodes.stream()
                .filter(n -> n.name().equals(id.space().node()))
                .flatMap(n -> n.spaces().flatMap(s -> s.interfaces().stream().map(i -> new PortId(n.id(s), i.name()))))
                .filter(p -> !p.equals(id) && below(p).filter(id::equals).isPresent())
                .toList();
    }

    private boolean has(PortId id) {
        return find(id.space()).filter(s -> s.hasDevice(id.name())).isPresent();
    }

    /** The interface at the other end of the cable at {@code end}. */
    public Optional<PortId> peerOf(PortId end) {
        return cables.stream().flatMap(c -> c.peerOf(end).stream()).findFirst();
    }

    public Topology withNodes(List<Node> next) {
        return new Topology(name, title, description, next, cables, lans, notes, flannel);
    }

    public Topology withCables(List<Cable> next) {
        return new Topology(name, title, description, nodes, next, lans, notes, flannel);
    }

    public Topology withNotes(List<Note> next) {
        return new Topology(name, title, description, nodes, cables, lans, next, flannel);
    }

    public Topology withLans(List<Lan> next) {
        return new Topology(name, title, description, nodes, cables, next, notes, flannel);
    }

    public Topology withFlannel(Optional<Flannel> next) {
        return new Topology(name, title, description, nodes, cables, lans, notes, next);
    }

    public Topology withName(Name next) {
        return new Topology(next, title, description, nodes, cables, lans, notes, flannel);
    }

    public Topology withTitle(Texts next) {
        return new Topology(name, next, description, nodes, cables, lans, notes, flannel);
    }

    public Topology withDescription(Texts next) {
        return new Topology(name, title, next, nodes, cables, lans, notes, flannel);
    }
}
