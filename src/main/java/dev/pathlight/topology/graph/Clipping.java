package dev.pathlight.topology.graph;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cuts out of a drawing what is to be copied: a drawing of its own, so that it can be kept and sent as the text of a file.
 * Whatever was chosen has a place in it; a node or namespace without one only tells where its contents were.
 */
public final class Clipping {
    private final Topology t;
    private final Set<String> chosen;

    private Clipping(Topology t, Set<String> chosen) {
        this.t = t;
        this.chosen = chosen;
    }

    /**
     * @param chosen paths of nodes, namespaces, bridges (with their ports), containers, LANs, notes and groups; cables come
     * along where both ends do
     * @param seen where everything stands, placed or not
     * @return empty when nothing of it can be copied
     */
    public static Optional<Drawing> of(Drawing d, Set<String> chosen, Layout seen) {
        SortedMap<String, Layout.Box> places = new TreeMap<>();
        seen.boxes().forEach((path, box) -> {
            if (chosen.stream().anyMatch(c -> path.equals(c) || path.startsWith(c + "/"))) {
                places.put(path, box);
            }
        });
        Topology cut = new Clipping(d.topology(), chosen).cut();
        List<Group> groups = d.layout().marks().groups().stream()
                .filter(g -> chosen.contains(g.path()))
                .toList();
        Marks none = Marks.NONE;
        Marks marks = new Marks(groups, none.locked(), none.collapsed(), none.heights());
        boolean empty =
                cut.nodes().isEmpty() && cut.lans().isEmpty() && cut.notes().isEmpty() && groups.isEmpty();
        return empty ? Optional.empty() : Optional.of(new Drawing(cut, new Layout(places, marks)));
    }

    private Topology cut() {
        List<Node> nodes = t.nodes().stream().flatMap(n -> node(n).stream()).toList();
        Set<PortId> ports = new HashSet<>();
        nodes.forEach(n ->
                n.spaces().forEach(s -> s.interfaces().forEach(i -> ports.add(new PortId(n.id(s), i.name())))));
        return Topology.empty(t.name())
                .withNodes(nodes)
                .withCables(t.cables().stream()
                        .filter(c -> ports.contains(c.a()) && ports.contains(c.b()))
                        .toList())
                .withLans(t.lans().stream()
                        .filter(l -> chosen.contains("lan:" + l.name()))
                        .map(l -> new Lan(
                                l.name(),
                                l.title(),
                                l.nics().stream().filter(ports::contains).toList()))
                        .toList())
                .withNotes(t.notes().stream().filter(this::isChosen).toList());
    }

    private boolean isChosen(Note n) {
        return chosen.contains("note:" + n.id());
    }

    private Optional<Node> node(Node n) {
        String path = n.name().value();
        if (chosen.contains(path)) {
            return Optional.of(n);
        }
        Namespace root = part(n.root(), path);
        List<Namespace> spaces = n.namespaces().stream()
                .map(s -> chosen.contains(n.id(s).toString())
                        ? s
                        : part(s, n.id(s).toString()))
                .filter(s -> chosen.contains(n.id(s).toString()) || !isEmpty(s))
                .toList();
        return isEmpty(root) && spaces.isEmpty()
                ? Optional.empty()
                : Optional.of(Node.empty(n.name()).withRoot(root).withNamespaces(spaces));
    }

    private static boolean isEmpty(Namespace s) {
        return s.interfaces().isEmpty()
                && s.bridges().isEmpty()
                && s.containers().isEmpty();
    }

    /** The chosen bridges of a stack with their ports, and its chosen containers. */
    private Namespace part(Namespace s, String path) {
        List<Bridge> bridges = s.bridges().stream()
                .filter(b -> chosen.contains(path + "/" + b.name()))
                .toList();
        Set<IfName> ports = new HashSet<>();
        bridges.forEach(b -> ports.addAll(b.ports()));
        List<Container> containers = s.containers().stream()
                .filter(c -> chosen.contains(path + "/" + c.name()))
                .toList();
        return Namespace.empty(s.name())
                .withBridges(bridges)
                .withInterfaces(s.interfaces().stream()
                        .filter(i -> ports.contains(i.name()))
                        .toList())
                .withContainers(containers);
    }
}
