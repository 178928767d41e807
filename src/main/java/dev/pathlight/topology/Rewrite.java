package dev.pathlight.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Rebuilds a drawing with one part of it changed. */
final class Rewrite {
    private Rewrite() {}

    static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }

    static <T> List<T> plus(List<T> list, T added) {
        List<T> next = new ArrayList<>(list);
        next.add(added);
        return next;
    }

    /** The list without its element at {@code index}; the same when there is none. */
    static <T> List<T> minus(List<T> list, int index) {
        List<T> next = new ArrayList<>(list);
        if (index >= 0 && index < next.size()) {
            next.remove(index);
        }
        return next;
    }

    static SortedMap<String, String> with(SortedMap<String, String> map, String key, Optional<String> value) {
        SortedMap<String, String> next = new TreeMap<>(map);
        value.ifPresentOrElse(v -> next.put(key, v), () -> next.remove(key));
        return next;
    }

    static Drawing nodes(Drawing d, UnaryOperator<Node> change) {
        return d.with(d.topology().withNodes(each(d.topology().nodes(), change)));
    }

    static Drawing node(Drawing d, Name name, UnaryOperator<Node> change) {
        return nodes(d, n -> n.name().equals(name) ? change.apply(n) : n);
    }

    static Drawing space(Drawing d, SpaceId id, UnaryOperator<Namespace> change) {
        return node(d, id.node(), n -> space(n, id, change));
    }

    private static Node space(Node n, SpaceId id, UnaryOperator<Namespace> change) {
        return id.isRoot()
                ? n.withRoot(change.apply(n.root()))
                : n.withNamespaces(each(n.namespaces(), s -> s.name().equals(id.namespace()) ? change.apply(s) : s));
    }

    /** Changes the interface or the bridge at {@code id}. */
    static Drawing port(Drawing d, PortId id, UnaryOperator<Interface> link, UnaryOperator<Bridge> bridge) {
        return space(
                d,
                id.space(),
                s -> s.withInterfaces(each(s.interfaces(), i -> i.name().equals(id.name()) ? link.apply(i) : i))
                        .withBridges(each(s.bridges(), b -> b.name().equals(id.name()) ? bridge.apply(b) : b)));
    }
}
