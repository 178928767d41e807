package dev.pathlight.ui.picture;

import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints dots into memory; no screen is asked for. */
final class BitmapInk extends ShapeInk {
    private final Graphics2D g;
    private final Letters letters;
    private final Deque<AffineTransform> kept = new ArrayDeque<>();

    BitmapInk(BufferedImage image, Letters letters) {
        this.letters = letters;
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    void through(View view) {
        g.setTransform(new AffineTransform(view.scale(), 0, 0, view.scale(), view.dx(), view.dy()));
    }

    @Override
    void fill(Shape shape) {
        g.setColor(awt(filling()));
        g.fill(shape);
    }

    @Override
    void stroke(Shape shape) {
        g.setColor(awt(lining()));
        g.setStroke(pen());
        g.draw(shape);
    }

    /** Ends as JavaFX's: square, or round. */
    private BasicStroke pen() {
        int cap = isRound() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_SQUARE;
        int join = isRound() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        float[] dashes = dashes(1);
        return dashes.length == 0
                ? new BasicStroke((float) width(), cap, join)
                : new BasicStroke((float) width(), cap, join, 10, dashes, 0);
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
        g.setColor(awt(filling()));
        double left = align == TextAlignment.CENTER ? x - letters.exact(text, type) / 2 : x;
        g.drawString(text, (float) left, (float) (y + letters.toBaseline(type)));
    }
}
