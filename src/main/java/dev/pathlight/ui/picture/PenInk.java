package dev.pathlight.ui.picture;

import dev.pathlight.ui.canvas.Ink;
import dev.pathlight.view.scene.View;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** Keeps how the next shape is painted, for surfaces that keep nothing themselves. */
abstract class PenInk implements Ink {
    private Color fill = Color.BLACK;
    private Color stroke = Color.BLACK;
    private double alpha = 1;
    private double width = 1;
    private double[] dashes = {};
    private boolean round;

    /** Lays what follows through {@code view}. */
    abstract void through(View view);

    @Override
    public final void begin(View view) {
        alpha = 1;
        dashes = new double[0];
        through(view);
    }

    @Override
    public final void cover(Color c, double w, double h) {
        begin(View.PLAIN);
        setFill(c);
        fillRect(0, 0, w, h);
    }

    @Override
    public final void setGlobalAlpha(double next) {
        alpha = next;
    }

    @Override
    public final void setFill(Color c) {
        fill = c;
    }

    @Override
    public final void setStroke(Color c) {
        stroke = c;
    }

    @Override
    public final void setLineWidth(double next) {
        width = next;
    }

    @Override
    public final void setLineDashes(double... next) {
        dashes = next.clone();
    }

    @Override
    public final void setLineCap(StrokeLineCap cap) {
        round = cap == StrokeLineCap.ROUND;
    }

    /** What areas and text are filled with, as transparent as it ends up. */
    final Color filling() {
        return seen(fill);
    }

    /** What lines are painted with, as transparent as it ends up. */
    final Color lining() {
        return seen(stroke);
    }

    private Color seen(Color c) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), c.getOpacity() * alpha);
    }

    final double width() {
        return width;
    }

    /** Lengths of line and gap in turn, times {@code scale}; none for a line without gaps. */
    final float[] dashes(double scale) {
        float[] lengths = new float[dashes.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) (dashes[i] * scale);
        }
        return lengths;
    }

    /** Whether lines end and meet roundly. */
    final boolean isRound() {
        return round;
    }
}
