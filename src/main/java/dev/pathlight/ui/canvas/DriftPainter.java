package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Marks what is live otherwise than it is drawn: dashes around it, and words, or a sign where there is no room for them. */
final class DriftPainter {
    private static final double AWAY = 6;
    private static final double SIGN = 12;

    private final Brush brush;
    private final Board board;
    private final Color color;

    DriftPainter(Brush brush, Board board) {
        this.brush = brush;
        this.board = board;
        color = board.style().get().live();
    }

    void paint(Frame f) {
        paint(f.path(), f.rect(), 14);
    }

    void paint(Port p) {
        paint(p.path(), PortPainter.shape(p), 10);
    }

    private void paint(String path, Rect r, double radius) {
        if (!board.model().drift().get().containsKey(path)) {
            return;
        }
        double w = brush.atLeast(3, 2);
        brush.raw().setLineDashes(3 * w, 2 * w);
        brush.outline(r.grown(AWAY), radius, color, w);
        brush.raw().setLineDashes();
        Optional<Rect> tag = board.tags().drifted(path).filter(t -> brush.legible(Type.NUMBER));
        tag.ifPresentOrElse(this::words, () -> sign(new Pt(r.x() - AWAY, r.y() - AWAY)));
    }

    private void words(Rect r) {
        Color on = board.style().get().surfaces().background();
        brush.fill(r, Tags.HEIGHT / 2, color);
        brush.centred(board.words().say("drift.tag"), Type.NUMBER, r.centre(), on);
    }

    /** ≠ */
    private void sign(Pt at) {
        Color on = board.style().get().surfaces().background();
        brush.disc(at, SIGN, color);
        brush.line(at.plus(-6, -2.5), at.plus(6, -2.5), on, 2.2);
        brush.line(at.plus(-6, 2.5), at.plus(6, 2.5), on, 2.2);
        brush.line(at.plus(3, -7), at.plus(-3, 7), on, 2.2);
    }
}
