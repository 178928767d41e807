package dev.pathlight.topology.graph;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what {@link Clipping} cut out onto a drawing: whole nodes beside the others, what was in a node into the node of that name
 * or the first there is. Names become free ones, addresses the next free ones of their subnet, MAC addresses are left out, so
 * that the copy can run beside its original.
 */
public final class Pasting {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d*)");

    private final Topology onto;
    private Drawing clip;

    private Pasting(Topology onto, Drawing clip) {
        this.onto = onto;
        this.clip = clip;
    }

    /** What a paste does, and the paths of what it brings. */
    public record Pasted(Edit edit, Set<String> paths) {}

    /** @param dx how far right of where it was cut out it comes to stand, in drawing units; {@code dy} below */
    public static Pasted onto(Drawing d, Drawing clip, double dx, double dy) {
        Pasting p = new Pasting(d.topology(), clip);
        p.settleNodes();
        p.renameSpaces();
        p.renamePorts();
        p.renameRest(d.layout().marks());
        Drawing ready = p.clip.with(Fresh.of(p.clip.topology(), d.topology()));
        return merged(d, ready, dx, dy);
    }

    /** A node that only tells where its contents were is that of the drawing; a whole one gets a name of its own. */
    private void settleNodes() {
        Set<String> taken = new HashSet<>();
        onto.nodes().forEach(n -> taken.add(n.name().value()));
        clip.topology().nodes().forEach(n -> taken.add(n.name().value()));
        for (Node n : clip.topology().nodes()) {
            String name = n.name().value();
            boolean there = onto.findNode(n.name()).isPresent();
            if (isWhole(name)) {
                if (there) {
                    String next = free(name, taken::contains);
                    rename(name, next);
                    taken.add(next);
                }
            } else if (!there && !onto.nodes().isEmpty()) {
                rename(name, onto.nodes().getFirst().name().value());
            }
        }
    }

    private boolean isWhole(String path) {
        return clip.layout().box(path).isPresent();
    }

    private void rename(String path, String name) {
        clip = new Edit.Rename(path, name).applyTo(clip);
    }

    /** Namespaces have names of their own on the whole drawing where they had before. */
    private void renameSpaces() {
        Set<String> taken = new HashSet<>();
        onto.spaces().forEach(s -> taken.add(s.namespace()));
        Set<String> own = new HashSet<>();
        clip.topology().spaces().forEach(s -> own.add(s.namespace()));
        for (SpaceId s : clip.topology().spaces().toList()) {
            boolean meant = !isWhole(s.toString()) && onto.find(s).isPresent();
            if (!s.isRoot() && !meant && taken.contains(s.namespace())) {
                String name = free(s.namespace(), n -> taken.contains(n) || own.contains(n));
                rename(s.toString(), name);
                taken.add(name);
            }
        }
    }

    /**
     * A name that is the only one on the drawing stays so, for a class tells interfaces apart by it; one that many stacks
     * use, as eth0, is kept where its own stack has it free.
     */
    private void renamePorts() {
        Map<String, Integer> uses = uses(onto);
        Set<String> taken = new HashSet<>(uses.keySet());
        taken.addAll(uses(clip.topology()).keySet());
        Map<String, String> renamed = new HashMap<>();
        for (PortId p : ports(clip.topology())) {
            String name = p.name().value();
            boolean clashes = Element.find(onto, p.toString()).isPresent();
            boolean unique = uses.getOrDefault(name, 0) == 1 && !name.startsWith("eth");
            boolean bridge = clip.topology()
                    .find(p.space())
                    .flatMap(s -> s.findBridge(p.name()))
                    .isPresent();
            if (clashes || unique && !bridge) {
                String next = partner(name, renamed, taken).orElseGet(() -> free(name, taken::contains));
                if (IfName.problem(next).isEmpty()) {
                    rename(p.toString(), next);
                    taken.add(next);
                    renamed.put(name, next);
                }
            }
        }
    }

    /** {@code br-veth4} for {@code br-veth1} whose other end has become {@code veth4}. */
    private static Optional<String> partner(String name, Map<String, String> renamed, Set<String> taken) {
        return renamed.entrySet().stream()
                .filter(e -> name.length() > e.getKey().length() && name.endsWith(e.getKey()))
                .map(e -> name.substring(0, name.length() - e.getKey().length()) + e.getValue())
                .filter(n -> !taken.contains(n))
                .findFirst();
    }

    /** Ends in named namespaces first: a bridge's ports are named after them. */
    private static List<PortId> ports(Topology t) {
        List<PortId> named = new ArrayList<>();
        List<PortId> root = new ArrayList<>();
        t.nodes()
                .forEach(n -> n.spaces().forEach(s -> {
                    List<PortId> to = s.name().isEmpty() ? root : named;
                    s.interfaces().forEach(i -> to.add(new PortId(n.id(s), i.name())));
                    s.bridges().forEach(b -> to.add(new PortId(n.id(s), b.name())));
                }));
        named.addAll(root);
        return named;
    }

    private static Map<String, Integer> uses(Topology t) {
        Map<String, Integer> uses = new HashMap<>();
        ports(t).forEach(p -> uses.merge(p.name().value(), 1, Integer::sum));
        return uses;
    }

    /** Containers, LANs, notes and groups. */
    private void renameRest(Marks marks) {
        Topology t = clip.topology();
        t.nodes()
                .forEach(n -> n.spaces()
                        .forEach(s -> s.containers().forEach(c -> {
                            String path = n.id(s) + "/" + c.name();
                            if (Element.find(onto, path).isPresent()) {
                                String space = n.id(s) + "/";
                                rename(path, free(c.name().value(), x -> isTaken(space + x)));
                            }
                        })));
        t.lans().forEach(l -> ownName(Element.LAN, l.name()));
        t.notes().forEach(n -> ownName(Element.NOTE, n.id()));
        Layout layout = clip.layout();
        List<Group> groups = new ArrayList<>();
        for (Group g : layout.marks().groups()) {
            boolean taken = marks.group(g.path()).isPresent();
            String id = taken
                    ? free(g.id().value(), x -> marks.group(Group.PATH + x).isPresent())
                    : g.id().value();
            Group next = new Group(new Name(id), g.title(), g.colour());
            layout = layout.renamed(g.path(), next.path());
            groups.add(next);
        }
        Marks none = Marks.NONE;
        clip = clip.with(layout.with(new Marks(groups, none.locked(), none.collapsed(), none.heights())));
    }

    private void ownName(String prefix, Name name) {
        if (Element.find(onto, prefix + name).isPresent()) {
            rename(prefix + name, free(name.value(), x -> isTaken(prefix + x)));
        }
    }

    private boolean isTaken(String path) {
        return Element.find(onto, path).isPresent()
                || Element.find(clip.topology(), path).isPresent();
    }

    /** The next number behind the same letters that is free. */
    static String free(String name, Predicate<String> taken) {
        Matcher m = NUMBERED.matcher(name);
        boolean numbered = m.matches() && !m.group(2).isEmpty() && m.group(2).length() < 9;
        String stem = numbered ? m.group(1) : name;
        return Kit.next(stem, numbered ? Integer.parseInt(m.group(2)) + 1 : 2, taken);
    }

    private static Pasted merged(Drawing d, Drawing clip, double dx, double dy) {
        Topology t = d.topology();
        List<Node> nodes = new ArrayList<>(t.nodes());
        for (Node n : clip.topology().nodes()) {
            int at = names(nodes).indexOf(n.name());
            if (at < 0) {
                nodes.add(n);
            } else {
                nodes.set(at, joined(nodes.get(at), n));
            }
        }
        Topology next = t.withNodes(nodes)
                .withCables(both(t.cables(), clip.topology().cables()))
                .withLans(both(t.lans(), clip.topology().lans()))
                .withNotes(both(t.notes(), clip.topology().notes()));
        Marks marks = d.layout().marks();
        for (Group g : clip.layout().marks().groups()) {
            marks = marks.with(g);
        }
        Map<String, Layout.Box> boxes = new HashMap<>();
        clip.layout()
                .boxes()
                .forEach((path, b) -> boxes.put(path, new Layout.Box(b.x() + dx, b.y() + dy, b.width(), b.height())));
        Set<String> paths = new TreeSet<>(boxes.keySet());
        paths.removeIf(p -> boxes.containsKey(p.substring(0, Math.max(0, p.lastIndexOf('/')))));
        return new Pasted(
                new Edit.All(
                        List.of(new Edit.ReplaceTopology(next), new Edit.SetMarks(marks), new Edit.MoveBoxes(boxes))),
                paths);
    }

    private static List<Name> names(List<Node> nodes) {
        return nodes.stream().map(Node::name).toList();
    }

    private static Node joined(Node there, Node more) {
        List<Namespace> spaces = new ArrayList<>(there.namespaces());
        for (Namespace s : more.namespaces()) {
            int at = spaces.stream().map(Namespace::name).toList().indexOf(s.name());
            if (at < 0) {
                spaces.add(s);
            } else {
                spaces.set(at, joined(spaces.get(at), s));
            }
        }
        return there.withRoot(joined(there.root(), more.root())).withNamespaces(spaces);
    }

    private static Namespace joined(Namespace there, Namespace more) {
        return there.withInterfaces(both(there.interfaces(), more.interfaces()))
                .withBridges(both(there.bridges(), more.bridges()))
                .withContainers(both(there.containers(), more.containers()));
    }

    private static <T> List<T> both(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
