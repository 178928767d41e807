package dev.pathlight.view.scene;

import java.util.List;

/** The way a packet takes between two interfaces, as a chain of points that can be walked at constant speed. */
public final class Track {
    private final List<Pt> points;
    private final double[] until;

    public Track(List<Pt> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a track needs a point");
        }
        this.points = List.copyOf(points);
        this.until = new double[points.size()];
        for (int i = 1; i < until.length; i++) {
            until[i] = until[i - 1] + points.get(i - 1).distance(points.get(i));
        }
    }

    public List<Pt> points() {
        return points;
    }

    /** In drawing units. */
    public double length() {
        return until[until.length - 1];
    }

    /** The point after {@code fraction} of the length; outside 0..1 the nearer end. */
    public Pt at(double fraction) {
        double wanted = Math.clamp(fraction, 0, 1) * length();
        int i = 1;
        while (i < until.length && until[i] < wanted) {
            i++;
        }
        if (i >= until.length) {
            return points.getLast();
        }
        double step = until[i] - until[i - 1];
        return points.get(i - 1).towards(points.get(i), step == 0 ? 0 : (wanted - until[i - 1]) / step);
    }
}
