package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A smooth line of one or more cubic Bézier pieces, each beginning where the last one ended.
 *
 * @param points the beginning, then for every piece its two control points and its end: 3 n + 1 in all
 */
public record Curve(List<Pt> points) {
    /** Below this sideways offset a curve would look like a mistake. */
    private static final double STRAIGHT = 3;

    public Curve {
        points = List.copyOf(points);
        if (points.size() < 4 || points.size() % 3 != 1) {
            throw new IllegalArgumentException(points.size() + " points make no curve");
        }
    }

    /** A single piece. */
    public Curve(Pt a, Pt c1, Pt c2, Pt b) {
        this(List.of(a, c1, c2, b));
    }

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

    /** Along straight lines from corner to corner, each corner rounded by at most {@code radius}. */
    public static Curve along(List<Pt> corners, double radius) {
        List<Pt> all = new ArrayList<>();
        Pt from = corners.getFirst();
        all.add(from);
        for (int i = 1; i + 1 < corners.size(); i++) {
            Pt corner = corners.get(i);
            double before = corners.get(i - 1).distance(corner);
            double after = corner.distance(corners.get(i + 1));
            double r = Math.min(radius, Math.min(before, after) / 2);
            Pt in = corner.towards(corners.get(i - 1), before == 0 ? 0 : r / before);
            Pt out = corner.towards(corners.get(i + 1), after == 0 ? 0 : r / after);
            straight(all, from, in);
            all.add(in.towards(corner, 0.55));
            all.add(out.towards(corner, 0.55));
            all.add(out);
            from = out;
        }
        straight(all, from, corners.getLast());
        return new Curve(all);
    }

    private static void straight(List<Pt> all, Pt from, Pt to) {
        all.add(from.towards(to, 1 / 3.0));
        all.add(from.towards(to, 2 / 3.0));
        all.add(to);
    }

    public Pt a() {
        return points.getFirst();
    }

    public Pt b() {
        return points.getLast();
    }

    /** Of how many Bézier pieces it is made. */
    public int pieces() {
        return points.size() / 3;
    }

    /** The point at parameter {@code t}, 0..1; the pieces share it by their lengths. */
    public Pt at(double t) {
        return pieces() == 1 ? at(0, t) : at(t, lengths());
    }

    private Pt at(double t, double[] lengths) {
        double wanted = t * Arrays.stream(lengths).sum();
        int i = 0;
        while (i < lengths.length - 1 && wanted > lengths[i]) {
            wanted -= lengths[i++];
        }
        return at(i, lengths[i] == 0 ? 0 : Math.clamp(wanted / lengths[i], 0, 1));
    }

    private double[] lengths() {
        double[] lengths = new double[pieces()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = length(i);
        }
        return lengths;
    }

    private Pt at(int piece, double t) {
        Pt a = points.get(3 * piece);
        Pt c1 = points.get(3 * piece + 1);
        Pt c2 = points.get(3 * piece + 2);
        Pt b = points.get(3 * piece + 3);
        double u = 1 - t;
        double k0 = u * u * u;
        double k1 = 3 * u * u * t;
        double k2 = 3 * u * t * t;
        double k3 = t * t * t;
        return new Pt(
                k0 * a.x() + k1 * c1.x() + k2 * c2.x() + k3 * b.x(),
                k0 * a.y() + k1 * c1.y() + k2 * c2.y() + k3 * b.y());
    }

    /** About how long it is, in drawing units. */
    public double length() {
        double sum = 0;
        for (int i = 0; i < pieces(); i++) {
            sum += length(i);
        }
        return sum;
    }

    /** Between the chord and the way over the control points, as is well enough for spacing points. */
    private double length(int piece) {
        Pt a = points.get(3 * piece);
        Pt c1 = points.get(3 * piece + 1);
        Pt c2 = points.get(3 * piece + 2);
        Pt b = points.get(3 * piece + 3);
        return (a.distance(b) + a.distance(c1) + c1.distance(c2) + c2.distance(b)) / 2;
    }

    /** {@code n + 1} points along it, both ends among them. */
    public List<Pt> flat(int n) {
        List<Pt> flat = new ArrayList<>(n + 1);
        double[] lengths = lengths();
        for (int i = 0; i <= n; i++) {
            double t = (double) i / n;
            flat.add(lengths.length == 1 ? at(0, t) : at(t, lengths));
        }
        return flat;
    }

    /** Points close enough to look smooth: {@code n} segments for every piece, but not without end. */
    public List<Pt> smooth(int n) {
        return flat(n * Math.min(pieces(), 10));
    }

    /** A rectangle it does not leave. */
    public Rect bounds() {
        double left = a().x();
        double top = a().y();
        double right = left;
        double bottom = top;
        for (Pt p : points) {
            left = Math.min(left, p.x());
            right = Math.max(right, p.x());
            top = Math.min(top, p.y());
            bottom = Math.max(bottom, p.y());
        }
        return new Rect(left, top, right - left, bottom - top);
    }
}
