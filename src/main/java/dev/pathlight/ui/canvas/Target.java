package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;

/** How the thing that a drag would end on is shown. */
final class Target {
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

    /** Words beside the pointer, always of a readable size. */
    static void hint(Brush b, CanvasStyle style, Pt at, String words) {
        double k = Math.max(1, 1 / b.scale());
        double w = b.fonts().width(words, Type.CHIP) + 24;
        b.raw().save();
        b.raw().translate(at.x(), at.y());
        b.raw().scale(k, k);
        b.fill(new Rect(18, 18, w, 34), 17, style.accent());
        b.left(words, Type.CHIP, new Pt(30, 35), style.surfaces().box());
        b.raw().restore();
    }
}
