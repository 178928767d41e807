package dev.pathlight.view.scene;

import java.util.Collection;

/** Finds room for a new box beside those that have their places. */
public final class FreePlace {
    private static final double MARGIN = 40;
    private static final double STEP = 40;
    private static final double NUDGE = 20;
    /** In nudges; a drawing is seldom fuller. */
    private static final int FARTHEST = 60;
    /** How much farther a way up or down seems than one aside. */
    private static final double UPRIGHT = 2;

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

    /**
     * {@code wanted} itself where {@code margin} around it is free, else moved as little as gives it that; rather aside than
     * up or down, for things of a kind stand in a row.
     */
    public static Rect closest(Rect wanted, Collection<Rect> taken, double margin) {
        if (isFree(wanted, taken, margin)) {
            return wanted;
        }
        Rect best = wanted;
        double least = Double.MAX_VALUE;
        for (int dx = -FARTHEST; dx <= FARTHEST; dx++) {
            for (int dy = -FARTHEST; dy <= FARTHEST; dy++) {
                // To the right where left is as near.
                double far = Math.hypot(dx, UPRIGHT * dy) - (dx > 0 ? 0.5 : 0);
                Rect r = wanted.moved(dx * NUDGE, dy * NUDGE);
                if (far < least && isFree(r, taken, margin)) {
                    best = r;
                    least = far;
                }
            }
        }
        return best;
    }
}
