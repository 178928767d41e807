package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Curve;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints shapes and text in drawing units through a view. */
final class Brush {
    private final Ink g;
    private final TextMeasure fonts;
    private final View view;

    /** Takes the ink over: its transform becomes the view's. */
    Brush(Ink g, TextMeasure fonts, View view) {
        this.g = g;
        this.fonts = fonts;
        this.view = view;
        g.begin(view);
    }

    double scale() {
        return view.scale();
    }

    Ink raw() {
        return g;
    }

    TextMeasure fonts() {
        return fonts;
    }

    /** A length in drawing units that is at least {@code pixels} on the screen. */
    double atLeast(double units, double pixels) {
        return Math.max(units, pixels / view.scale());
    }

    /** Whether text of this type can be read at this zoom; what cannot is not painted. */
    boolean legible(Type type) {
        return type.size() * view.scale() >= 6.5;
    }

    void fill(Rect r, double radius, Color c) {
        g.setFill(c);
        g.fillRoundRect(r.x(), r.y(), r.width(), r.height(), 2 * radius);
    }

    void outline(Rect r, double radius, Color c, double width) {
        g.setStroke(c);
        g.setLineWidth(width);
        g.strokeRoundRect(r.x(), r.y(), r.width(), r.height(), 2 * radius);
    }

    void disc(Pt at, double radius, Color c) {
        g.setFill(c);
        g.fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }

    void ring(Pt at, double radius, Color c, double width) {
        g.setStroke(c);
        g.setLineWidth(width);
        g.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }

    void line(Pt a, Pt b, Color c, double width) {
        g.setStroke(c);
        g.setLineWidth(width);
        g.strokeLine(a.x(), a.y(), b.x(), b.y());
    }

    /** Adds a curve to the current path, so that many are stroked at once. */
    void add(Curve c) {
        g.moveTo(c.a().x(), c.a().y());
        List<Pt> p = c.points();
        for (int i = 1; i < p.size(); i += 3) {
            g.bezierCurveTo(
                    p.get(i).x(),
                    p.get(i).y(),
                    p.get(i + 1).x(),
                    p.get(i + 1).y(),
                    p.get(i + 2).x(),
                    p.get(i + 2).y());
        }
    }

    /** Text whose middle left is at {@code at}. */
    void left(String text, Type type, Pt at, Color c) {
        write(text, type, at, c, TextAlignment.LEFT);
    }

    /** Text whose middle is at {@code at}. */
    void centred(String text, Type type, Pt at, Color c) {
        write(text, type, at, c, TextAlignment.CENTER);
    }

    private void write(String text, Type type, Pt at, Color c, TextAlignment align) {
        g.setFill(c);
        g.fillText(text, type, align, at.x(), at.y());
    }
}
