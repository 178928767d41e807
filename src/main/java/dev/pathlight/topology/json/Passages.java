package dev.pathlight.topology.json;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which passage of a drawing's file is about which thing: from an {@link Element} path, or a group's, to a place and back. */
public final class Passages {
    private static final Pattern IN_NODE = Pattern.compile(
            "^nodes\\[(\\d+)](?:\\.namespaces\\[(\\d+)])?" + "(?:\\.(interfaces|bridges|containers)\\[(\\d+)])?");
    private static final Pattern BESIDE = Pattern.compile("^(cables|lans|notes|canvas\\.groups)\\[(\\d+)]");

    private final Drawing drawing;
    private final Topology topology;
    private final Positions positions;
    private final NavigableMap<Positions.Place, String> fields =
            new TreeMap<>(Comparator.comparingInt(Positions.Place::line).thenComparingInt(Positions.Place::column));

    /** @param positions of the file that {@code drawing} was read from */
    public Passages(Drawing drawing, Positions positions) {
        this.drawing = drawing;
        topology = drawing.topology();
        this.positions = positions;
        positions.places().forEach((field, place) -> fields.put(place, field));
    }

    /** Where the thing at {@code path} begins; empty for what is not there. */
    public Optional<Positions.Place> of(String path) {
        return field(path).flatMap(positions::of);
    }

    private Optional<String> field(String path) {
        List<Group> groups = drawing.layout().marks().groups();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).path().equals(path)) {
                return Optional.of(FieldPath.item("canvas.groups", i));
            }
        }
        return Element.find(topology, path).map(this::field);
    }

    private String field(Element element) {
        return switch (element) {
            case Element.OfTopology t -> "";
            case Element.OfNode n -> item("nodes", topology.nodes(), n.node());
            case Element.OfNamespace s -> stack(s.id());
            case Element.OfBridge b ->
                item(stack(b.id().space()) + ".bridges", space(b.id()).bridges(), b.bridge());
            case Element.OfInterface i ->
                item(stack(i.id().space()) + ".interfaces", space(i.id()).interfaces(), i.link());
            case Element.OfContainer c ->
                item(
                        stack(c.space()) + ".containers",
                        topology.find(c.space()).orElseThrow().containers(),
                        c.container());
            case Element.OfCable c -> item("cables", topology.cables(), c.cable());
            case Element.OfLan l -> item("lans", topology.lans(), l.lan());
            case Element.OfNote n -> item("notes", topology.notes(), n.note());
        };
    }

    private Namespace space(PortId port) {
        return topology.find(port.space()).orElseThrow();
    }

    private static <T> String item(String list, List<T> items, T item) {
        return FieldPath.item(list, items.indexOf(item));
    }

    private String stack(SpaceId id) {
        Node node = topology.findNode(id.node()).orElseThrow();
        String at = item("nodes", topology.nodes(), node);
        return id.isRoot()
                ? at
                : item(at + ".namespaces", node.namespaces(), topology.find(id).orElseThrow());
    }

    /** The path of the thing that is written at {@code line} and {@code column}, both from 1; "" for the drawing as a whole. */
    public String at(int line, int column) {
        Positions.Place here = new Positions.Place(line, column);
        // The key stands before its value: what is left of a line's first value belongs to it.
        Positions.Place first = fields.ceilingKey(new Positions.Place(line, 0));
        boolean before = first != null && first.line() == line && first.column() > column;
        var entry = fields.floorEntry(before ? first : here);
        return entry == null ? "" : path(entry.getValue());
    }

    private String path(String field) {
        Matcher inside = IN_NODE.matcher(field);
        if (inside.find()) {
            return inNode(inside);
        }
        Matcher beside = BESIDE.matcher(field);
        if (!beside.find()) {
            return "";
        }
        int i = Integer.parseInt(beside.group(2));
        return switch (beside.group(1)) {
            case "cables" -> name(topology.cables(), i, (Cable c) -> Element.CABLE + c.a());
            case "lans" -> name(topology.lans(), i, (Lan l) -> Element.LAN + l.name());
            case "notes" -> name(topology.notes(), i, (Note n) -> Element.NOTE + n.id());
            default -> name(drawing.layout().marks().groups(), i, Group::path);
        };
    }

    private String inNode(Matcher m) {
        Node node = topology.nodes().get(Integer.parseInt(m.group(1)));
        boolean root = m.group(2) == null;
        Namespace space = root ? node.root() : node.namespaces().get(Integer.parseInt(m.group(2)));
        String at = root ? node.name().value() : node.id(space).toString();
        if (m.group(3) == null) {
            return at;
        }
        int i = Integer.parseInt(m.group(4));
        String within = at + "/";
        return switch (m.group(3)) {
            case "interfaces" -> name(space.interfaces(), i, x -> within + x.name());
            case "bridges" -> name(space.bridges(), i, x -> within + x.name());
            default -> name(space.containers(), i, x -> within + x.name());
        };
    }

    private static <T> String name(List<T> items, int i, Function<T, String> path) {
        return path.apply(items.get(i));
    }
}
