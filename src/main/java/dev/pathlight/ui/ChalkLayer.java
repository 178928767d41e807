package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.view.Chalk;
import dev.pathlight.view.Chalk.Held;
import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.View;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Lies over the drawing: shows what is drawn there while somebody talks, and takes the mouse while a pen is held. */
final class ChalkLayer extends Region {
    /** A pen's width, px when it is set on. */
    private static final double WIDTH = 5;
    /** How near the eraser must come, px. */
    private static final double REACH = 14;

    private static final double SPOT = 13;
    /** Held longer than this, the spot's key shows it only while it is held, ns. */
    private static final long TAP = 500_000_000;

    private final Chalk chalk;
    private final CanvasPane below;
    private final Canvas canvas = new Canvas();
    private final Ageing ageing = new Ageing();
    private Optional<Long> keyDown = Optional.empty();

    ChalkLayer(Chalk chalk, CanvasPane below) {
        this.chalk = chalk;
        this.below = below;
        setId("chalk");
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        chalk.changes().subscribe(this::stale);
        below.view().subscribe(this::stale);
        below.look().subscribe(this::stale);
        chalk.held().subscribe(h -> {
            setMouseTransparent(h != Held.PEN && h != Held.ERASER);
            setCursor(Cursor.CROSSHAIR);
        });
        addEventHandler(MouseEvent.ANY, this::mouse);
        addEventHandler(ScrollEvent.ANY, e -> Event.fireEvent(below, e.copyFor(below, below)));
        // The spot leaves the mouse to what lies below.
        below.addEventFilter(MouseEvent.MOUSE_MOVED, this::spot);
        below.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::spot);
    }

    /** Esc puts down what the hand holds, before it means anything else; the spot's key may be held. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && chalk.putDown()) {
                e.consume();
            }
            if (e.getCode() == KeyCode.F7 && keyDown.isPresent()) {
                // It repeats while it is held.
                e.consume();
            } else if (e.getCode() == KeyCode.F7) {
                keyDown = Optional.of(System.nanoTime());
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.F7) {
                boolean wasHeld =
                        keyDown.filter(at -> System.nanoTime() - at > TAP).isPresent();
                keyDown = Optional.empty();
                if (wasHeld && chalk.held().get() == Held.SPOT) {
                    chalk.putDown();
                }
            }
        });
    }

    private void mouse(MouseEvent e) {
        e.consume();
        Pt at = world(e);
        double scale = below.view().get().scale();
        boolean erases = chalk.held().get() == Held.ERASER || e.getButton() == MouseButton.SECONDARY;
        if (e.getEventType() == MouseEvent.MOUSE_RELEASED) {
            chalk.end();
        } else if (e.getEventType() == MouseEvent.MOUSE_PRESSED && !erases) {
            chalk.begin(at, WIDTH / scale);
        } else if (e.getEventType() == MouseEvent.MOUSE_DRAGGED && !erases) {
            chalk.draw(at);
        } else if (erases && e.isPrimaryButtonDown() || e.isSecondaryButtonDown()) {
            chalk.erase(at, REACH / scale);
        }
    }

    private void spot(MouseEvent e) {
        chalk.point(world(e));
    }

    private Pt world(MouseEvent e) {
        return below.view().get().toWorld(new Pt(e.getX(), e.getY()));
    }

    private void stale() {
        requestLayout();
        if (chalk.ages()) {
            ageing.start();
        }
    }

    /** Paints in the pulse, so that many moves of a hand between two frames are painted once. */
    @Override
    protected void layoutChildren() {
        List<Chalk.Stroke> strokes = chalk.strokes();
        List<Chalk.Trace> trail = chalk.trail();
        boolean empty = strokes.isEmpty() && trail.isEmpty();
        canvas.setVisible(!empty);
        canvas.setWidth(empty ? 0 : getWidth());
        canvas.setHeight(empty ? 0 : getHeight());
        if (empty) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        strokes.forEach(s -> paint(g, s));
        trail.forEach(t -> paint(g, t));
        g.setGlobalAlpha(1);
    }

    private void paint(GraphicsContext g, Chalk.Stroke s) {
        CanvasStyle style = below.look().get();
        double width = s.width() * below.view().get().scale();
        g.setGlobalAlpha(s.opacity());
        line(g, s, style.surfaces().background(), width + 4);
        line(g, s, colour(style, s.colour()), width);
    }

    /** Through the middles between its points, so that a hand's line is smooth. */
    private void line(GraphicsContext g, Chalk.Stroke s, Color colour, double width) {
        View view = below.view().get();
        g.setStroke(colour);
        g.setLineWidth(width);
        g.beginPath();
        Pt last = view.toScreen(s.points().getFirst());
        g.moveTo(last.x(), last.y());
        for (Pt world : s.points()) {
            Pt next = view.toScreen(world);
            g.quadraticCurveTo(last.x(), last.y(), (last.x() + next.x()) / 2, (last.y() + next.y()) / 2);
            last = next;
        }
        g.lineTo(last.x(), last.y());
        g.stroke();
    }

    private void paint(GraphicsContext g, Chalk.Trace t) {
        Color c = below.look().get().of(Health.FAILED);
        Pt at = below.view().get().toScreen(t.at());
        boolean now = t.age() == 0;
        for (int ring = now ? 3 : 1; ring >= 1; ring--) {
            double r = SPOT * (1 - 0.7 * t.age()) * ring / 2;
            g.setGlobalAlpha((1 - t.age()) * (ring == 1 ? 0.9 : 0.3 / ring));
            g.setFill(c);
            g.fillOval(at.x() - r, at.y() - r, 2 * r, 2 * r);
        }
    }

    /** Each stands out on the drawing as well as its own marks do. */
    static Color colour(CanvasStyle style, int index) {
        return switch (index) {
            case 0 -> style.of(Health.FAILED);
            case 1 -> style.accent();
            case 2 -> style.of(Health.UP);
            default -> style.text();
        };
    }

    /** Lets time go by while there is something that goes with it. */
    private final class Ageing extends AnimationTimer {
        private long last;

        @Override
        public void start() {
            if (last == 0) {
                super.start();
            }
        }

        @Override
        public void handle(long now) {
            double seconds = last == 0 ? 0 : (now - last) / 1e9;
            last = now;
            chalk.advance(seconds);
            if (!chalk.ages()) {
                stop();
                last = 0;
            }
        }
    }
}
