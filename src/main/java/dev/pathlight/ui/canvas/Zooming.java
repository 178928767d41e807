package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Pt;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Zooms where the pointer is: the wheel, Ctrl and the wheel, or a pinch. Two fingers on a touch pad pan. */
final class Zooming {
    /** Of a wheel's notch (40 units), so that four notches double the size. */
    private static final double PER_UNIT = Math.pow(2, 1 / 160.0);

    private final Board board;
    private final CanvasPane pane;

    Zooming(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(ZoomEvent.ZOOM, e -> pane.zoomAt(new Pt(e.getX(), e.getY()), e.getZoomFactor()));
    }

    private void scroll(ScrollEvent e) {
        boolean finger = e.isDirect() || e.getTouchCount() > 0;
        if (finger && !e.isShortcutDown()) {
            board.view().set(board.view().get().panned(e.getDeltaX(), e.getDeltaY()));
        } else if (e.isShiftDown()) {
            board.view().set(board.view().get().panned(e.getDeltaX() + (e.getDeltaX() == 0 ? e.getDeltaY() : 0), 0));
        } else {
            pane.zoomAt(new Pt(e.getX(), e.getY()), Math.pow(PER_UNIT, e.getDeltaY()));
        }
        e.consume();
    }
}
