package dev.pathlight.view.scene;

import dev.pathlight.topology.Layout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Nodes and LANs make room for one that has grown: what it would cover now and did not before moves away from it, the way it
 * lay, with all that stands in it; and so on.
 */
public final class GivingWay {
    private static final double GAP = 30;
    private static final double GRID = 10;
    /** Whoever is pushed to and fro stays where that ends. */
    private static final int MOST = 200;

    private final Map<String, Rect> was = new HashMap<>();
    private final Map<String, Rect> now = new TreeMap<>();
    private final Map<String, Pt> ways = new TreeMap<>();
    private final Set<String> held;

    private GivingWay(Scene before, Scene after, Set<String> held) {
        this.held = held;
        before.frames().stream().filter(GivingWay::stands).forEach(f -> was.put(f.path(), f.rect()));
        after.frames().stream()
                .filter(f -> stands(f) && was.containsKey(f.path()))
                .forEach(f -> now.put(f.path(), f.rect()));
    }

    /**
     * The new places of what moves, by path.
     *
     * @param layout that {@code after} has
     */
    public static Map<String, Layout.Box> moves(Scene before, Scene after, Layout layout) {
        GivingWay all = new GivingWay(before, after, layout.marks().locked());
        all.push();
        Map<String, Layout.Box> boxes = new TreeMap<>();
        all.ways.forEach((path, way) -> {
            move(path, way, layout, boxes);
            after.inside(path).forEach(p -> move(p, way, layout, boxes));
        });
        return boxes;
    }

    private static void move(String path, Pt way, Layout layout, Map<String, Layout.Box> boxes) {
        layout.box(path)
                .ifPresent(
                        b -> boxes.put(path, Rect.of(b).moved(way.x(), way.y()).box()));
    }

    private static boolean stands(Frame f) {
        return f.kind() == Frame.Kind.NODE || f.kind() == Frame.Kind.LAN;
    }

    private void push() {
        Deque<String> growing = new ArrayDeque<>();
        now.forEach((path, r) -> {
            if (!was.getOrDefault(path, r).contains(r)) {
                growing.add(path);
            }
        });
        for (int pushes = 0; !growing.isEmpty() && pushes < MOST; pushes++) {
            String by = growing.poll();
            for (String other : List.copyOf(now.keySet())) {
                if (!other.equals(by) && !held.contains(other) && covers(by, other)) {
                    Pt way = way(by, other);
                    now.computeIfPresent(other, (p, r) -> r.moved(way.x(), way.y()));
                    ways.merge(other, way, (a, b) -> new Pt(a.x() + b.x(), a.y() + b.y()));
                    growing.add(other);
                }
            }
        }
    }

    private boolean covers(String by, String other) {
        return !rect(was, by).intersects(rect(was, other)) && rect(now, by).intersects(rect(now, other));
    }

    private static Rect rect(Map<String, Rect> of, String path) {
        return of.getOrDefault(path, new Rect(0, 0, 0, 0));
    }

    /** Aside where it lay aside, up or down otherwise. */
    private Pt way(String by, String other) {
        Rect a = rect(was, by);
        Rect b = rect(was, other);
        Rect grown = rect(now, by);
        Rect moved = rect(now, other);
        if (b.x() >= a.right()) {
            return new Pt(steps(grown.right() + GAP - moved.x()), 0);
        }
        if (b.right() <= a.x()) {
            return new Pt(-steps(moved.right() + GAP - grown.x()), 0);
        }
        return b.y() >= a.bottom()
                ? new Pt(0, steps(grown.bottom() + GAP - moved.y()))
                : new Pt(0, -steps(moved.bottom() + GAP - grown.y()));
    }

    private static double steps(double way) {
        return Math.ceil(way / GRID) * GRID;
    }
}
