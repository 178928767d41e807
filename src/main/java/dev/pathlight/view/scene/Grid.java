package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Things with rectangles, found by place without looking at all of them. */
final class Grid<T> {
    private static final double CELL = 160;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private record Entry<T>(Rect rect, T thing) {}

    private final Map<Long, List<Entry<T>>> cells = new HashMap<>();

    void add(Rect rect, T thing) {
        Entry<T> e = new Entry<>(rect, thing);
        for (int cx = cell(rect.x()); cx <= cell(rect.right()); cx++) {
            for (int cy = cell(rect.y()); cy <= cell(rect.bottom()); cy++) {
                cells.computeIfAbsent(key(cx, cy), k -> new ArrayList<>(4)).add(e);
            }
        }
    }

    /** Whether something that overlaps {@code area} satisfies {@code test}. */
    boolean any(Rect area, Predicate<T> test) {
        for (int cx = cell(area.x()); cx <= cell(area.right()); cx++) {
            for (int cy = cell(area.y()); cy <= cell(area.bottom()); cy++) {
                for (Entry<T> e : cells.getOrDefault(key(cx, cy), List.of())) {
                    if (e.rect().intersects(area) && test.test(e.thing())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Everything that overlaps {@code area}, each once, in the order met. */
    Set<T> within(Rect area) {
        Set<T> found = new LinkedHashSet<>();
        any(area, thing -> {
            found.add(thing);
            return false;
        });
        return found;
    }

    /** Everything whose rectangle contains {@code p}, in the order added. */
    List<T> at(Pt p) {
        List<T> found = new ArrayList<>(2);
        for (Entry<T> e : cells.getOrDefault(key(cell(p.x()), cell(p.y())), List.of())) {
            if (e.rect().contains(p)) {
                found.add(e.thing());
            }
        }
        return found;
    }

    private static int cell(double v) {
        return (int) Math.floor(v / CELL);
    }

    private static long key(int cx, int cy) {
        // Spread, lest cells along a diagonal share a place in the map.
        return cx * SPREAD + cy;
    }
}
