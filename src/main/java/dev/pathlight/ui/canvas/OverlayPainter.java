package dev.pathlight.ui.canvas;

import dev.pathlight.topology.PortId;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Rect;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;

/** Paints what changes from frame to frame: the lit path, what is pointed at or selected, packets, the running gesture. */
final class OverlayPainter {
    private final Board board;
    private final Canvas canvas;
    private final ScreenInk ink;

    OverlayPainter(Board board, Canvas canvas, Fonts fonts) {
        this.board = board;
        this.canvas = canvas;
        ink = new ScreenInk(canvas.getGraphicsContext2D(), fonts);
    }

    void paint() {
        CanvasStyle style = board.style().get();
        ink.clear(canvas.getWidth(), canvas.getHeight());
        Brush brush = new Brush(ink, board.fonts(), board.view().get());
        Rect visible = board.view().get().visible(canvas.getWidth(), canvas.getHeight());
        board.hovered().get().ifPresent(path -> outline(brush, path, style.accent(), 0.45));
        board.model().selection().get().forEach(path -> outline(brush, path, style.accent(), 1));
        new LitPainter(board, brush, style).paint();
        WarningMark.paint(board, brush, style);
        focus(brush, style);
        PingHandle.paint(board, brush, style);
        new DotPainter(board, brush, style).paint(visible);
        board.gesture()
                .get()
                .ifPresentOrElse(
                        gesture -> gesture.paint(brush, style),
                        () -> ToolHint.paint(board, ink, canvas.getWidth(), canvas.getHeight()));
        ToolHint.told(board, ink, canvas.getWidth(), canvas.getHeight());
    }

    /** What the keyboard is at, when it is not selected anyway. */
    private void focus(Brush b, CanvasStyle style) {
        Set<String> selection = board.model().selection().get();
        board.focused().get().filter(path -> !selection.contains(path)).ifPresent(path -> {
            b.raw().setLineDashes(b.atLeast(8, 4), b.atLeast(6, 3));
            outline(b, path, style.accent(), 0.9);
            b.raw().setLineDashes();
        });
    }

    private void outline(Brush b, String path, Color c, double alpha) {
        b.raw().setGlobalAlpha(alpha);
        double width = b.atLeast(4, 2);
        board.scene().frame(path).ifPresent(f -> frame(b, f, c, width));
        board.scene().wire(path).ifPresent(w -> {
            b.raw().setStroke(c);
            b.raw().setLineWidth(b.atLeast(6, 3));
            b.raw().beginPath();
            b.add(w.curve());
            b.raw().stroke();
        });
        b.raw().setGlobalAlpha(1);
        above(b, path);
        b.raw().setGlobalAlpha(alpha);
        for (Port p : board.portAt(path)) {
            b.outline(PortPainter.shape(p).grown(4), 9, c, width * 0.75);
            board.scene().label(path).ifPresent(l -> underline(b, l, c));
        }
        b.raw().setGlobalAlpha(1);
    }

    /** The interfaces a line of {@code path} runs through are painted anew: their numbers stay readable. */
    private void above(Brush b, String path) {
        if (b.scale() < PortPainter.FROM) {
            return;
        }
        PortPainter painter = new PortPainter(b, board);
        Set<String> ends = board.scene().wire(path).stream()
                .flatMap(w -> Stream.concat(Stream.of(w.a()), w.b().stream()))
                .map(PortId::toString)
                .collect(Collectors.toSet());
        for (Port p : board.scene().ports()) {
            if (ends.contains(p.path()) || p.owner().path().equals(path)) {
                painter.paint(p, board.health(p.path()), false);
            }
        }
    }

    private static void frame(Brush b, Frame f, Color c, double width) {
        b.outline(f.rect().grown(width), FramePainter.radius(f) + width, c, width);
    }

    private static void underline(Brush b, Label l, Color c) {
        Rect r = l.rect();
        b.raw().setFill(c);
        b.raw().fillRect(r.x() + Label.PADDING, r.bottom() - 3, r.width() - 2 * Label.PADDING, 2.5);
    }
}
