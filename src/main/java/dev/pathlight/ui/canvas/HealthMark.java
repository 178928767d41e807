package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Pt;
import javafx.scene.paint.Color;

/** The mark that says how a thing fares, different in shape as well as in colour: tick, dots, bar, cross. */
final class HealthMark {
    private HealthMark() {}

    static void paint(Brush b, CanvasStyle style, Health h, Pt at, double r) {
        Color c = style.of(h);
        Color on = style.surfaces().box();
        double w = r * 0.28;
        switch (h) {
            case DRAWN -> {}
            case PENDING -> {
                b.ring(at, r - w / 2, c, w);
                for (int i = -1; i <= 1; i++) {
                    b.disc(at.plus(i * r * 0.42, 0), r * 0.15, c);
                }
            }
            case UP -> {
                b.disc(at, r, c);
                b.line(at.plus(-r * 0.45, r * 0.02), at.plus(-r * 0.1, r * 0.38), on, w);
                b.line(at.plus(-r * 0.1, r * 0.38), at.plus(r * 0.48, -r * 0.36), on, w);
            }
            case DOWN -> {
                b.disc(at, r, c);
                b.line(at.plus(-r * 0.5, 0), at.plus(r * 0.5, 0), on, w);
            }
            case FAILED -> {
                b.raw().setFill(c);
                double[] x = {at.x(), at.x() + r * 1.2, at.x(), at.x() - r * 1.2};
                double[] y = {at.y() - r * 1.2, at.y(), at.y() + r * 1.2, at.y()};
                b.raw().fillPolygon(x, y, 4);
                b.line(at.plus(-r * 0.36, -r * 0.36), at.plus(r * 0.36, r * 0.36), on, w);
                b.line(at.plus(-r * 0.36, r * 0.36), at.plus(r * 0.36, -r * 0.36), on, w);
            }
        }
    }
}
