package dev.pathlight.view.scene;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives every box its place: the layout's where it has one, else a sensible free one; a node always encloses its children. */
final class CanvasLayout {
    static final double NODE_PADDING = 32;
    static final double NODE_TITLE = 58;
    /** Between what stands in a node and its kernel's bar; and where a label stands between. */
    static final double KERNEL_RISE = 40;

    private static final double LABEL_RISE = 104;
    private static final double NODE_GAP = 150;
    /** The height of a collapsed node, and how much of what is in it is named there. */
    private static final double COLLAPSED = 112;

    private static final int NAMED = 4;
    /** A screen's width by its height. */
    private static final double SCREEN = 1.6;

    private final Drawing drawing;
    private final Links links;
    private final Sizes sizes;
    private final Locale locale;
    private final Frames frames;

    CanvasLayout(Drawing drawing, Links links, Sizes sizes, Locale locale) {
        this.drawing = drawing;
        this.links = links;
        this.sizes = sizes;
        this.locale = locale;
        this.frames = new Frames(drawing.layout().marks());
    }

    Frames arrange() {
        List<Node> nodes = drawing.topology().nodes();
        List<Node> homeless = new ArrayList<>();
        for (Node n : nodes) {
            if (isPlaced(n)) {
                addNode(n, places(n, new Pt(0, 0)), new Pt(0, 0));
            } else {
                homeless.add(n);
            }
        }
        placeInRows(homeless);
        addLans();
        addNotes();
        Groups.add(drawing.layout(), locale, frames);
        return frames;
    }

    private boolean isPlaced(Node n) {
        String path = n.name().value();
        return box(path).isPresent()
                || n.namespaces().stream().anyMatch(s -> box(n.id(s).toString()).isPresent())
                || n.root().bridges().stream()
                        .anyMatch(b -> box(path + "/" + b.name()).isPresent());
    }

    private Optional<Rect> box(String path) {
        return drawing.layout().box(path).map(Rect::of);
    }

    private void placeInRows(List<Node> homeless) {
        int columns = columns(homeless);
        double left = extent().map(r -> r.right() + NODE_GAP).orElse(0.0);
        double y = extent().map(Rect::y).orElse(0.0);
        double x = left;
        double bottom = y;
        for (int i = 0; i < homeless.size(); i++) {
            if (i > 0 && i % columns == 0) {
                x = left;
                y = bottom + NODE_GAP;
            }
            Pt origin = new Pt(x + NODE_PADDING, y + NODE_TITLE);
            Frame f = addNode(homeless.get(i), places(homeless.get(i), origin), origin);
            x = f.rect().right() + gap();
            bottom = Math.max(bottom, f.rect().bottom());
        }
    }

    /** A few machines stand in a row; many in about the shape of a screen. */
    private int columns(List<Node> homeless) {
        if (homeless.size() <= 3) {
            return 3;
        }
        Rect typical = places(homeless.getFirst(), new Pt(0, 0)).values().stream()
                .reduce(Rect::union)
                .orElse(empty(new Pt(0, 0)));
        double across = (typical.height() + NODE_GAP + 80) / (typical.width() + NODE_GAP + 60);
        return Math.max(1, (int) Math.round(Math.sqrt(homeless.size() * SCREEN * across)));
    }

    /** Machines joined by a cable of their own stand far enough apart for its labels. */
    private double gap() {
        boolean joined = drawing.topology().cables().stream()
                .anyMatch(c -> !c.a().space().node().equals(c.b().space().node()));
        return joined ? NODE_GAP * 2.2 : NODE_GAP;
    }

    /** Where the node's namespaces and bridges go; {@code origin} is for those of a node nobody has placed. */
    private Map<String, Rect> places(Node n, Pt origin) {
        Map<String, Rect> fresh = new NodeArranger(n, links, sizes).arrange();
        Map<String, Rect> known = new LinkedHashMap<>();
        fresh.forEach((path, r) -> box(path).ifPresent(b -> known.put(path, atLeast(b, least(n, path, r)))));
        if (known.isEmpty()) {
            Pt from = box(n.name().value())
                    .map(b -> new Pt(b.x() + NODE_PADDING, b.y() + NODE_TITLE))
                    .orElse(origin);
            fresh.replaceAll((path, r) -> r.moved(from.x(), from.y()));
            return fresh;
        }
        fresh.forEach((path, r) -> {
            if (!known.containsKey(path)) {
                known.put(path, FreePlace.near(r, known.values()));
            }
        });
        return known;
    }

    /** What a box needs: a bar that was made as wide as a row of namespaces needs only room for its ports. */
    private Rect least(Node n, String path, Rect fresh) {
        return n.root().bridges().stream()
                .filter(b -> path.equals(n.name() + "/" + b.name()))
                .map(b -> sizes.bridge(n.root(), b))
                .map(s -> new Rect(0, 0, s.width(), s.height()))
                .findFirst()
                .orElse(fresh);
    }

    private static Rect atLeast(Rect place, Rect needed) {
        return new Rect(
                place.x(),
                place.y(),
                Math.max(place.width(), needed.width()),
                Math.max(place.height(), needed.height()));
    }

    private Frame addNode(Node n, Map<String, Rect> places, Pt origin) {
        String path = n.name().value();
        Rect inside = places.entrySet().stream()
                .map(e -> withLabels(n, e.getKey(), e.getValue()))
                .reduce(Rect::union)
                .orElse(null);
        Optional<Rect> kernel = routes(n) ? Optional.of(kernelBar(n, inside, origin)) : Optional.empty();
        Optional<Rect> content =
                kernel.map(k -> inside == null ? k : inside.union(k)).or(() -> Optional.ofNullable(inside));
        Rect own = box(path).orElse(null);
        if (frames.isCollapsed(n.name())) {
            Frame folded = collapsed(n, own == null ? inside : own, origin);
            frames.add(folded);
            return folded;
        }
        Rect around = content.map(c -> new Rect(
                        c.x() - NODE_PADDING,
                        c.y() - NODE_TITLE,
                        Math.max(c.width() + 2 * NODE_PADDING, sizes.width(title(n), Type.NODE) + 2 * NODE_PADDING),
                        c.height() + NODE_TITLE + NODE_PADDING))
                .orElseGet(() -> own != null ? own : empty(origin));
        Frame frame = new Frame(
                path,
                Frame.Kind.NODE,
                own == null ? around : around.union(own),
                Optional.empty(),
                title(n),
                List.of(),
                true);
        frames.add(frame);
        for (Namespace s : n.namespaces()) {
            Optional.ofNullable(places.get(n.id(s).toString())).ifPresent(r -> addSpace(n, s, r));
        }
        kernel.ifPresent(k -> frames.add(
                new Frame(path, Frame.Kind.KERNEL, k, Optional.of(path), "kernel", sizes.details(n.root()), false)));
        for (Bridge b : n.root().bridges()) {
            String bar = path + "/" + b.name();
            Optional.ofNullable(places.get(bar)).ifPresent(r -> addBridge(b, bar, path, r));
        }
        return frame;
    }

    /** A node as a single box that names what is in it, where the whole of it would stand. */
    private Frame collapsed(Node n, @Nullable Rect whole, Pt origin) {
        List<String> names = Stream.concat(
                        n.namespaces().stream().map(Namespace::name),
                        n.root().bridges().stream().map(b -> b.name().value()))
                .toList();
        String all = String.join("  ", names.subList(0, Math.min(NAMED, names.size())));
        String line = names.size() > NAMED ? all + "  …" : all;
        double width = Math.max(sizes.width(title(n), Type.NODE), sizes.width(line, Type.DETAIL));
        Rect at = whole == null ? empty(origin) : whole;
        Rect r = new Rect(at.x(), at.y(), Math.max(220, width + 2 * NODE_PADDING), COLLAPSED);
        return new Frame(n.name().value(), Frame.Kind.NODE, r, Optional.empty(), title(n), List.of(line), false);
    }

    /** A namespace's box with the label beside its cable, which may be the wider one. */
    private Rect withLabels(Node n, String path, Rect r) {
        double overhang = n.namespaces().stream()
                .filter(s -> n.id(s).toString().equals(path))
                .mapToDouble(s -> sizes.overhang(s, r.width()))
                .findFirst()
                .orElse(0);
        return new Rect(r.x(), r.y(), r.width() + Math.max(0, overhang - 12), r.height());
    }

    private String title(Node n) {
        String words = n.title().in(locale);
        return words.isEmpty() ? n.name().value() : words;
    }

    private void addSpace(Node n, Namespace s, Rect r) {
        String path = n.id(s).toString();
        Sizes.Size head = sizes.space(s);
        Rect around = r;
        double y = r.y() + head.height() + 60;
        for (Bridge b : s.bridges()) {
            PortId id = new PortId(n.id(s), b.name());
            Sizes.Size size = sizes.bridge(s, b);
            Rect bar = box(id.toString())
                    .map(p -> atLeast(p, new Rect(0, 0, size.width(), size.height())))
                    .orElse(new Rect(r.x() + 24, y, size.width(), size.height()));
            y = bar.bottom() + 60;
            around = around.union(bar.grown(24));
            addBridge(b, id.toString(), path, bar);
        }
        frames.add(new Frame(
                path,
                Frame.Kind.SPACE,
                around,
                Optional.of(n.name().value()),
                s.name(),
                sizes.details(s),
                !s.bridges().isEmpty() || !s.containers().isEmpty()));
        addContainers(s, path, r);
    }

    /** Its containers, and the lo they talk over. */
    private void addContainers(Namespace s, String path, Rect r) {
        List<Rect> places = sizes.containersIn(s, r);
        for (int i = 0; i < s.containers().size(); i++) {
            Container c = s.containers().get(i);
            frames.add(new Frame(
                    path + "/" + c.name(),
                    Frame.Kind.CONTAINER,
                    places.get(i),
                    Optional.of(path),
                    c.name().value(),
                    Sizes.listens(c),
                    false));
        }
        if (!s.containers().isEmpty()) {
            frames.add(new Frame(
                    path + "/lo",
                    Frame.Kind.LOOPBACK,
                    places.getLast(),
                    Optional.of(path),
                    "lo",
                    List.of("127.0.0.1"),
                    false));
        }
    }

    private void addBridge(Bridge b, String path, String parent, Rect r) {
        List<String> addresses = b.addresses().stream().map(Cidr::toString).toList();
        frames.add(new Frame(
                path, Frame.Kind.BRIDGE, r, Optional.of(parent), b.name().value(), addresses, false));
    }

    /** Whether the node's own stack takes part: then it is drawn. */
    private boolean routes(Node n) {
        return !n.root().routes().isEmpty()
                || n.root().bridges().stream().anyMatch(b -> !b.addresses().isEmpty())
                || n.root().interfaces().stream()
                        .anyMatch(i -> n.root().bridgeOf(i.name()).isEmpty());
    }

    /** A node without anything in it yet. */
    private static Rect empty(Pt origin) {
        return new Rect(origin.x() - NODE_PADDING, origin.y() - NODE_TITLE, 260, 170);
    }

    private Rect kernelBar(Node n, @Nullable Rect inside, Pt origin) {
        if (inside == null) {
            Rect at = box(n.name().value()).orElse(empty(origin));
            Sizes.Size s = sizes.kernel(at.width() - 2 * NODE_PADDING);
            return new Rect(at.x() + NODE_PADDING, at.y() + NODE_TITLE + 20, s.width(), s.height());
        }
        double rise = KERNEL_RISE;
        for (Interface i : n.root().interfaces()) {
            PortId id = new PortId(n.id(n.root()), i.name());
            if (n.root().bridgeOf(i.name()).isEmpty() && !links.leadsOut(id)) {
                rise = Math.max(rise, links.connected(id) ? NodeArranger.RISE : LABEL_RISE);
            }
        }
        Sizes.Size s = sizes.kernel(inside.width());
        return new Rect(inside.x(), inside.bottom() + rise, s.width(), s.height());
    }

    private Optional<Rect> extent() {
        return frames.all().stream().map(Frame::rect).reduce(Rect::union);
    }

    private void addLans() {
        for (Lan lan : drawing.topology().lans()) {
            String path = "lan:" + lan.name();
            String words = lan.title().in(locale);
            String title = words.isEmpty() ? lan.name().value() : words;
            Sizes.Size s = sizes.lan(title);
            Rect all = extent().orElse(new Rect(0, 0, 600, 0));
            Rect r = box(path)
                    .map(b -> atLeast(b, new Rect(0, 0, s.width(), s.height())))
                    .orElse(new Rect(all.x(), all.bottom() + 150, Math.max(all.width(), s.width()), s.height()));
            frames.add(new Frame(path, Frame.Kind.LAN, r, Optional.empty(), title, List.of(), false));
        }
    }

    private void addNotes() {
        Optional<Rect> all = extent();
        double x = all.map(r -> r.right() + 60).orElse(0.0);
        double y = all.map(Rect::y).orElse(0.0);
        for (Note n : drawing.topology().notes()) {
            String path = "note:" + n.id();
            Sizes.Size s = sizes.note(n);
            Optional<Rect> own = box(path).map(b -> atLeast(b, new Rect(0, 0, s.width(), s.height())));
            Rect r = own.orElse(new Rect(x, y, s.width(), s.height()));
            y = own.isPresent() ? y : r.bottom() + 24;
            Frame.Kind kind = n.framed() ? Frame.Kind.NOTE : Frame.Kind.TEXT;
            frames.add(new Frame(path, kind, r, Optional.empty(), "", sizes.noteLines(n), false));
        }
    }
}
