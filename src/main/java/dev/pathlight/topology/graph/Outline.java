package dev.pathlight.topology.graph;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A topology as tools that lay out graphs see it: boxes in boxes, things in them, lines between things. Whatever a name holds,
 * the ids are plain: {@code n1}, {@code n2} …
 */
record Outline(String title, List<Box> boxes, List<Thing> loose, List<Line> lines) {
    /** What is drawn apart from the others. */
    enum Shape {
        INTERFACE,
        BRIDGE,
        CONTAINER,
        LAN,
        NOTE
    }

    /** @param rows what is written on it, line by line */
    record Thing(String id, Shape shape, List<String> rows) {}

    /** A node, or a namespace in it. */
    record Box(String id, String title, boolean isNode, List<Thing> things, List<Box> boxes) {}

    /** @param cable whether it is a cable; otherwise what is in a bridge or at a LAN */
    record Line(String from, String to, boolean cable) {}

    static Outline of(Topology t, Locale locale) {
        return new Drafting(t, locale).outline();
    }

    private static final class Drafting {
        private final Topology t;
        private final Locale locale;
        private final Map<PortId, String> ids = new HashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private int count;

        Drafting(Topology t, Locale locale) {
            this.t = t;
            this.locale = locale;
        }

        private String id() {
            return "n" + ++count;
        }

        Outline outline() {
            List<Box> boxes = t.nodes().stream().map(this::box).toList();
            List<Thing> loose = new ArrayList<>();
            for (Lan lan : t.lans()) {
                Thing bar =
                        new Thing(id(), Shape.LAN, List.of(titled(lan.title().in(locale), lan.name())));
                loose.add(bar);
                lan.nics().forEach(nic -> line(ids.get(nic), bar.id(), true));
            }
            for (Note n : t.notes()) {
                loose.add(
                        new Thing(id(), Shape.NOTE, n.text().in(locale).lines().toList()));
            }
            for (Cable c : t.cables()) {
                line(ids.get(c.a()), ids.get(c.b()), true);
            }
            return new Outline(titled(t.title().in(locale), t.name()), boxes, loose, List.copyOf(lines));
        }

        private static String titled(String title, Object name) {
            return title.isEmpty() ? name.toString() : title;
        }

        /** A drawing under way may have a cable whose end is not drawn. */
        private void line(@Nullable String from, @Nullable String to, boolean cable) {
            if (from != null && to != null) {
                lines.add(new Line(from, to, cable));
            }
        }

        private Box box(Node n) {
            String id = id();
            List<Thing> things = things(n.id(n.root()), n.root());
            List<Box> inside = n.namespaces().stream()
                    .map(s ->
                            new Box(id(), titled(s.title().in(locale), s.name()), false, things(n.id(s), s), List.of()))
                    .toList();
            return new Box(id, titled(n.title().in(locale), n.name()), true, things, inside);
        }

        private List<Thing> things(SpaceId space, Namespace s) {
            List<Thing> all = new ArrayList<>();
            for (Interface i : s.interfaces()) {
                all.add(thing(new PortId(space, i.name()), Shape.INTERFACE, rows(i)));
            }
            for (Bridge b : s.bridges()) {
                PortId own = new PortId(space, b.name());
                all.add(thing(own, Shape.BRIDGE, rows(b.name().value(), Optional.empty(), b.addresses())));
                b.ports().forEach(p -> line(ids.get(new PortId(space, p)), ids.get(own), false));
            }
            for (Container c : s.containers()) {
                Stream<String> rows = Stream.concat(Stream.of(c.name().value()), c.image().stream());
                all.add(new Thing(id(), Shape.CONTAINER, rows.toList()));
            }
            return all;
        }

        private Thing thing(PortId port, Shape shape, List<String> rows) {
            String id = id();
            ids.put(port, id);
            return new Thing(id, shape, rows);
        }

        private static List<String> rows(Interface i) {
            Optional<String> kind = i.kind() instanceof LinkKind.CableEnd
                    ? Optional.empty()
                    : Optional.of(i.kind().getClass().getSimpleName().toLowerCase(Locale.ROOT));
            return rows(i.name().value(), kind, i.addresses());
        }

        private static List<String> rows(String name, Optional<String> kind, List<Cidr> addresses) {
            return Stream.of(Stream.of(name), kind.stream(), addresses.stream().map(Cidr::toString))
                    .flatMap(s -> s)
                    .toList();
        }
    }
}
