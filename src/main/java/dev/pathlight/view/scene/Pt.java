package dev.pathlight.view.scene;

/** A point of the drawing, or a displacement on it. */
public record Pt(double x, double y) {
    public Pt plus(double dx, double dy) {
        return new Pt(x + dx, y + dy);
    }

    public Pt plus(Pt d) {
        return new Pt(x + d.x, y + d.y);
    }

    public Pt minus(Pt o) {
        return new Pt(x - o.x, y - o.y);
    }

    public double distance(Pt o) {
        double dx = x - o.x;
        double dy = y - o.y;
        // Math.hypot guards against overflow, which no drawing reaches, and takes ten times as long.
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** The point {@code t} (0..1) of the way to {@code o}. */
    public Pt towards(Pt o, double t) {
        return new Pt(x + (o.x - x) * t, y + (o.y - y) * t);
    }
}
