package dev.pathlight.view.scene;

import java.util.Collection;

/** Finds room for a new box beside those that have their places. */
public final class FreePlace {
    private static final double MARGIN = 40;
    /** Closer than this a cable between the two would hardly be seen. */
    private static final double TOUCH = 16;

    private static final double STEP = 20;
    private static final int RINGS = 100;

    private FreePlace() {}

    /** A place of {@code wanted}'s size that overlaps none: in the row it would like if it can, further right or below else. */
    static Rect near(Rect wanted, Collection<Rect> taken) {
        Rect all = taken.stream().reduce(Rect::union).orElse(wanted);
        Rect first = new Rect(all.x(), all.y() + wanted.y(), wanted.width(), wanted.height());
        for (int row = 0; row < 40; row++) {
            for (double x = first.x(); x <= all.right() + MARGIN + STEP; x += STEP) {
                Rect r = new Rect(x, first.y() + row * STEP, wanted.width(), wanted.height());
                if (isFree(r, taken)) {
                    return r;
                }
            }
        }
        return new Rect(all.right() + MARGIN, all.y(), wanted.width(), wanted.height());
    }

    private static boolean isFree(Rect r, Collection<Rect> taken) {
        return isFree(r, taken, MARGIN);
    }

    private static boolean isFree(Rect r, Collection<Rect> taken, double margin) {
        return taken.stream().noneMatch(t -> t.intersects(r.grown(margin)));
    }

    /** {@code wanted} itself unless it touches another, else moved as little as leaves room around it for a cable. */
    public static Rect closest(Rect wanted, Collection<Rect> taken) {
        if (isFree(wanted, taken, TOUCH)) {
            return wanted;
        }
        for (int ring = 1; ring < RINGS; ring++) {
            Rect best = wanted;
            double least = Double.MAX_VALUE;
            for (int dx = -ring; dx <= ring; dx++) {
                for (int dy = -ring; dy <= ring; dy++) {
                    double far = Math.hypot(dx, dy);
                    Rect r = wanted.moved(dx * STEP, dy * STEP);
                    if (Math.max(Math.abs(dx), Math.abs(dy)) == ring && far < least && isFree(r, taken)) {
                        best = r;
                        least = far;
                    }
                }
            }
            if (least < Double.MAX_VALUE) {
                return best;
            }
        }
        return wanted;
    }
}
