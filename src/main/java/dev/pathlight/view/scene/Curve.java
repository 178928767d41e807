package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.List;

/** A cubic Bézier curve from {@code a} to {@code b}: the way a cable hangs. */
public record Curve(Pt a, Pt c1, Pt c2, Pt b) {
    private static final double STRAIGHT = 3;

    /** Leaves {@code a} and enters {@code b} at right angles to their sides; straight where they face each other. */
    public static Curve between(Pt a, Side outA, Pt b, Side outB) {
        double reach = Math.clamp(a.distance(b) * 0.42, 20, 180);
        boolean aligned = outA.horizontal() && outB.horizontal()
                ? Math.abs(a.x() - b.x()) < STRAIGHT
                : !outA.horizontal() && !outB.horizontal() && Math.abs(a.y() - b.y()) < STRAIGHT;
        return aligned && outA != outB
                ? new Curve(a, a.towards(b, 1 / 3.0), a.towards(b, 2 / 3.0), b)
                : new Curve(a, a.plus(outA.out(reach)), b.plus(outB.out(reach)), b);
    }

    /** The point at parameter {@code t}, 0..1. */
    public Pt at(double t) {
        double u = 1 - t;
        double k0 = u * u * u;
        double k1 = 3 * u * u * t;
        double k2 = 3 * u * t * t;
        double k3 = t * t * t;
        return new Pt(
                k0 * a.x() + k1 * c1.x() + k2 * c2.x() + k3 * b.x(),
                k0 * a.y() + k1 * c1.y() + k2 * c2.y() + k3 * b.y());
    }

    /** {@code n + 1} points along it, both ends among them. */
    public List<Pt> flat(int n) {
        List<Pt> points = new ArrayList<>(n + 1);
        for (int i = 0; i <= n; i++) {
            points.add(at((double) i / n));
        }
        return points;
    }

    /** A rectangle it does not leave. */
    public Rect bounds() {
        return Rect.between(a, b).union(Rect.between(c1, c2));
    }
}
