package dev.pathlight.topology;

import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds a drawing with one part of it changed. */
final class Rewrite {
    private Rewrite() {}

    static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }

    static Drawing space(Drawing d, SpaceId id, UnaryOperator<Namespace> change) {
        List<Node> nodes = each(d.topology().nodes(), n -> n.name().equals(id.node()) ? space(n, id, change) : n);
        return new Drawing(d.topology().withNodes(nodes), d.layout());
    }

    private static Node space(Node n, SpaceId id, UnaryOperator<Namespace> change) {
        return id.isRoot()
                ? n.withRoot(change.apply(n.root()))
                : n.withNamespaces(
                        each(n.namespaces(), s -> s.name().equals(id.namespace()) ? change.apply(s) : s));
    }
}
