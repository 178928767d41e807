package dev.pathlight.view.scene;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * Arranges a drawing, or what is chosen on it: proposes a few ways in which the boxes could stand, looks at each as it would
 * be drawn, and takes the one whose cables run over the fewest boxes, whose labels all find room, and which fills a screen.
 * Takes its time on large drawings: not for the window's thread.
 */
public final class AutoLayout {
    /** Boxes; beyond it only the way most likely to be the best is tried beside the plain one. */
    private static final int FEW = 150;

    private static final double NOTE_GAP = 24;
    private static final double NOTE_AWAY = 60;
    private static final double SCREEN = 1.6;
    private static final double APART = 40;

    private final Drawing drawing;
    private final Locale locale;
    private final TextMeasure measure;
    private final DoubleConsumer progress;
    private final Sizes sizes;

    private AutoLayout(Drawing drawing, Locale locale, TextMeasure measure, DoubleConsumer progress) {
        this.drawing = drawing;
        this.locale = locale;
        this.measure = measure;
        this.progress = progress;
        sizes = new Sizes(measure, locale);
    }

    /**
     * New places for the boxes {@code chosen} by their paths and for all in them, among which the others stay; for all of the
     * drawing when fewer than two are chosen. {@code progress} is told 0..1 from time to time, on the caller's thread.
     */
    public static Map<String, Layout.Box> arrange(
            Drawing drawing, Set<String> chosen, Locale locale, TextMeasure measure, DoubleConsumer progress) {
        AutoLayout layout = new AutoLayout(drawing, locale, measure, progress);
        Scene now = Scene.of(drawing, locale, measure);
        Set<String> outer = outermost(now, chosen);
        Set<String> locked = drawing.layout().marks().locked();
        if (outer.size() < 2 && locked.isEmpty()) {
            return layout.grouped(now, layout.all());
        }
        if (outer.size() < 2) {
            // Nodes keep their places then, and what is in them makes room for what is held.
            outer = now.frames().stream()
                    .filter(f -> f.isPlaceable() && f.parent().isPresent())
                    .map(Frame::path)
                    .collect(Collectors.toSet());
            outer = outermost(now, outer);
        }
        outer.removeAll(locked);
        return layout.grouped(now, layout.some(now, outer));
    }

    /** A group's frame encloses afterwards what it enclosed before; what a collapsed node hides goes along with it. */
    private Map<String, Layout.Box> grouped(Scene now, Map<String, Layout.Box> boxes) {
        Map<String, Layout.Box> all = new TreeMap<>(boxes);
        for (String node : drawing.layout().marks().collapsed()) {
            Optional<Rect> was = now.frame(node).map(Frame::rect);
            Optional<Rect> is = Optional.ofNullable(boxes.get(node)).map(Rect::of);
            if (was.isPresent() && is.isPresent()) {
                drawing.layout().boxes().forEach((path, box) -> {
                    if (path.startsWith(node + "/")) {
                        double dx = is.get().x() - was.get().x();
                        all.put(
                                path,
                                Rect.of(box)
                                        .moved(dx, is.get().y() - was.get().y())
                                        .box());
                    }
                });
            }
        }
        Scene then = scene(new Edit.MoveBoxes(all).applyTo(drawing));
        for (Group g : drawing.layout().marks().groups()) {
            now.frame(g.path())
                    .flatMap(f -> Groups.within(now, f).stream()
                            .flatMap(path -> then.frame(path).stream())
                            .map(Frame::rect)
                            .reduce(Rect::union))
                    .ifPresent(r -> all.put(g.path(), framed(r).box()));
        }
        return all;
    }

    private static Rect framed(Rect r) {
        Rect wide = r.grown(NOTE_GAP);
        return new Rect(wide.x(), wide.y() - Frame.GROUP_TITLE, wide.width(), wide.height() + Frame.GROUP_TITLE);
    }

    private static Set<String> outermost(Scene now, Set<String> chosen) {
        Set<String> outer = new HashSet<>();
        for (String path : chosen) {
            boolean implied = chosen.stream().anyMatch(o -> path.startsWith(o + "/"));
            if (!implied
                    && now.frame(path)
                            .filter(f -> f.isPlaceable() && f.kind() != Frame.Kind.GROUP)
                            .isPresent()) {
                outer.add(path);
            }
        }
        return outer;
    }

    private Map<String, Layout.Box> all() {
        Drawing bare = laidOut(Map.of());
        Scene plain = scene(bare);
        List<Map<String, Rect>> ways = new ArrayList<>();
        ways.add(seen(plain));
        Sketching sketching = new Sketching(plain, sizes);
        Sketch sketch = sketching.sketch(path -> true);
        if (!sketch.boxes().isEmpty()) {
            boolean few = sketch.boxes().size() <= FEW;
            boolean bars = sketch.lines().stream().anyMatch(l -> isBar(plain, l));
            ways.add(drawn(sketch, Sketch.Flow.DOWN));
            if (few && !bars) {
                ways.add(drawn(sketch, Sketch.Flow.RIGHT));
            }
        }
        Map<String, Rect> best = ways.getFirst();
        double least = Double.MAX_VALUE;
        for (Map<String, Rect> way : ways) {
            double cost = Judgement.cost(scene(laidOut(way)));
            if (cost < least) {
                least = cost;
                best = way;
            }
        }
        return boxes(best);
    }

    private static boolean isBar(Scene plain, Sketch.Line l) {
        return List.of(l.from(), l.to()).stream()
                .flatMap(e -> plain.frame(e.box()).stream())
                .anyMatch(Frame::isBar);
    }

    private Map<String, Rect> drawn(Sketch sketch, Sketch.Flow flow) {
        Map<String, Rect> places = new TreeMap<>(ElkLayout.place(sketch, flow, progress));
        places.keySet().removeIf(path -> path.endsWith(Sketching.kernel("")));
        shrink(places);
        Bars.widen(scene(laidOut(places)), places);
        notes(places);
        return places;
    }

    /** Takes back the room that was left beside namespaces for labels, and the frames that boxes make by themselves. */
    private void shrink(Map<String, Rect> places) {
        for (Node n : drawing.topology().nodes()) {
            for (Namespace s : n.namespaces()) {
                double width = sizes.space(s).width();
                places.computeIfPresent(
                        n.id(s).toString(),
                        (path, r) ->
                                s.bridges().isEmpty() ? new Rect(r.cx() - width / 2, r.y(), width, r.height()) : r);
            }
            String node = n.name().value();
            boolean encloses = places.keySet().stream().anyMatch(p -> p.startsWith(node + "/"));
            if (encloses) {
                places.remove(node);
            }
        }
    }

    /** Below all where the drawing is wide, else at its right. */
    private void notes(Map<String, Rect> places) {
        Rect all = scene(laidOut(places)).frames().stream()
                .filter(f -> !f.isRemark() && f.kind() != Frame.Kind.GROUP)
                .map(Frame::rect)
                .reduce(Rect::union)
                .orElse(new Rect(0, 0, 0, 0));
        boolean below = all.width() > SCREEN * all.height();
        double x = below ? all.x() : all.right() + NOTE_AWAY;
        double y = below ? all.bottom() + NOTE_AWAY : all.y();
        for (var n : drawing.topology().notes()) {
            Sizes.Size s = sizes.note(n);
            places.put("note:" + n.id(), new Rect(x, y, s.width(), s.height()));
            x += below ? s.width() + NOTE_GAP : 0;
            y += below ? 0 : s.height() + NOTE_GAP;
        }
    }

    private Map<String, Rect> seen(Scene scene) {
        Map<String, Rect> places = new TreeMap<>();
        for (Frame f : scene.frames()) {
            boolean encloses = f.kind() == Frame.Kind.GROUP
                    || f.kind() == Frame.Kind.NODE && !scene.inside(f.path()).isEmpty();
            if (f.isPlaceable() && !encloses) {
                places.put(f.path(), f.rect());
            }
        }
        return places;
    }

    /** What is chosen is arranged by itself, and put where it was or, where that is taken now, beside. */
    private Map<String, Layout.Box> some(Scene now, Set<String> outer) {
        Map<Optional<String>, Set<String>> byParent = new HashMap<>();
        outer.forEach(path -> byParent.computeIfAbsent(now.frame(path).flatMap(Frame::parent), p -> new HashSet<>())
                .add(path));
        Map<String, Rect> places = new TreeMap<>();
        byParent.forEach((parent, group) -> {
            if (group.size() > 1) {
                places.putAll(group(now, group));
            }
        });
        Map<String, Layout.Box> boxes = new TreeMap<>();
        places.forEach((path, r) -> boxes.put(path, r.box()));
        // What nobody has placed yet must not jump when its neighbours get their places.
        seen(now).forEach((path, r) -> {
            if (drawing.layout().box(path).isEmpty()) {
                boxes.putIfAbsent(path, r.box());
            }
        });
        return boxes;
    }

    private Map<String, Rect> group(Scene now, Set<String> group) {
        Sketch sketch = new Sketching(now, sizes)
                .sketch(path -> group.stream().anyMatch(g -> path.equals(g) || path.startsWith(g + "/")));
        Sketch.Flow flow = sketch.lines().stream().anyMatch(l -> isBar(now, l)) ? Sketch.Flow.DOWN : Sketch.Flow.RIGHT;
        Map<String, Rect> places = new TreeMap<>(ElkLayout.place(sketch, flow, progress));
        places.keySet().removeIf(path -> path.endsWith(Sketching.kernel("")));
        if (places.isEmpty()) {
            return places;
        }
        Rect was = union(group.stream()
                .flatMap(p -> now.frame(p).stream())
                .map(Frame::rect)
                .toList());
        Rect is = union(List.copyOf(places.values()));
        shrink(places);
        Set<Optional<String>> parents = new HashSet<>();
        group.forEach(p -> parents.add(now.frame(p).flatMap(Frame::parent)));
        List<Rect> others = now.frames().stream()
                .filter(f -> f.kind() != Frame.Kind.GROUP)
                .filter(f -> parents.contains(f.parent()) && !group.contains(f.path()))
                .map(Frame::rect)
                .toList();
        Rect to = FreePlace.closest(
                is.moved(Math.rint(was.cx() - is.cx()), Math.rint(was.cy() - is.cy())), others, APART);
        places.replaceAll((path, r) -> r.moved(to.x() - is.x(), to.y() - is.y()));
        return places;
    }

    private static Rect union(List<Rect> all) {
        return all.stream().reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
    }

    private Scene scene(Drawing d) {
        return Scene.of(d, locale, measure);
    }

    private Drawing laidOut(Map<String, Rect> places) {
        TreeMap<String, Layout.Box> boxes = new TreeMap<>();
        places.forEach((path, r) -> boxes.put(path, r.box()));
        return drawing.with(new Layout(boxes, drawing.layout().marks()));
    }

    /** With the nodes that have a box of their own in the drawing: it would pull them back to where they were. */
    private Map<String, Layout.Box> boxes(Map<String, Rect> places) {
        Map<String, Layout.Box> boxes = new TreeMap<>();
        places.forEach((path, r) -> boxes.put(path, r.box()));
        Scene scene = scene(laidOut(places));
        drawing.layout()
                .boxes()
                .forEach((path, was) -> scene.frame(path)
                        .ifPresent(f -> boxes.putIfAbsent(path, f.rect().box())));
        return boxes;
    }
}
