package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextBoundsType;

/** Remembers where each text and each opaque shape came out on the surface, in the order in which they were painted. */
final class PaintedInk implements Ink {
    /** Less than this is no overlap but an edge's softness, pixels. */
    private static final double SOFT = 0.75;

    /** What was painted and where, pixels; {@code words} is empty for a shape. */
    record Painted(String words, Rect rect) {
        boolean isText() {
            return !words.isEmpty();
        }
    }

    private final Fonts fonts;
    private final List<Painted> all = new ArrayList<>();
    private final Deque<View> kept = new ArrayDeque<>();
    private View view = View.PLAIN;
    private double scale = 1;
    private boolean opaque = true;
    private Color fill = Color.BLACK;

    PaintedInk(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Everything in painting order. */
    List<Painted> all() {
        return all;
    }

    /** What cannot be read well: a text over another, under a shape, or across a shape's edge; a tag over another shape. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                fault(i, j, faults);
            }
        }
        return faults;
    }

    private void fault(int i, int j, List<String> faults) {
        Painted lower = all.get(i);
        Painted upper = all.get(j);
        if (!lower.rect().grown(-SOFT).intersects(upper.rect())) {
            return;
        }
        if (lower.isText() && upper.isText()) {
            faults.add("'" + upper.words() + "' over '" + lower.words() + "'");
        } else if (lower.isText()) {
            faults.add(named(upper) + " hides '" + lower.words() + "'");
        } else if (upper.isText() && !holds(lower, upper) && !isOnTag(i, j)) {
            faults.add("'" + upper.words() + "' across the edge of " + named(lower));
        } else if (isTag(lower) && isTag(upper) && !text(lower).equals(text(upper))) {
            faults.add(named(upper) + " over " + named(lower));
        }
    }

    private static boolean holds(Painted outer, Painted inner) {
        return outer.rect().grown(SOFT).contains(inner.rect());
    }

    /** Whether the text {@code j} has a shape of its own above the shape {@code i}, so that it shows. */
    private boolean isOnTag(int i, int j) {
        return all.subList(i + 1, j).stream().anyMatch(p -> !p.isText() && isTag(p) && holds(p, all.get(j)));
    }

    /** Whether a shape is just large enough for the line it holds. */
    private boolean isTag(Painted shape) {
        return !shape.isText()
                && shape.rect().height() <= 32 * scale
                && text(shape).isPresent();
    }

    private Optional<Painted> text(Painted shape) {
        return all.stream().filter(p -> p.isText() && holds(shape, p)).findFirst();
    }

    private String named(Painted shape) {
        Rect r = shape.rect();
        return "shape [" + text(shape).map(Painted::words).orElse("") + "] " + Math.round(r.width() / scale) + "x"
                + Math.round(r.height() / scale);
    }

    private Rect placed(double x, double y, double width, double height) {
        return new Rect(
                x * view.scale() + view.dx(),
                y * view.scale() + view.dy(),
                width * view.scale(),
                height * view.scale());
    }

    private void shape(double x, double y, double width, double height) {
        if (opaque && fill.getOpacity() > 0.5) {
            all.add(new Painted("", placed(x, y, width, height)));
        }
    }

    @Override
    public void begin(View v) {
        view = v;
        scale = v.scale();
        opaque = true;
    }

    @Override
    public void cover(Color c, double width, double height) {
        all.clear();
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        opaque = alpha > 0.5;
    }

    @Override
    public void setFill(Color c) {
        fill = c;
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        shape(x, y, width, height);
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arc) {
        shape(x, y, width, height);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        shape(x, y, width, height);
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int corners) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < corners; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        shape(left, top, right - left, bottom - top);
    }

    /** Where the letters themselves are, not the lines they stand in. */
    @Override
    public void fillText(String text, Type type, TextAlignment align, double x, double y) {
        if (text.isBlank()) {
            return;
        }
        Text probe = new Text(text);
        probe.setFont(fonts.of(type));
        Bounds line = probe.getLayoutBounds();
        probe.setBoundsType(TextBoundsType.VISUAL);
        Bounds seen = probe.getLayoutBounds();
        double left = align == TextAlignment.CENTER ? x - line.getWidth() / 2 : x;
        double middle = line.getMinY() + line.getHeight() / 2;
        all.add(new Painted(
                text,
                placed(
                        left + seen.getMinX() - line.getMinX(),
                        y + seen.getMinY() - middle,
                        seen.getWidth(),
                        seen.getHeight())));
    }

    @Override
    public void save() {
        kept.push(view);
    }

    @Override
    public void restore() {
        view = kept.pop();
    }

    @Override
    public void translate(double x, double y) {
        view = new View(view.scale(), view.dx() + x * view.scale(), view.dy() + y * view.scale());
    }

    @Override
    public void scale(double x, double y) {
        view = new View(view.scale() * x, view.dx(), view.dy());
    }

    @Override
    public void setStroke(Color c) {}

    @Override
    public void setLineWidth(double width) {}

    @Override
    public void setLineDashes(double... dashes) {}

    @Override
    public void setLineCap(StrokeLineCap cap) {}

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arc) {}

    @Override
    public void strokeOval(double x, double y, double width, double height) {}

    @Override
    public void strokeLine(double ax, double ay, double bx, double by) {}

    @Override
    public void beginPath() {}

    @Override
    public void moveTo(double x, double y) {}

    @Override
    public void lineTo(double x, double y) {}

    @Override
    public void bezierCurveTo(double ax, double ay, double bx, double by, double x, double y) {}

    @Override
    public void stroke() {}
}
