package dev.pathlight.topology;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How boxes are drawn and held, by path.
 *
 * @param groups frames around other boxes
 * @param locked neither moved nor deleted by hand
 * @param collapsed nodes drawn as a single box
 * @param heights what overlaps a box of its own kind lies above it where its number is larger; 0 where none is written
 */
public record Marks(
        List<Group> groups, SortedSet<String> locked, SortedSet<String> collapsed, SortedMap<String, Integer> heights) {
    /** The largest height, and with a minus the least. */
    public static final int HIGHEST = 1_000_000;

    public static final Marks NONE = new Marks(
            List.of(), Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedMap());

    public Marks {
        groups = List.copyOf(groups);
        locked = Collections.unmodifiableSortedSet(new TreeSet<>(locked));
        collapsed = Collections.unmodifiableSortedSet(new TreeSet<>(collapsed));
        heights.values().forEach(h -> Bounds.within("height", h, -HIGHEST, HIGHEST));
        TreeMap<String, Integer> high = new TreeMap<>(heights);
        high.values().removeIf(h -> h == 0);
        heights = Collections.unmodifiableSortedMap(high);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public int height(String path) {
        return heights.getOrDefault(path, 0);
    }

    public Optional<Group> group(String path) {
        return groups.stream().filter(g -> g.path().equals(path)).findFirst();
    }

    /** With {@code group} in the place of the one of its id, or as the last. */
    public Marks with(Group group) {
        List<Group> next = group(group.path()).isPresent()
                ? Rewrite.each(groups, g -> g.id().equals(group.id()) ? group : g)
                : Rewrite.plus(groups, group);
        return new Marks(next, locked, collapsed, heights);
    }

    public Marks withLocked(String path, boolean on) {
        return new Marks(groups, with(locked, path, on), collapsed, heights);
    }

    public Marks withCollapsed(String path, boolean on) {
        return new Marks(groups, locked, with(collapsed, path, on), heights);
    }

    /** At {@code height}, as near to it as can be written. */
    public Marks withHeight(String path, int height) {
        TreeMap<String, Integer> next = new TreeMap<>(heights);
        next.put(path, Math.clamp(height, -HIGHEST, HIGHEST));
        return new Marks(groups, locked, collapsed, next);
    }

    private static SortedSet<String> with(SortedSet<String> set, String path, boolean on) {
        SortedSet<String> next = new TreeSet<>(set);
        if (on) {
            next.add(path);
        } else {
            next.remove(path);
        }
        return next;
    }

    /** Without anything said of {@code path} and of what is in it. */
    Marks withoutAll(String path) {
        TreeSet<String> stillLocked = new TreeSet<>(locked);
        stillLocked.removeIf(p -> Layout.isWithin(p, path));
        TreeSet<String> stillCollapsed = new TreeSet<>(collapsed);
        stillCollapsed.removeIf(p -> Layout.isWithin(p, path));
        TreeMap<String, Integer> high = new TreeMap<>(heights);
        high.keySet().removeIf(p -> Layout.isWithin(p, path));
        return new Marks(
                groups.stream().filter(g -> !g.path().equals(path)).toList(), stillLocked, stillCollapsed, high);
    }

    /** With the group at {@code path} under another id. */
    Marks renamed(String path, Name id) {
        return new Marks(
                Rewrite.each(groups, g -> g.path().equals(path) ? new Group(id, g.title(), g.colour()) : g),
                locked,
                collapsed,
                heights);
    }

    /** With what is said of each path said of another. */
    Marks renamed(UnaryOperator<String> name) {
        TreeSet<String> nextLocked = new TreeSet<>();
        locked.forEach(p -> nextLocked.add(name.apply(p)));
        TreeSet<String> nextCollapsed = new TreeSet<>();
        collapsed.forEach(p -> nextCollapsed.add(name.apply(p)));
        TreeMap<String, Integer> high = new TreeMap<>();
        heights.forEach((p, h) -> high.put(name.apply(p), h));
        return new Marks(groups, nextLocked, nextCollapsed, high);
    }
}
