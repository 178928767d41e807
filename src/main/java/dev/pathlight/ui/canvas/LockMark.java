package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Rect;

/** A padlock at a box's top left corner: it stays where it is. */
final class LockMark {
    private static final double SIZE = 22;

    private LockMark() {}

    static void paint(Brush b, CanvasStyle style, Rect box) {
        double x = box.x() - SIZE / 2;
        double y = box.y() - SIZE / 2;
        b.fill(new Rect(x, y, SIZE, SIZE), SIZE / 2, style.surfaces().background());
        b.outline(new Rect(x, y, SIZE, SIZE), SIZE / 2, style.softText(), 1.5);
        b.fill(new Rect(x + 6, y + 10, 10, 7), 1.5, style.softText());
        b.raw().setStroke(style.softText());
        b.raw().setLineWidth(1.8);
        b.raw().beginPath();
        b.raw().moveTo(x + 8, y + 10);
        b.raw().bezierCurveTo(x + 8, y + 4, x + 14, y + 4, x + 14, y + 10);
        b.raw().stroke();
    }
}
