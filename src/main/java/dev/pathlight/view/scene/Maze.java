package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;

/**
 * Finds the way between two points that keeps clear of boxes, on the lines that run along the boxes' sides: the shortest, a
 * corner counting as a detour (A*, the state being a crossing of two lines and the direction it was reached in).
 */
final class Maze {
    private static final double CORNER = 70;
    /** Directions: the ordinals of {@link Side}. */
    private static final int WAYS = 4;

    private final double[] xs;
    private final double[] ys;
    private final boolean[] blockedRight;
    private final boolean[] blockedDown;
    private final Pt start;
    private final Pt goal;

    private record Visit(int state, double estimate) {}

    /** @param clear how far from a box the way must stay */
    Maze(List<Rect> boxes, double clear, Pt start, Pt goal) {
        this.start = start;
        this.goal = goal;
        xs = lines(
                boxes.stream().flatMapToDouble(r -> DoubleStream.of(r.x() - clear, r.right() + clear)),
                start.x(),
                goal.x());
        ys = lines(
                boxes.stream().flatMapToDouble(r -> DoubleStream.of(r.y() - clear, r.bottom() + clear)),
                start.y(),
                goal.y());
        blockedRight = new boolean[xs.length * ys.length];
        blockedDown = new boolean[xs.length * ys.length];
        boxes.forEach(r -> block(around(r, clear)));
    }

    /** As much of the clearance as leaves both ends outside. */
    private Rect around(Rect r, double clear) {
        Rect wide = r.grown(clear - 1);
        return wide.contains(start) || wide.contains(goal) ? r : wide;
    }

    private static double[] lines(DoubleStream sides, double from, double to) {
        return DoubleStream.concat(sides, DoubleStream.of(from, to))
                .sorted()
                .distinct()
                .toArray();
    }

    private void block(Rect r) {
        for (int i = first(xs, r.x()); i < xs.length && xs[i] < r.right(); i++) {
            for (int j = first(ys, r.y()); j < ys.length && ys[j] < r.bottom(); j++) {
                boolean inX = xs[i] > r.x();
                boolean inY = ys[j] > r.y();
                if (inY && (inX || i + 1 < xs.length && xs[i + 1] > r.x())) {
                    blockedRight[at(i, j)] = true;
                }
                if (inX && (inY || j + 1 < ys.length && ys[j + 1] > r.y())) {
                    blockedDown[at(i, j)] = true;
                }
            }
        }
    }

    /** The last line before {@code v}, or the first of all. */
    private static int first(double[] lines, double v) {
        int i = Arrays.binarySearch(lines, v);
        return Math.max(0, i >= 0 ? i : -i - 2);
    }

    private int at(int i, int j) {
        return i * ys.length + j;
    }

    /** How many crossings there are to look at. */
    int size() {
        return xs.length * ys.length;
    }

    /** The corners of the way, both ends among them; none when there is no way. It leaves and arrives in line with the sides. */
    List<Pt> way(Side leaving, Side arriving) {
        double[] cost = new double[size() * WAYS];
        int[] from = new int[size() * WAYS];
        Arrays.fill(cost, Double.MAX_VALUE);
        Arrays.fill(from, -1);
        int last = at(Arrays.binarySearch(xs, goal.x()), Arrays.binarySearch(ys, goal.y()));
        int arrival = opposite(arriving).ordinal();
        int begin =
                at(Arrays.binarySearch(xs, start.x()), Arrays.binarySearch(ys, start.y())) * WAYS + leaving.ordinal();
        PriorityQueue<Visit> open = new PriorityQueue<>((a, b) -> Double.compare(a.estimate(), b.estimate()));
        cost[begin] = 0;
        open.add(new Visit(begin, 0));
        while (!open.isEmpty()) {
            Visit v = open.remove();
            int state = v.state();
            int point = state / WAYS;
            if (point == last && state % WAYS == arrival) {
                return corners(from, state);
            }
            if (v.estimate() > cost[state] + rest(point) + 1e-6) {
                continue;
            }
            for (Side s : Side.values()) {
                step(state, s, point == last, cost, from, open);
            }
        }
        return List.of();
    }

    private void step(int state, Side s, boolean turnsHere, double[] cost, int[] from, PriorityQueue<Visit> open) {
        int point = state / WAYS;
        Side was = Side.values()[state % WAYS];
        if (s == opposite(was)) {
            return;
        }
        // At the goal it may turn into the direction asked for, standing still.
        int next = turnsHere ? point : neighbour(point, s);
        if (next < 0) {
            return;
        }
        double more = cost[state] + distance(point, next) + (s == was ? 0 : CORNER);
        int to = next * WAYS + s.ordinal();
        if (more < cost[to] - 1e-9) {
            cost[to] = more;
            from[to] = state;
            open.add(new Visit(to, more + rest(next)));
        }
    }

    private int neighbour(int point, Side s) {
        int i = point / ys.length;
        int j = point % ys.length;
        return switch (s) {
            case RIGHT -> i + 1 < xs.length && !blockedRight[at(i, j)] ? at(i + 1, j) : -1;
            case LEFT -> i > 0 && !blockedRight[at(i - 1, j)] ? at(i - 1, j) : -1;
            case BOTTOM -> j + 1 < ys.length && !blockedDown[at(i, j)] ? at(i, j + 1) : -1;
            case TOP -> j > 0 && !blockedDown[at(i, j - 1)] ? at(i, j - 1) : -1;
        };
    }

    private double distance(int a, int b) {
        return Math.abs(xs[a / ys.length] - xs[b / ys.length]) + Math.abs(ys[a % ys.length] - ys[b % ys.length]);
    }

    private double rest(int point) {
        return Math.abs(xs[point / ys.length] - goal.x()) + Math.abs(ys[point % ys.length] - goal.y());
    }

    private static Side opposite(Side s) {
        return switch (s) {
            case TOP -> Side.BOTTOM;
            case BOTTOM -> Side.TOP;
            case LEFT -> Side.RIGHT;
            case RIGHT -> Side.LEFT;
        };
    }

    private List<Pt> corners(int[] from, int last) {
        List<Pt> all = new ArrayList<>();
        for (int state = last; state >= 0; state = from[state]) {
            int point = state / WAYS;
            all.add(new Pt(xs[point / ys.length], ys[point % ys.length]));
        }
        Collections.reverse(all);
        return all;
    }
}
