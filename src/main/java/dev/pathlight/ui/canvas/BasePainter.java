package dev.pathlight.ui.canvas;

import dev.pathlight.topology.PortId;
import dev.pathlight.view.Health;
import dev.pathlight.view.TreeMark;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import dev.pathlight.view.scene.Wire;
import java.util.stream.Stream;

/** Paints the drawing as it stands: what changes only when the drawing, its health or the view does. */
final class BasePainter {
    private static final double GRID = 40;

    private final Board board;

    BasePainter(Board board) {
        this.board = board;
    }

    /** On the screen: with the grid. */
    void paint(Ink ink, double width, double height) {
        paint(ink, board.view().get(), width, height, true);
    }

    /** @param width of the whole surface, in its own units; {@code height} too */
    void paint(Ink ink, View view, double width, double height, boolean grid) {
        CanvasStyle style = board.style().get();
        ink.cover(style.surfaces().background(), width, height);
        Scene scene = board.scene();
        Rect visible = view.visible(width, height);
        Brush brush = new Brush(ink, board.fonts(), view);
        if (grid) {
            dots(brush, style, visible);
        }
        FramePainter frames = new FramePainter(brush, style, board.words(), board.marks());
        frames(scene, visible, brush, frames, true);
        new WirePainter(brush, style).paint(scene.wires(), visible, this::carries);
        frames(scene, visible, brush, frames, false);
        ports(scene, visible, brush, style);
    }

    /** Cables lie on it: it encloses boxes to which they lead. */
    private static boolean isGround(Frame f) {
        return f.kind().compareTo(Frame.Kind.GROUP) <= 0 || f.kind() == Frame.Kind.SPACE && f.hollow();
    }

    private void frames(Scene scene, Rect visible, Brush brush, FramePainter painter, boolean ground) {
        TreePainter tree = new TreePainter(brush, board);
        DriftPainter drift = new DriftPainter(brush, board);
        for (Frame f : scene.frames()) {
            if (isGround(f) == ground && f.rect().grown(6).intersects(visible)) {
                painter.paint(f, board.health(f.path()));
                tree.paint(f);
                drift.paint(f);
                Boolean forwards = board.model().forwarding().get().get(f.path());
                if (forwards != null) {
                    ForwardSwitch.paint(f, forwards, brush, board.style().get());
                }
            }
        }
    }

    /** Nothing passes a cable that the spanning tree blocks at an end: it looks like one that is down. */
    private Health carries(Wire w) {
        Health own = board.health(w);
        return own == Health.UP
                        && Stream.concat(Stream.of(w.a()), w.b().stream()).anyMatch(this::isBlocked)
                ? Health.DOWN
                : own;
    }

    private boolean isBlocked(PortId port) {
        TreeMark mark = board.model().tree().get().get(port.toString());
        return mark != null && mark.kind() == TreeMark.Kind.BLOCKING;
    }

    private void ports(Scene scene, Rect visible, Brush brush, CanvasStyle style) {
        if (brush.scale() < PortPainter.FROM) {
            return;
        }
        PortPainter painter = new PortPainter(brush, board);
        TreePainter tree = new TreePainter(brush, board);
        DriftPainter drift = new DriftPainter(brush, board);
        for (Port p : scene.ports()) {
            if (PortPainter.shape(p).intersects(visible)) {
                painter.paint(p, board.health(p.path()), false);
                tree.paint(p);
                drift.paint(p);
            }
        }
        if (brush.legible(Type.INTERFACE)) {
            for (Label l : scene.labels()) {
                if (l.rect().intersects(visible)) {
                    painter.paint(l, style.text(), style.softText());
                }
            }
        }
    }

    /** The grid things snap to, so faint that it does not speak. */
    private void dots(Brush b, CanvasStyle style, Rect visible) {
        if (b.scale() < 0.6) {
            return;
        }
        Ink g = b.raw();
        g.setFill(style.line());
        g.setGlobalAlpha(0.28);
        double d = 1.6 / b.scale();
        for (double x = Math.floor(visible.x() / GRID) * GRID; x < visible.right(); x += GRID) {
            for (double y = Math.floor(visible.y() / GRID) * GRID; y < visible.bottom(); y += GRID) {
                g.fillRect(x - d / 2, y - d / 2, d, d);
            }
        }
        g.setGlobalAlpha(1);
    }
}
