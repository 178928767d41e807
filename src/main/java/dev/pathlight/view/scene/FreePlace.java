package dev.pathlight.view.scene;

import java.util.Collection;

/** Finds room for a new box beside those that have their places. */
final class FreePlace {
    private static final double MARGIN = 40;
    private static final double STEP = 40;

    private FreePlace() {}

    /** A place of {@code wanted}'s size that overlaps none: in the row it would like if it can, further right or below else. */
    static Rect near(Rect wanted, Collection<Rect> taken) {
        Rect all = taken.stream().reduce(Rect::union).orElse(wanted);
        Rect first = new Rect(all.x(), all.y() + wanted.y(), wanted.width(), wanted.height());
        for (int row = 0; row < 40; row++) {
            for (double x = first.x(); x <= all.right() + MARGIN + STEP; x += STEP) {
                Rect r = new Rect(x, first.y() + row * STEP, wanted.width(), wanted.height());
                if (taken.stream().noneMatch(t -> t.intersects(r.grown(MARGIN)))) {
                    return r;
                }
            }
        }
        return new Rect(all.right() + MARGIN, all.y(), wanted.width(), wanted.height());
    }
}
