package dev.pathlight.ui.picture;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** For surfaces that take every shape alike. */
abstract class ShapeInk extends PenInk {
    private Path2D path = new Path2D.Double();

    abstract void fill(Shape shape);

    abstract void stroke(Shape shape);

    @Override
    public final void fillRect(double x, double y, double w, double h) {
        fill(new Rectangle2D.Double(x, y, w, h));
    }

    @Override
    public final void fillRoundRect(double x, double y, double w, double h, double arc) {
        fill(new RoundRectangle2D.Double(x, y, w, h, arc, arc));
    }

    @Override
    public final void strokeRoundRect(double x, double y, double w, double h, double arc) {
        stroke(new RoundRectangle2D.Double(x, y, w, h, arc, arc));
    }

    @Override
    public final void fillOval(double x, double y, double w, double h) {
        fill(new Ellipse2D.Double(x, y, w, h));
    }

    @Override
    public final void strokeOval(double x, double y, double w, double h) {
        stroke(new Ellipse2D.Double(x, y, w, h));
    }

    @Override
    public final void strokeLine(double ax, double ay, double bx, double by) {
        stroke(new Line2D.Double(ax, ay, bx, by));
    }

    @Override
    public final void fillPolygon(double[] x, double[] y, int corners) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(x[0], y[0]);
        for (int i = 1; i < corners; i++) {
            shape.lineTo(x[i], y[i]);
        }
        shape.closePath();
        fill(shape);
    }

    @Override
    public final void beginPath() {
        path = new Path2D.Double();
    }

    @Override
    public final void moveTo(double x, double y) {
        path.moveTo(x, y);
    }

    @Override
    public final void lineTo(double x, double y) {
        path.lineTo(x, y);
    }

    @Override
    public final void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y) {
        path.curveTo(ax, ay, bx, by, x, y);
    }

    @Override
    public final void stroke() {
        stroke(path);
    }
}
