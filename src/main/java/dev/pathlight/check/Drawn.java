package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Segments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A topology laid out for the rules: every part with its path and with its field in the file. */
final class Drawn {
    private final Topology topology;
    private final List<Space> spaces = new ArrayList<>();
    private final Map<PortId, Port> ports = new HashMap<>();
    private final Segments segments;
    private final Set<PortId> connected = new HashSet<>();

    /** A network stack. */
    record Space(SpaceId id, String field, Namespace namespace, List<Port> ports, Map<String, Port> byName) {
        static Space of(SpaceId id, String field, Namespace namespace, List<Port> ports) {
            Map<String, Port> byName = new HashMap<>();
            ports.forEach(p -> byName.putIfAbsent(p.id().name().value(), p));
            return new Space(id, field, namespace, List.copyOf(ports), byName);
        }

        String field(String list, int index) {
            return FieldPath.item(FieldPath.member(field, list), index);
        }

        /** The first interface or bridge of that name. */
        Optional<Port> find(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }

    /** An interface, or a bridge as the interface it is to its own namespace. */
    record Port(PortId id, String field, Optional<Interface> link, Optional<Bridge> bridge, List<Cidr> addresses) {
        boolean isUp() {
            return link.map(Interface::up).or(() -> bridge.map(Bridge::up)).orElse(true);
        }

        boolean isCableEnd() {
            return link.map(i -> i.kind() instanceof LinkKind.CableEnd).orElse(false);
        }

        String addressField(int index) {
            return FieldPath.item(FieldPath.member(field, "addresses"), index);
        }
    }

    Drawn(Topology topology) {
        this.topology = topology;
        this.segments = Segments.of(topology);
        eachOf(topology.nodes(), "nodes", this::addNode);
        topology.cables().forEach(c -> connected.addAll(List.of(c.a(), c.b())));
        topology.lans().forEach(l -> connected.addAll(l.nics()));
        spaces.forEach(s -> s.ports().forEach(p -> ports.putIfAbsent(p.id(), p)));
    }

    private void addNode(Node node, String field) {
        addSpace(node.id(node.root()), node.root(), field);
        eachOf(node.namespaces(), FieldPath.member(field, "namespaces"), (s, at) -> addSpace(node.id(s), s, at));
    }

    private void addSpace(SpaceId id, Namespace s, String field) {
        List<Port> own = new ArrayList<>();
        eachOf(
                s.interfaces(),
                FieldPath.member(field, "interfaces"),
                (i, at) -> own.add(
                        new Port(new PortId(id, i.name()), at, Optional.of(i), Optional.empty(), i.addresses())));
        eachOf(
                s.bridges(),
                FieldPath.member(field, "bridges"),
                (b, at) -> own.add(
                        new Port(new PortId(id, b.name()), at, Optional.empty(), Optional.of(b), b.addresses())));
        spaces.add(Space.of(id, field, s, own));
    }

    /** Every element of a list with its field. */
    static <T> void eachOf(List<T> list, String field, BiConsumer<T, String> visit) {
        for (int i = 0; i < list.size(); i++) {
            visit.accept(list.get(i), FieldPath.item(field, i));
        }
    }

    Topology topology() {
        return topology;
    }

    List<Space> spaces() {
        return spaces;
    }

    Stream<Port> ports() {
        return spaces.stream().flatMap(s -> s.ports().stream());
    }

    Optional<Port> port(PortId id) {
        return Optional.ofNullable(ports.get(id));
    }

    Segments segments() {
        return segments;
    }

    /** True when a cable or a LAN ends at the interface. */
    boolean isConnected(PortId id) {
        return connected.contains(id);
    }

    /** True when running the drawing makes the device: a cable's end without a cable is not made. */
    boolean isMade(Port port) {
        return !port.isCableEnd() || isConnected(port.id());
    }
}
