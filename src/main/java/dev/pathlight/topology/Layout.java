package dev.pathlight.topology;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where things stand, apart from what they are. Keys are paths: a node ({@code this}), a namespace ({@code
 * this/ns1}), a bridge ({@code this/br0}), a LAN ({@code lan:lan0}), a note ({@code note:hint}) or a group ({@code
 * group:g1}). What has no place is laid out anew.
 */
public record Layout(SortedMap<String, Box> boxes, Marks marks) {
    /** The farthest coordinate and the largest size, in drawing units. */
    public static final double FARTHEST = 1e9;

    public static final Layout NONE = new Layout(Collections.emptySortedMap(), Marks.NONE);

    public Layout {
        boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
    }

    /** Places alone. */
    public Layout(SortedMap<String, Box> boxes) {
        this(boxes, Marks.NONE);
    }

    /** A rectangle in drawing units (one unit is a pixel at zoom 1): left, top, width, height; all absolute. */
    public record Box(double x, double y, double width, double height) {
        public Box {
            boolean inReach = Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST;
            if (!(inReach && width > 0 && height > 0 && width <= FARTHEST && height <= FARTHEST)) {
                throw new IllegalArgumentException("not a rectangle: " + x + " " + y + " " + width + " " + height);
            }
            x += 0.0; // so that -0.0, which is written as 0, stays equal to itself
            y += 0.0;
        }
    }

    public Optional<Box> box(String path) {
        return Optional.ofNullable(boxes.get(path));
    }

    public Layout with(Marks next) {
        return new Layout(boxes, next);
    }

    public Layout with(String path, Box box) {
        SortedMap<String, Box> next = new TreeMap<>(boxes);
        next.put(path, box);
        return new Layout(next, marks);
    }

    /** Without the boxes and marks of {@code path} and of everything in it. */
    public Layout withoutAll(String path) {
        SortedMap<String, Box> next = new TreeMap<>(boxes);
        next.keySet().removeIf(p -> isWithin(p, path));
        return new Layout(next, marks.withoutAll(path));
    }

    /** With the boxes and marks of {@code path} and of everything in it under a new path. */
    public Layout renamed(String path, String newPath) {
        UnaryOperator<String> name = p -> isWithin(p, path) ? newPath + p.substring(path.length()) : p;
        SortedMap<String, Box> next = new TreeMap<>();
        boxes.forEach((p, box) -> next.put(name.apply(p), box));
        return new Layout(next, marks.renamed(name));
    }

    static boolean isWithin(String path, String outer) {
        return path.equals(outer) || path.startsWith(outer + "/");
    }
}
