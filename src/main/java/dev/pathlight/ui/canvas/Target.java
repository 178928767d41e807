package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;

/** How the thing that a drag would end on is shown. */
final class Target {
    private static final double AWAY = 18;
    private static final double HIGH = 34;
    private static final double EDGE = 6;

    private Target() {}

    static void outline(Board board, Brush b, CanvasStyle style, String path) {
        board.scene().frame(path).ifPresent(f -> {
            b.raw().setGlobalAlpha(0.16);
            b.fill(f.rect(), FramePainter.radius(f), style.accent());
            b.raw().setGlobalAlpha(1);
            b.outline(f.rect().grown(5), FramePainter.radius(f) + 5, style.accent(), b.atLeast(5, 3));
        });
        board.portAt(path).forEach(p -> b.outline(PortPainter.shape(p).grown(6), 10, style.accent(), 4));
    }

    /** Words beside the pointer, always of a readable size and within the pane. */
    static void hint(Board board, Brush b, CanvasStyle style, Pt at, String words) {
        double k = Math.max(1, 1 / b.scale());
        double w = b.fonts().width(words, Type.CHIP) + 24;
        Rect seen = board.seen();
        double x = Math.max(seen.x() + EDGE * k, Math.min(at.x() + AWAY * k, seen.right() - (w + EDGE) * k));
        boolean below = at.y() + (AWAY + HIGH + EDGE) * k < seen.bottom();
        double y = below ? at.y() + AWAY * k : at.y() - (AWAY + HIGH) * k;
        b.raw().save();
        b.raw().translate(x, y);
        b.raw().scale(k, k);
        b.fill(new Rect(0, 0, w, HIGH), HIGH / 2, style.accent());
        b.left(words, Type.CHIP, new Pt(12, HIGH / 2), style.surfaces().box());
        b.raw().restore();
    }
}
