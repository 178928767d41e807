package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/**
 * What painters paint with, whatever it is painted on: the screen, a picture, a page. Its words are those of JavaFX's
 * {@link javafx.scene.canvas.GraphicsContext}, and it asks for no toolkit.
 */
public interface Ink {
    /** Drawing units are laid on the surface through {@code view}; nothing is transparent, no line is dashed. */
    void begin(View view);

    /** Covers the whole surface, {@code width} by {@code height} of its own units. */
    void cover(Color c, double width, double height);

    /** Of what follows, 0 (not seen) to 1. */
    void setGlobalAlpha(double alpha);

    void setFill(Color c);

    void setStroke(Color c);

    void setLineWidth(double width);

    /** Lengths of line and gap in turn; none for a line without gaps. */
    void setLineDashes(double... dashes);

    /** Joins are as round as ends. */
    void setLineCap(StrokeLineCap cap);

    void fillRect(double x, double y, double width, double height);

    /** @param arc twice the corners' radius */
    void fillRoundRect(double x, double y, double width, double height, double arc);

    /** @param arc twice the corners' radius */
    void strokeRoundRect(double x, double y, double width, double height, double arc);

    void fillOval(double x, double y, double width, double height);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double ax, double ay, double bx, double by);

    void fillPolygon(double[] x, double[] y, int corners);

    /** Begins a path, which {@link #stroke} paints. */
    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y);

    void stroke();

    /** Keeps where units are laid, until {@link #restore}. */
    void save();

    void restore();

    void translate(double x, double y);

    void scale(double x, double y);

    /** A line of text whose middle's height is {@code y}. */
    void fillText(String text, Type type, TextAlignment align, double x, double y);
}
