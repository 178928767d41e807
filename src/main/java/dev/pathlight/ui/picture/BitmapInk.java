package dev.pathlight.ui.picture;

import dev.pathlight.ui.canvas.Ink;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/** Paints dots into memory; no screen is asked for. */
final class BitmapInk implements Ink {
    private final Graphics2D g;
    private final Letters letters;
    private final Deque<AffineTransform> kept = new ArrayDeque<>();
    private Path2D path = new Path2D.Double();
    private Color fill = Color.BLACK;
    private Color stroke = Color.BLACK;
    private double width = 1;
    private double[] dashes = {};
    private boolean round;

    BitmapInk(BufferedImage image, Letters letters) {
        this.letters = letters;
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void begin(View view) {
        g.setTransform(new AffineTransform(view.scale(), 0, 0, view.scale(), view.dx(), view.dy()));
        setGlobalAlpha(1);
        setLineDashes();
    }

    @Override
    public void cover(Color c, double w, double h) {
        g.setTransform(new AffineTransform());
        setGlobalAlpha(1);
        setFill(c);
        fillRect(0, 0, w, h);
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        g.setComposite(AlphaComposite.SrcOver.derive((float) alpha));
    }

    @Override
    public void setFill(Color c) {
        fill = c;
    }

    @Override
    public void setStroke(Color c) {
        stroke = c;
    }

    @Override
    public void setLineWidth(double next) {
        width = next;
    }

    @Override
    public void setLineDashes(double... next) {
        dashes = next.clone();
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        round = cap == StrokeLineCap.ROUND;
    }

    @Override
    public void fillRect(double x, double y, double w, double h) {
        fill(new Rectangle2D.Double(x, y, w, h));
    }

    @Override
    public void fillRoundRect(double x, double y, double w, double h, double arc) {
        fill(new RoundRectangle2D.Double(x, y, w, h, arc, arc));
    }

    @Override
    public void strokeRoundRect(double x, double y, double w, double h, double arc) {
        stroke(new RoundRectangle2D.Double(x, y, w, h, arc, arc));
    }

    @Override
    public void fillOval(double x, double y, double w, double h) {
        fill(new Ellipse2D.Double(x, y, w, h));
    }

    @Override
    public void strokeOval(double x, double y, double w, double h) {
        stroke(new Ellipse2D.Double(x, y, w, h));
    }

    @Override
    public void strokeLine(double ax, double ay, double bx, double by) {
        stroke(new Line2D.Double(ax, ay, bx, by));
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int corners) {
        fill(polygon(x, y, corners));
    }

    static Path2D polygon(double[] x, double[] y, int corners) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(x[0], y[0]);
        for (int i = 1; i < corners; i++) {
            shape.lineTo(x[i], y[i]);
        }
        shape.closePath();
        return shape;
    }

    @Override
    public void beginPath() {
        path = new Path2D.Double();
    }

    @Override
    public void moveTo(double x, double y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        path.lineTo(x, y);
    }

    @Override
    public void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y) {
        path.curveTo(ax, ay, bx, by, x, y);
    }

    @Override
    public void stroke() {
        stroke(path);
    }

    private void fill(Shape shape) {
        g.setColor(awt(fill));
        g.fill(shape);
    }

    private void stroke(Shape shape) {
        g.setColor(awt(stroke));
        g.setStroke(pen());
        g.draw(shape);
    }

    /** Ends as JavaFX's: square, or round. */
    private BasicStroke pen() {
        int cap = round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_SQUARE;
        int join = round ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        if (dashes.length == 0) {
            return new BasicStroke((float) width, cap, join);
        }
        float[] lengths = new float[dashes.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) dashes[i];
        }
        return new BasicStroke((float) width, cap, join, 10, lengths, 0);
    }

    private static java.awt.Color awt(Color c) {
        return new java.awt.Color(
                (float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) c.getOpacity());
    }

    @Override
    public void save() {
        kept.push(g.getTransform());
    }

    @Override
    public void restore() {
        g.setTransform(kept.pop());
    }

    @Override
    public void translate(double x, double y) {
        g.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
        g.scale(x, y);
    }

    @Override
    public void fillText(String text, Type type, TextAlignment align, double x, double y) {
        g.setFont(letters.of(type));
        g.setColor(awt(fill));
        double left = align == TextAlignment.CENTER ? x - letters.exact(text, type) / 2 : x;
        g.drawString(text, (float) left, (float) (y + letters.toBaseline(type)));
    }
}
