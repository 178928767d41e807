package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.View;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The whole of a large drawing in the canvas's corner, with what the canvas shows of it: a click or drag there goes there. It
 * comes by itself when part of a large drawing is out of sight, unless the user has said otherwise.
 */
final class MiniMap extends Region {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 150;
    /** From the canvas's edges, px. */
    static final double MARGIN = 12;
    /** Boxes; who loses fewer from sight finds them again. */
    private static final int LARGE = 24;

    private final Board board;
    private final CanvasPane pane;
    private final Canvas boxes = new Canvas(WIDTH, HEIGHT);
    private final Canvas shown = new Canvas(WIDTH, HEIGHT);
    private Optional<Boolean> wanted = Optional.empty();
    private boolean stale = true;
    private View view = View.PLAIN;

    MiniMap(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
        setId("minimap");
        getChildren().addAll(boxes, shown);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> board.words().say("minimap"), board.text()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(accessibleTextProperty());
        Tooltip.install(this, tip);
        setVisible(false);
        board.laidOut().addListener((s, was, is) -> stale());
        board.style().addListener((s, was, is) -> stale());
        board.view().addListener((v, was, is) -> requestLayout());
        board.model().drawings().addListener((d, was, is) -> wanted = Optional.empty());
        addEventHandler(MouseEvent.ANY, this::mouse);
    }

    /** Shows it where it was hidden, and the other way round. */
    void toggle() {
        wanted = Optional.of(!isVisible());
        refresh();
    }

    private void stale() {
        stale = true;
        requestLayout();
    }

    /** Paints what is to be seen of it now; part of the canvas's own layout. */
    void refresh() {
        setVisible(wanted.orElseGet(this::isOfUse));
        if (!isVisible()) {
            return;
        }
        if (stale) {
            stale = false;
            paintBoxes();
        }
        paintShown();
    }

    private boolean isOfUse() {
        Scene scene = board.scene();
        Rect seen = board.view().get().visible(pane.getWidth(), pane.getHeight());
        return scene.frames().size() >= LARGE && !seen.grown(1).contains(scene.bounds());
    }

    private void paintBoxes() {
        Scene scene = board.scene();
        CanvasStyle style = board.style().get();
        view = View.fitting(scene.bounds(), WIDTH, HEIGHT, 8, 1);
        GraphicsContext g = boxes.getGraphicsContext2D();
        g.setFill(style.surfaces().background());
        g.fillRoundRect(0, 0, WIDTH, HEIGHT, 12, 12);
        g.setStroke(style.line());
        g.setLineWidth(1);
        g.strokeRoundRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1, 12, 12);
        for (Frame f : scene.frames()) {
            Pt at = view.toScreen(new Pt(f.rect().x(), f.rect().y()));
            g.setFill(colour(f, style));
            g.fillRect(
                    at.x(),
                    at.y(),
                    Math.max(1, f.rect().width() * view.scale()),
                    Math.max(1, f.rect().height() * view.scale()));
        }
    }

    private static Color colour(Frame f, CanvasStyle style) {
        return switch (f.kind()) {
            case NODE, GROUP -> style.line().deriveColor(0, 1, 1, 0.25);
            case BRIDGE, KERNEL, LAN -> style.accent();
            case SPACE, CONTAINER, LOOPBACK -> style.line();
            case NOTE -> style.surfaces().note();
            case TEXT -> style.line();
        };
    }

    private void paintShown() {
        GraphicsContext g = shown.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        Rect seen = board.view().get().visible(pane.getWidth(), pane.getHeight());
        Pt a = view.toScreen(new Pt(seen.x(), seen.y()));
        Pt b = view.toScreen(new Pt(seen.right(), seen.bottom()));
        double left = Math.clamp(a.x(), 1.5, WIDTH - 6);
        double top = Math.clamp(a.y(), 1.5, HEIGHT - 6);
        g.setStroke(board.style().get().lit());
        g.setLineWidth(2.5);
        g.strokeRect(
                left,
                top,
                Math.clamp(b.x(), left + 4, WIDTH - 1.5) - left,
                Math.clamp(b.y(), top + 4, HEIGHT - 1.5) - top);
    }

    /** The canvas must not see what happens here. */
    private void mouse(MouseEvent e) {
        boolean goes = e.getEventType() == MouseEvent.MOUSE_PRESSED || e.getEventType() == MouseEvent.MOUSE_DRAGGED;
        if (goes) {
            pane.lookAt(view.toWorld(new Pt(e.getX(), e.getY())));
        }
        e.consume();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }
}
