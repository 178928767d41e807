package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The order in which the Tab key visits a drawing: each box line by line, then what stands on and in it. */
final class ReadingOrder {
    /** Boxes whose tops differ by less stand in one line. */
    private static final double LINE = 60;

    private static final Comparator<Frame> LINES = Comparator.<Frame>comparingDouble(
                    f -> Math.floor(f.rect().y() / LINE))
            .thenComparingDouble(f -> f.rect().x());

    private final Map<String, List<Frame>> children = new TreeMap<>();
    private final Map<String, List<Port>> ports = new TreeMap<>();
    private final List<String> order = new ArrayList<>();

    private ReadingOrder(Scene scene) {
        List<Frame> roots = new ArrayList<>();
        for (Frame f : scene.frames()) {
            if (f.isPlaceable()) {
                f.parent()
                        .map(p -> children.computeIfAbsent(p, k -> new ArrayList<>()))
                        .orElse(roots)
                        .add(f);
            }
        }
        scene.ports()
                .forEach(p -> ports.computeIfAbsent(p.owner().path(), k -> new ArrayList<>())
                        .add(p));
        roots.stream().sorted(LINES).forEach(this::visit);
        scene.wires().forEach(w -> w.b().ifPresent(b -> order.add(w.path())));
    }

    private void visit(Frame f) {
        order.add(f.path());
        ports.getOrDefault(f.path(), List.of()).stream()
                .sorted(Comparator.comparingDouble(p -> p.at().x()))
                .forEach(p -> order.add(p.path()));
        children.getOrDefault(f.path(), List.of()).stream().sorted(LINES).forEach(this::visit);
    }

    /** All paths, in order. */
    static List<String> of(Scene scene) {
        return List.copyOf(new ReadingOrder(scene).order);
    }

    /** What comes {@code step} after {@code from}; empty past either end. */
    static Optional<String> next(Scene scene, Optional<String> from, int step) {
        List<String> all = of(scene);
        int i = from.map(all::indexOf).orElse(-1);
        int to = i < 0 ? (step > 0 ? 0 : all.size() - 1) : i + step;
        return to >= 0 && to < all.size() ? Optional.of(all.get(to)) : Optional.empty();
    }
}
