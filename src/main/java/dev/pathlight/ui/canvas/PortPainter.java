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
    private final Brush brush;
    private final CanvasStyle style;

    PortPainter(Brush brush, CanvasStyle style) {
        this.brush = brush;
        this.style = style;
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
        if (health != Health.DRAWN && health != Health.UP) {
            HealthMark.paint(brush, style, health, p.at().plus(p.number() > 0 ? 22 : 11, -12), 8);
        }
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
