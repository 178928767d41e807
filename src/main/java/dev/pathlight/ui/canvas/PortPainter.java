package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import javafx.scene.paint.Color;

/** Paints interfaces: sockets with their number on a bridge, plugs elsewhere, and what is written beside them. */
final class PortPainter {
    /** The zoom from which interfaces are painted. */
    static final double FROM = 0.28;

    private final Brush brush;
    private final CanvasStyle style;
    private final Board board;

    PortPainter(Brush brush, Board board) {
        this.brush = brush;
        this.board = board;
        style = board.style().get();
    }

    /** The square of a bridge's numbered port, or what encloses a plug. */
    static Rect shape(Port p) {
        return p.number() > 0
                ? new Rect(p.at().x() - 18, p.at().y() - 15, 36, 30)
                : new Rect(p.at().x() - 8, p.at().y() - 8, 16, 16);
    }

    void paint(Port p, Health health, boolean lit) {
        Color line = lit ? style.lit() : style.of(health);
        Rect r = shape(p);
        if (p.number() > 0) {
            brush.fill(r, 6, lit ? style.lit() : style.surfaces().box());
            brush.outline(r, 6, line, 2.5);
            if (brush.legible(Type.NUMBER)) {
                Color ink = lit ? style.surfaces().box() : style.text();
                brush.centred(Integer.toString(p.number()), Type.NUMBER, r.centre(), ink);
            }
        } else if (p.connected() || lit) {
            brush.disc(p.at(), 9.5, style.surfaces().box());
            brush.disc(p.at(), 7, line);
        } else {
            brush.disc(p.at(), 8, style.surfaces().box());
            brush.ring(p.at(), 6.5, line, 2.5);
        }
        if (health == Health.DOWN) {
            down(p);
        } else if (health != Health.DRAWN && health != Health.UP) {
            board.tags().at(p.path()).ifPresent(at -> HealthMark.paint(brush, style, health, at.centre(), 8));
        }
    }

    /** In red and in words beside its cable's beginning, away from its name: the last row sees why nothing passes. */
    private void down(Port p) {
        Color bad = style.of(Health.FAILED);
        Rect r = shape(p).grown(p.number() > 0 ? 0 : 5);
        if (p.number() > 0) {
            brush.outline(r, 6, bad, 4);
        } else {
            brush.line(new Pt(r.x(), r.bottom()), new Pt(r.right(), r.y()), bad, 5);
        }
        board.tags().at(p.path()).ifPresent(tag -> {
            brush.fill(tag, Tags.HEIGHT / 2, bad);
            if (brush.legible(Type.NUMBER)) {
                String word = board.words().say("mark.down");
                brush.centred(word, Type.NUMBER, tag.centre(), style.surfaces().box());
            }
        });
    }

    void paint(Label l, Color name, Color addresses) {
        double x = l.rect().x() + Label.PADDING;
        double y = l.rect().y() + Label.PADDING + Type.INTERFACE.lineHeight() / 2;
        brush.left(l.name(), Type.INTERFACE, new Pt(x, y), name);
        y += Type.INTERFACE.lineHeight() / 2 + Type.ADDRESS.lineHeight() / 2;
        for (String a : l.addresses()) {
            brush.left(a, Type.ADDRESS, new Pt(x, y), addresses);
            y += Type.ADDRESS.lineHeight();
        }
    }
}
