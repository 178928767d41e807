package dev.pathlight.view.scene;

/** How the drawing lies on the screen: screen = drawing × scale + offset, in pixels. */
public record View(double scale, double dx, double dy) {
    public static final View PLAIN = new View(1, 0, 0);
    public static final double MIN_SCALE = 0.05;
    public static final double MAX_SCALE = 6;

    public Pt toScreen(Pt p) {
        return new Pt(p.x() * scale + dx, p.y() * scale + dy);
    }

    public Pt toWorld(Pt p) {
        return new Pt((p.x() - dx) / scale, (p.y() - dy) / scale);
    }

    /** What of the drawing shows on a screen of this size. */
    public Rect visible(double width, double height) {
        return new Rect(-dx / scale, -dy / scale, width / scale, height / scale);
    }

    /** Zoomed by {@code factor}; what is under {@code screen} stays under it. */
    public View zoomed(Pt screen, double factor) {
        double next = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        Pt world = toWorld(screen);
        return new View(next, screen.x() - world.x() * next, screen.y() - world.y() * next);
    }

    public View panned(double x, double y) {
        return new View(scale, dx + x, dy + y);
    }

    /** What lies {@code part} (0..1) of the way between this and {@code o}: each step enlarges as many times as the last one. */
    public View towards(View o, double part) {
        double next = scale * Math.pow(o.scale / scale, part);
        // The offsets go along with the scale, so that what stays in place in both stays there on the way.
        double share = Math.abs(o.scale - scale) < 1e-9 ? part : (next - scale) / (o.scale - scale);
        return new View(next, dx + (o.dx - dx) * share, dy + (o.dy - dy) * share);
    }

    /** Shows {@code all} in the middle with {@code margin} pixels around, enlarged at most {@code most} times. */
    public static View fitting(Rect all, double width, double height, double margin, double most) {
        double s = Math.min(
                (width - 2 * margin) / Math.max(1, all.width()), (height - 2 * margin) / Math.max(1, all.height()));
        double scale = Math.clamp(s, MIN_SCALE, most);
        return new View(scale, width / 2 - all.cx() * scale, height / 2 - all.cy() * scale);
    }
}
