package dev.pathlight.view.scene;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.scene.Sketch.Box;
import dev.pathlight.view.scene.Sketch.End;
import dev.pathlight.view.scene.Sketch.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says of a drawing what a layout must know: how large each box must be and what joins what. Lines lead from namespaces to
 * their bridges, from these to the kernel, from nodes to LANs: down, as on a blackboard.
 */
final class Sketching {
    private static final double SPARE = 12;
    /** A bridge with more namespaces than this has half of them below it; a LAN its nodes. */
    private static final int MOST_ON_BRIDGE = 12;

    private static final int MOST_ON_LAN = 4;
    /** Below what stands in a node that routes: its kernel's bar. */
    private static final double KERNEL_FOOT = CanvasLayout.KERNEL_RISE + 80 + CanvasLayout.NODE_PADDING;

    private final Scene scene;
    private final Sizes sizes;
    private final Map<String, Integer> joined = new HashMap<>();

    Sketching(Scene scene, Sizes sizes) {
        this.scene = scene;
        this.sizes = sizes;
    }

    /** What stands in the boxes that {@code wanted} chooses by their paths; these are the outermost ones then. */
    Sketch sketch(Predicate<String> wanted) {
        List<Box> boxes = new ArrayList<>();
        Topology t = scene.topology();
        for (Node n : t.nodes()) {
            String path = n.name().value();
            scene.frame(path).ifPresent(f -> boxes.add(node(f)));
            n.root().bridges().forEach(b -> boxes.add(bridge(n, n.root(), b, path)));
            for (Namespace s : n.namespaces()) {
                boxes.add(space(n, s));
                s.bridges().forEach(b -> boxes.add(bridge(n, s, b, n.id(s).toString())));
            }
            scene.kernel(path)
                    .filter(k -> isCabled(path))
                    .ifPresent(k -> boxes.add(new Box(kernel(path), Optional.of(path), Sizes.KERNEL, 80, 0, 0)));
        }
        t.lans()
                .forEach(l -> scene.frame("lan:" + l.name())
                        .ifPresent(f -> boxes.add(new Box(f.path(), Optional.empty(), 300, 76, 0, 0))));
        List<Box> chosen = boxes.stream()
                .filter(b -> wanted.test(b.path()) && isDrawn(b.path()))
                .toList();
        Set<String> paths = chosen.stream().map(Box::path).collect(Collectors.toSet());
        return new Sketch(
                chosen.stream().map(b -> rooted(b, paths)).toList(),
                lines().stream()
                        .filter(l -> paths.contains(l.from().box()) && paths.contains(l.to().box()))
                        .toList());
    }

    /** What stands in a collapsed node is not. */
    private boolean isDrawn(String path) {
        return scene.frame(path).isPresent() || path.endsWith(kernel(""));
    }

    private static Box rooted(Box b, Set<String> paths) {
        return new Box(b.path(), b.parent().filter(paths::contains), b.width(), b.height(), b.title(), b.foot());
    }

    private Box node(Frame f) {
        if (!f.hollow()) {
            return new Box(
                    f.path(), Optional.empty(), f.rect().width(), f.rect().height(), 0, 0);
        }
        boolean routes = scene.kernel(f.path()).isPresent() && !isCabled(f.path());
        double title = sizes.width(f.title(), Type.NODE) + 2 * CanvasLayout.NODE_PADDING;
        return new Box(
                f.path(),
                Optional.empty(),
                Math.max(260, title),
                170,
                CanvasLayout.NODE_TITLE,
                routes ? KERNEL_FOOT : CanvasLayout.NODE_PADDING);
    }

    private Box space(Node n, Namespace s) {
        Sizes.Size size = sizes.space(s);
        boolean hollow = !s.bridges().isEmpty();
        return new Box(
                n.id(s).toString(),
                Optional.of(n.name().value()),
                size.width() + 2 * overhang(s),
                size.height(),
                hollow ? size.height() + 60 : 0,
                hollow ? 24 : 0);
    }

    /** By how much a label sticks out of a namespace's box at either side. */
    double overhang(Namespace s) {
        return Math.max(0, sizes.overhang(s, sizes.space(s).width()) - SPARE);
    }

    private Box bridge(Node n, Namespace s, Bridge b, String parent) {
        Sizes.Size size = sizes.bridge(s, b);
        String path = new PortId(n.id(s), b.name()).toString();
        return new Box(path, Optional.of(parent), size.width(), size.height(), 0, 0);
    }

    /** A kernel bar's own path in a sketch: on drawings it shares its node's. */
    static String kernel(String node) {
        return node + " kernel";
    }

    private boolean isCabled(String node) {
        for (Wire w : scene.wires()) {
            boolean ends = w.a().space().toString().equals(node) && isKernel(w.a())
                    || w.b().filter(b -> b.space().toString().equals(node) && isKernel(b))
                            .isPresent();
            if (ends) {
                return true;
            }
        }
        return false;
    }

    private boolean isKernel(PortId id) {
        return scene.port(id).filter(p -> p.owner().kind() == Frame.Kind.KERNEL).isPresent();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Wire w : scene.wires()) {
            Optional<Port> a = scene.port(w.a());
            Optional<Port> b = w.b().flatMap(scene::port);
            if (a.isPresent()) {
                Frame there = b.map(Port::owner).or(() -> lan(w)).orElse(a.get().owner());
                if (!there.path().equals(a.get().owner().path())) {
                    lines.add(line(a.get(), b, there));
                }
            }
        }
        return lines;
    }

    private Optional<Frame> lan(Wire w) {
        return scene.frame(w.path().substring(0, w.path().indexOf(':', "lan:".length())));
    }

    private Line line(Port a, Optional<Port> b, Frame there) {
        Frame here = a.owner();
        End from = new End(path(here), sizes.labelWidth(a.face()));
        End to = new End(path(there), b.map(p -> sizes.labelWidth(p.face())).orElse(60.0));
        boolean down = rank(here) <= rank(there);
        Frame lower = down ? there : here;
        boolean under = rank(here) != rank(there) && isUnder(lower);
        return down != under ? new Line(from, to) : new Line(to, from);
    }

    /** Whether the next one that joins a crowded bar goes below it: every second half does. */
    private boolean isUnder(Frame bar) {
        int most = bar.kind() == Frame.Kind.LAN ? MOST_ON_LAN : MOST_ON_BRIDGE;
        int all = ends(bar);
        int before = joined.merge(path(bar), 1, Integer::sum) - 1;
        return bar.kind() != Frame.Kind.KERNEL && all > most && before >= (all + 1) / 2;
    }

    private int ends(Frame bar) {
        return switch (bar.kind()) {
            case LAN ->
                scene.topology().lans().stream()
                        .filter(l -> bar.path().equals("lan:" + l.name()))
                        .mapToInt(l -> l.nics().size())
                        .sum();
            case BRIDGE -> {
                PortId id = PortId.parse(bar.path());
                yield scene.topology().find(id.space()).stream()
                        .flatMap(n -> n.bridges().stream())
                        .filter(b -> b.name().equals(id.name()))
                        .mapToInt(b -> b.ports().size())
                        .sum();
            }
            case NODE, GROUP, SPACE, KERNEL, CONTAINER, LOOPBACK, NOTE, TEXT -> 0;
        };
    }

    private static String path(Frame f) {
        return f.kind() == Frame.Kind.KERNEL ? kernel(f.path()) : f.path();
    }

    private static int rank(Frame f) {
        return switch (f.kind()) {
            case SPACE, GROUP, CONTAINER, LOOPBACK, NOTE, TEXT -> 0;
            case BRIDGE -> 1;
            case KERNEL -> 2;
            case NODE -> 3;
            case LAN -> 4;
        };
    }
}
