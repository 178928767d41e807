package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how hard a laid out drawing is to read: what an instructor would frown at, weighed. */
final class Judgement {
    private static final double BOX_OVER_BOX = 200;
    private static final double OVER_BOX = 40;
    private static final double NO_LABEL = 30;
    private static final double OVER_CABLE = 5;
    /** For a drawing that must be shown half as large. */
    private static final double HALF_AS_LARGE = 25;

    private static final double SCREEN_WIDTH = 1600;
    private static final double SCREEN_HEIGHT = 1000;
    /** Cables; the crossings of more are not counted one by one. */
    private static final int MOST_CABLES = 200;

    private static final int SEGMENTS = 12;

    private Judgement() {}

    /** The lower, the better. */
    static double cost(Scene scene) {
        Rect all = scene.bounds();
        double shrunk = Math.max(all.width() / SCREEN_WIDTH, all.height() / SCREEN_HEIGHT);
        return BOX_OVER_BOX * piled(scene).size()
                + OVER_BOX * Crossings.of(scene).size()
                + NO_LABEL * (scene.portCount() - scene.labels().size())
                + OVER_CABLE * tangles(scene)
                + HALF_AS_LARGE * Math.max(0, Math.log(Math.max(shrunk, 1e-6)) / Math.log(2));
    }

    /** The paths of boxes that stand over one that does not enclose them. */
    static List<String> piled(Scene scene) {
        Grid<Frame> all = new Grid<>();
        List<String> over = new ArrayList<>();
        for (Frame f : scene.frames()) {
            if (f.kind() == Frame.Kind.GROUP) {
                continue;
            }
            if (all.any(f.rect(), o -> !isIn(scene, f, o) && o.rect().intersects(f.rect()))) {
                over.add(f.path());
            }
            all.add(f.rect(), f);
        }
        return over;
    }

    private static boolean isIn(Scene scene, Frame f, Frame outer) {
        Optional<String> parent = f.parent();
        while (parent.isPresent()) {
            if (outer.path().equals(parent.get()) && outer.kind() != Frame.Kind.KERNEL) {
                return true;
            }
            parent = scene.frame(parent.get()).flatMap(Frame::parent);
        }
        return false;
    }

    /** How many pairs of cables run across each other. */
    private static int tangles(Scene scene) {
        List<List<Pt>> lines = new ArrayList<>();
        scene.wires().forEach(w -> lines.add(w.curve().flat(SEGMENTS)));
        if (lines.size() > MOST_CABLES) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                count += cross(lines.get(i), lines.get(j)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean cross(List<Pt> a, List<Pt> b) {
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                if (cross(a.get(i - 1), a.get(i), b.get(j - 1), b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(Pt a, Pt b, Pt c, Pt d) {
        return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }

    private static double turn(Pt a, Pt b, Pt c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
