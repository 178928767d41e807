package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Paints on the window. */
final class ScreenInk implements Ink {
    private final GraphicsContext g;
    private final Fonts fonts;

    ScreenInk(GraphicsContext g, Fonts fonts) {
        this.g = g;
        this.fonts = fonts;
    }

    @Override
    public void begin(View view) {
        g.setTransform(view.scale(), 0, 0, view.scale(), view.dx(), view.dy());
        g.setTextBaseline(VPos.CENTER);
        g.setLineDashes();
        g.setGlobalAlpha(1);
    }

    @Override
    public void cover(Color c, double width, double height) {
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setGlobalAlpha(1);
        g.setFill(c);
        g.fillRect(0, 0, width, height);
    }

    /** Nothing is left on it. */
    void clear(double width, double height) {
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.clearRect(0, 0, width, height);
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        g.setGlobalAlpha(alpha);
    }

    @Override
    public void setFill(Color c) {
        g.setFill(c);
    }

    @Override
    public void setStroke(Color c) {
        g.setStroke(c);
    }

    @Override
    public void setLineWidth(double width) {
        g.setLineWidth(width);
    }

    @Override
    public void setLineDashes(double... dashes) {
        g.setLineDashes(dashes);
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        g.setLineCap(cap);
        g.setLineJoin(cap == StrokeLineCap.ROUND ? StrokeLineJoin.ROUND : StrokeLineJoin.MITER);
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        g.fillRect(x, y, width, height);
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arc) {
        g.fillRoundRect(x, y, width, height, arc, arc);
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arc) {
        g.strokeRoundRect(x, y, width, height, arc, arc);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        g.fillOval(x, y, width, height);
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        g.strokeOval(x, y, width, height);
    }

    @Override
    public void strokeLine(double ax, double ay, double bx, double by) {
        g.strokeLine(ax, ay, bx, by);
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int corners) {
        g.fillPolygon(x, y, corners);
    }

    @Override
    public void beginPath() {
        g.beginPath();
    }

    @Override
    public void moveTo(double x, double y) {
        g.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        g.lineTo(x, y);
    }

    @Override
    public void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y) {
        g.bezierCurveTo(ax, ay, bx, by, x, y);
    }

    @Override
    public void stroke() {
        g.stroke();
    }

    @Override
    public void save() {
        g.save();
    }

    @Override
    public void restore() {
        g.restore();
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
        g.setFont(fonts.of(type));
        g.setTextAlign(align);
        g.fillText(text, x, y);
    }
}
