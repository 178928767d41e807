package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Wire;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Paints cables, all of one health in a single stroke: a solid line carries, a dashed one does not. */
final class WirePainter {
    private final Brush brush;
    private final CanvasStyle style;

    WirePainter(Brush brush, CanvasStyle style) {
        this.brush = brush;
        this.style = style;
    }

    void paint(Iterable<Wire> wires, Rect visible, Function<Wire, Health> health) {
        Map<Health, List<Wire>> byHealth = new EnumMap<>(Health.class);
        for (Wire w : wires) {
            if (w.curve().bounds().grown(4).intersects(visible)) {
                byHealth.computeIfAbsent(health.apply(w), h -> new ArrayList<>())
                        .add(w);
            }
        }
        Ink g = brush.raw();
        byHealth.forEach((h, list) -> {
            g.setStroke(style.of(h));
            g.setLineWidth(brush.atLeast(h == Health.UP ? 3.5 : 3, 1));
            switch (h) {
                case DRAWN, UP -> g.setLineDashes();
                case PENDING -> g.setLineDashes(3, 9);
                case DOWN -> g.setLineDashes(12, 9);
                case FAILED -> g.setLineDashes(18, 6, 3, 6);
            }
            g.beginPath();
            list.forEach(w -> brush.add(w.curve()));
            g.stroke();
        });
        g.setLineDashes();
    }
}
