package dev.pathlight.topology;

import java.util.Optional;

/**
 * One thing on a drawing, found by its path: {@code this} (a node), {@code this/ns1} (a namespace), {@code this/br0} (a
 * bridge or interface in a node's root), {@code this/ns1/veth0}, {@code cable:this/ns1/veth0} (by one of its ends, as a
 * rule end a), {@code lan:lan0}, {@code note:hint}, and "" for the drawing as a whole.
 */
public sealed interface Element {
    /** The prefix of a cable's path. */
    String CABLE = "cable:";

    String LAN = "lan:";
    String NOTE = "note:";

    record OfTopology() implements Element {}

    record OfNode(Node node) implements Element {}

    record OfNamespace(SpaceId id, Namespace namespace) implements Element {}

    record OfBridge(PortId id, Bridge bridge) implements Element {}

    record OfInterface(PortId id, Interface link) implements Element {}

    record OfContainer(SpaceId space, Container container) implements Element {}

    record OfCable(Cable cable) implements Element {}

    record OfLan(Lan lan) implements Element {}

    record OfNote(Note note) implements Element {}

    /** What is at {@code path}, or empty when nothing is. */
    static Optional<Element> find(Topology topology, String path) {
        if (path.isEmpty()) {
            return Optional.of(new OfTopology());
        }
        int colon = path.indexOf(':');
        String rest = path.substring(colon + 1);
        return switch (path.substring(0, colon + 1)) {
            case CABLE ->
                topology.cables().stream()
                        .filter(c -> c.a().toString().equals(rest)
                                || c.b().toString().equals(rest))
                        .findFirst()
                        .map(OfCable::new);
            case LAN ->
                first(topology.lans(), l -> l.name().value().equals(rest)).map(OfLan::new);
            case NOTE ->
                first(topology.notes(), n -> n.id().value().equals(rest)).map(OfNote::new);
            default -> inNode(topology, path.split("/", 3));
        };
    }

    private static Optional<Element> inNode(Topology topology, String[] parts) {
        Optional<Node> node = first(topology.nodes(), n -> n.name().value().equals(parts[0]));
        if (parts.length == 1 || node.isEmpty()) {
            return node.map(OfNode::new);
        }
        Optional<Namespace> space = first(node.get().namespaces(), s -> s.name().equals(parts[1]));
        if (parts.length == 3) {
            return space.flatMap(s -> inSpace(node.get().id(s), s, parts[2]));
        }
        Optional<Element> namespace = space.map(s -> new OfNamespace(node.get().id(s), s));
        return namespace.or(
                () -> inSpace(SpaceId.root(node.get().name()), node.get().root(), parts[1]));
    }

    private static Optional<Element> inSpace(SpaceId id, Namespace space, String name) {
        Optional<Element> bridge = first(space.bridges(), b -> b.name().value().equals(name))
                .map(b -> new OfBridge(new PortId(id, b.name()), b));
        return bridge.or(() -> first(space.interfaces(), i -> i.name().value().equals(name))
                        .map(i -> new OfInterface(new PortId(id, i.name()), i)))
                .or(() -> first(space.containers(), c -> c.name().value().equals(name))
                        .map(c -> new OfContainer(id, c)));
    }

    private static <T> Optional<T> first(java.util.List<T> list, java.util.function.Predicate<T> wanted) {
        return list.stream().filter(wanted).findFirst();
    }
}
