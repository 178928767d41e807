package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Group;
import dev.pathlight.topology.Marks;
import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import javafx.scene.paint.Color;

/** Paints a group: a tint so thin that all on it stays readable, a dashed edge, and its title. */
final class GroupPainter {
    private static final double RADIUS = 20;

    private final Brush brush;
    private final CanvasStyle style;

    GroupPainter(Brush brush, CanvasStyle style) {
        this.brush = brush;
        this.style = style;
    }

    void paint(Frame f, Marks marks) {
        Color c = colour(marks.group(f.path()).map(Group::colour).orElse(Group.Colour.GREY), style);
        Rect r = f.rect();
        brush.raw().setGlobalAlpha(0.10);
        brush.fill(r, RADIUS, c);
        brush.raw().setGlobalAlpha(1);
        brush.raw().setLineDashes(12, 8);
        brush.outline(r, RADIUS, c, brush.atLeast(2.5, 1.5));
        brush.raw().setLineDashes();
        if (brush.legible(Type.NODE)) {
            brush.left(f.title(), Type.NODE, new Pt(r.x() + 20, r.y() + Frame.GROUP_TITLE / 2 + 2), c);
        }
    }

    /** A shade that stands out in this theme. */
    static Color colour(Group.Colour colour, CanvasStyle style) {
        return switch (colour) {
            case GREY -> style.softText();
            case BLUE -> style.accent();
            case GREEN -> style.of(Health.UP);
            case AMBER -> style.of(Health.PENDING);
            case RED -> style.of(Health.FAILED);
            case PURPLE -> style.chip("arp");
        };
    }
}
