package dev.pathlight.view.scene;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Member;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where what a flannel network grows by stands: a pod in the row of its siblings, a node beside the last one; what was there
 * makes room, and LANs and bridges grow along. A drawing that nobody has laid out is laid out anew.
 */
public final class GrowthLayout {
    private static final double GAP = 56;
    private static final double NODE_GAP = 80;
    private static final double PADDING = 32;
    private static final double TITLE = 64;
    /** The widest bar of a new node; it grows with its pods. */
    private static final double BAR = 356;
    /** Between a pod and the bar it plugs into, when something has grown. */
    private static final double RISE = 156;

    private static final double SAME = 1;

    private final Drawing next;
    private final Topology grown;
    private final Locale locale;
    private final TextMeasure measure;
    private final Scene now;
    private final Scene then;
    private final Map<String, Rect> boxes = new TreeMap<>();

    private GrowthLayout(Drawing before, Topology grown, Locale locale, TextMeasure measure) {
        this.grown = grown;
        this.locale = locale;
        this.measure = measure;
        next = before.with(grown);
        now = Scene.of(before, locale, measure);
        then = Scene.of(next, locale, measure);
        before.layout().boxes().forEach((path, box) -> boxes.put(path, Rect.of(box)));
    }

    /** What turns {@code before} into {@code grown}, with every box in its place, as one edit. */
    public static Edit edit(Drawing before, Topology grown, Locale locale, TextMeasure measure) {
        GrowthLayout layout = new GrowthLayout(before, grown, locale, measure);
        for (Node n : grown.nodes()) {
            layout.look(before.topology(), n);
        }
        Map<String, Layout.Box> moved = new HashMap<>();
        layout.boxes.forEach((path, r) -> {
            if (before.layout().box(path).filter(r.box()::equals).isEmpty()) {
                moved.put(path, r.box());
            }
        });
        return new Edit.All(List.of(new Edit.ReplaceTopology(grown), new Edit.MoveBoxes(moved)));
    }

    private void look(Topology before, Node n) {
        Optional<Node> was = before.findNode(n.name());
        if (was.isEmpty()) {
            lastMember(before).ifPresent(like -> node(n, like));
            return;
        }
        if (!isPlaced(n.name())) {
            return;
        }
        for (Namespace s : n.namespaces()) {
            SpaceId id = n.id(s);
            if (was.get().findNamespace(s.name()).isEmpty()) {
                pod(was.get(), id);
            } else {
                larger(id);
            }
        }
    }

    private boolean isPlaced(Name node) {
        return boxes.keySet().stream().anyMatch(p -> p.equals(node.value()) || p.startsWith(node.value() + "/"));
    }

    private Optional<Member> lastMember(Topology before) {
        return Member.of(before).stream()
                .filter(m -> isPlaced(m.node().name()))
                .max(Comparator.comparingDouble(
                        m -> rect(now, m.node().name().value()).right()));
    }

    private static Rect rect(Scene scene, String path) {
        return scene.frame(path).orElseThrow().rect();
    }

    private String bar(Name node) {
        return node + "/" + grown.flannel().orElseThrow().cni().bridge();
    }

    private void node(Node n, Member like) {
        Rect beside = rect(now, like.node().name().value());
        Rect itsBar = rect(now, bar(like.node().name()));
        Rect bar = rect(then, bar(n.name()));
        double wide = Math.max(bar.width(), Math.min(itsBar.width(), BAR));
        double width = wide + 2 * PADDING;
        shiftRight(beside.right(), width + NODE_GAP, List.of());
        double x = beside.right() + NODE_GAP;
        boxes.put(n.name().value(), new Rect(x, beside.y(), width, beside.height()));
        boxes.put(bar(n.name()), new Rect(x + PADDING, itsBar.y(), wide, Math.max(bar.height(), itsBar.height())));
    }

    private void pod(Node was, SpaceId id) {
        Rect node = rect(now, was.name().value());
        Rect bar = rect(now, bar(was.name()));
        Rect size = rect(then, id.toString());
        Optional<Rect> last = was.namespaces().stream()
                .map(s -> rect(now, was.id(s).toString()))
                .max(Comparator.comparingDouble(Rect::right));
        double x = last.map(l -> l.right() + GAP).orElse(bar.cx() - size.width() / 2);
        double y = last.map(Rect::y).orElse(Math.max(node.y() + TITLE, bar.y() - RISE - size.height()));
        Rect pod = new Rect(x, y, size.width(), size.height());
        Rect wide = bar.union(new Rect(pod.x(), bar.y(), pod.width() + PADDING, bar.height()));
        Rect content = wide.union(pod);
        shiftRight(
                node.right(),
                content.right() + PADDING - node.right(),
                List.of(was.name().value()));
        boxes.put(id.toString(), pod);
        boxes.put(bar(was.name()), wide);
        shiftDown(pod.y(), pod.bottom() + RISE / 2 - bar.y());
        settle(was.name().value(), Math.max(node.right(), content.right() + PADDING));
    }

    /** Labels beside cables may need more room still than the box was thought to. */
    private void settle(String node, double right) {
        TreeMap<String, Layout.Box> places = new TreeMap<>();
        boxes.forEach((path, r) -> places.put(path, r.box()));
        Rect settled = rect(Scene.of(next.with(new Layout(places)), locale, measure), node);
        shiftRight(right, settled.right() - right, List.of(node));
    }

    /** A box that has more in it now. */
    private void larger(SpaceId id) {
        Rect was = rect(now, id.toString());
        Rect is = rect(then, id.toString());
        if (is.width() <= was.width() && is.height() <= was.height()) {
            return;
        }
        String node = id.node().value();
        double wider = Math.max(0, is.width() - was.width());
        double right = rect(now, node).right() + wider;
        shiftRight(was.right(), wider, List.of(node, bar(id.node())));
        now.frame(bar(id.node()))
                .map(Frame::rect)
                .filter(b -> is.height() > was.height() && b.y() >= was.bottom())
                .ifPresent(b -> shiftDown(was.bottom(), is.bottom() + RISE - b.y()));
        settle(node, right);
    }

    /** Moves what stands right of {@code x} by {@code d}; LANs that reach across it, and {@code growing}, grow. */
    private void shiftRight(double x, double d, List<String> growing) {
        if (d <= 0) {
            return;
        }
        boxes.replaceAll((path, r) -> {
            boolean across = path.startsWith("lan:") && r.x() < x - SAME && r.right() >= x - SAME;
            boolean grows = across || growing.contains(path);
            return grows ? new Rect(r.x(), r.y(), r.width() + d, r.height()) : r.x() >= x - SAME ? r.moved(d, 0) : r;
        });
    }

    /** Moves what stands below {@code y} by {@code d}; nodes that reach across it grow. */
    private void shiftDown(double y, double d) {
        if (d <= 0) {
            return;
        }
        List<String> nodes = Stream.concat(grown.nodes().stream(), now.topology().nodes().stream())
                .map(n -> n.name().value())
                .toList();
        boxes.replaceAll((path, r) -> {
            boolean grows = nodes.contains(path) && r.y() < y && r.bottom() > y;
            return grows ? new Rect(r.x(), r.y(), r.width(), r.height() + d) : r.y() > y + SAME ? r.moved(0, d) : r;
        });
    }
}
