package dev.pathlight.view.scene;

import dev.pathlight.topology.Layout;

/** An upright rectangle of the drawing. */
public record Rect(double x, double y, double width, double height) {
    public static Rect of(Layout.Box b) {
        return new Rect(b.x(), b.y(), b.width(), b.height());
    }

    /** The rectangle that has {@code a} and {@code b} as opposite corners. */
    public static Rect between(Pt a, Pt b) {
        return new Rect(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    public Layout.Box box() {
        return new Layout.Box(x, y, width, height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double cx() {
        return x + width / 2;
    }

    public double cy() {
        return y + height / 2;
    }

    public Pt centre() {
        return new Pt(cx(), cy());
    }

    public boolean contains(Pt p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    public boolean contains(Rect o) {
        return o.x >= x && o.right() <= right() && o.y >= y && o.bottom() <= bottom();
    }

    /** Whether the insides share a point; touching edges do not. */
    public boolean intersects(Rect o) {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }

    /** Larger by {@code d} on every side (smaller when negative). */
    public Rect grown(double d) {
        return new Rect(x - d, y - d, width + 2 * d, height + 2 * d);
    }

    public Rect union(Rect o) {
        double left = Math.min(x, o.x);
        double top = Math.min(y, o.y);
        return new Rect(left, top, Math.max(right(), o.right()) - left, Math.max(bottom(), o.bottom()) - top);
    }

    /** What lies {@code part} (0..1) of the way between this and {@code o}. */
    public Rect towards(Rect o, double part) {
        return new Rect(
                x + (o.x - x) * part,
                y + (o.y - y) * part,
                width + (o.width - width) * part,
                height + (o.height - height) * part);
    }

    public Rect moved(double dx, double dy) {
        return new Rect(x + dx, y + dy, width, height);
    }
}
