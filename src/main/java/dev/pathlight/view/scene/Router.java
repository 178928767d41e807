package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Leads cables around the boxes they have nothing to do with: upright and level, with as few corners as can be. A cable that
 * is in nobody's way hangs as it did.
 */
final class Router {
    /** Between a box and a cable that was led around it; the next cables keep a little more, so that they do not coincide. */
    private static final double CLEAR = 18;

    private static final double LANE = 8;
    private static final int LANES = 4;
    private static final double ROUND = 22;
    /** How far around a cable's ends ways are looked for. */
    private static final double[] REACH = {120, 600, 2400};
    /** Boxes; among more the way is left as it is. */
    private static final int MOST_BOXES = 90;

    private final Frames frames;
    private final Grid<Frame> boxes = new Grid<>();
    /** Crossings of the grid that may still be looked at: a drawing is laid out while it is dragged. */
    private int left = 120_000;

    private int routed;

    Router(Frames frames) {
        this.frames = frames;
        frames.all().stream()
                .filter(f -> !f.isRemark() && f.kind() != Frame.Kind.GROUP)
                .forEach(f -> boxes.add(f.rect(), f));
    }

    /** Where a cable ends: the point, the side it leaves by, and the box it stands on. */
    record End(Pt at, Side side, Frame owner) {}

    /** The way from one end to the other. */
    Curve way(End a, End b) {
        Curve plain = Curve.between(a.at(), a.side(), b.at(), b.side());
        Set<Frame> own = Collections.newSetFromMap(new IdentityHashMap<>());
        enclosing(a.owner(), own);
        enclosing(b.owner(), own);
        if (!isOver(plain, own)) {
            return plain;
        }
        own.remove(a.owner());
        own.remove(b.owner());
        double clear = CLEAR + LANE * (routed++ % LANES);
        Rect near = Rect.between(a.at(), b.at());
        for (double reach : REACH) {
            List<Rect> solid = boxes.within(near.grown(reach)).stream()
                    .filter(f -> !own.contains(f))
                    .map(Frame::rect)
                    .toList();
            if (solid.size() > MOST_BOXES || left <= 0) {
                return plain;
            }
            Maze maze = new Maze(
                    solid,
                    clear,
                    a.at().plus(a.side().out(clear)),
                    b.at().plus(b.side().out(clear)));
            left -= maze.size();
            List<Pt> corners = maze.way(a.side(), b.side());
            if (!corners.isEmpty()) {
                List<Pt> all = new ArrayList<>(corners);
                all.addFirst(a.at());
                all.addLast(b.at());
                return Curve.along(straightened(all), ROUND);
            }
        }
        return plain;
    }

    private boolean isOver(Curve c, Set<Frame> own) {
        int n = (int) Math.clamp(c.length() / 12, 8, 400);
        for (Pt p : c.flat(n)) {
            for (Frame f : boxes.at(p)) {
                if (!own.contains(f) && f.rect().grown(-2).contains(p)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void enclosing(Frame owner, Set<Frame> own) {
        own.add(owner);
        owner.parent().flatMap(frames::find).ifPresent(f -> enclosing(f, own));
    }

    /** Without the points at which nothing turns. */
    private static List<Pt> straightened(List<Pt> all) {
        List<Pt> corners = new ArrayList<>();
        for (Pt p : all) {
            int n = corners.size();
            if (n > 0 && corners.getLast().distance(p) < 0.5) {
                continue;
            }
            if (n > 1 && inLine(corners.get(n - 2), corners.get(n - 1), p)) {
                corners.removeLast();
            }
            corners.add(p);
        }
        return corners.size() > 1 ? corners : Collections.nCopies(2, all.getFirst());
    }

    private static boolean inLine(Pt a, Pt b, Pt c) {
        return Math.abs(a.x() - b.x()) < 0.5 && Math.abs(b.x() - c.x()) < 0.5
                || Math.abs(a.y() - b.y()) < 0.5 && Math.abs(b.y() - c.y()) < 0.5;
    }
}
