package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Dragging boxes elsewhere: what stands in a node goes with it; all snaps to a light grid; one edit at the end. */
final class Arrange implements Gesture {
    static final double STEP = 10;

    private final Board board;
    private final Pt start;
    private final Scene before;
    private final Set<String> moving;
    private Map<String, Layout.Box> boxes = Map.of();

    Arrange(Board board, Pt start, Set<String> paths) {
        this.board = board;
        this.start = start;
        this.before = board.scene();
        this.moving = withContents(before, paths);
    }

    /** The frames among {@code paths} and everything that stands in them. */
    private static Set<String> withContents(Scene scene, Set<String> paths) {
        Set<String> all = new TreeSet<>();
        for (String p : paths) {
            if (scene.frame(p).isPresent()) {
                all.add(p);
                all.addAll(scene.inside(p));
            }
        }
        return all;
    }

    @Override
    public void drag(Pointer p) {
        boxes = moved(board, before, moving, snap(p.world().x() - start.x()), snap(p.world().y() - start.y()));
        board.preview(boxes);
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        Map<String, Layout.Box> done = boxes;
        board.preview(Map.of());
        if (snap(p.world().x() - start.x()) != 0 || snap(p.world().y() - start.y()) != 0) {
            board.model().intents().edit(board.words().say("edit.move"), new Edit.MoveBoxes(done));
        }
    }

    @Override
    public void cancel() {
        board.preview(Map.of());
    }

    /** The places at which boxes are seen that nobody has placed yet, so that they stay there when something is added. */
    static Map<String, Layout.Box> unplaced(Board board) {
        return moved(board, board.scene(), Set.of(), 0, 0);
    }

    /** Moves by whole steps of the grid, as the arrow keys do. */
    static void nudge(Board board, Set<String> paths, double dx, double dy) {
        Set<String> moving = withContents(board.scene(), paths);
        if (!moving.isEmpty()) {
            Map<String, Layout.Box> boxes = moved(board, board.scene(), moving, dx, dy);
            board.model().intents().edit(board.words().say("edit.nudge"), new Edit.MoveBoxes(boxes));
        }
    }

    /**
     * The new places of what moves. What nobody has placed yet is given the place it is seen at, lest it jump when its
     * neighbours get theirs; a node that only encloses its contents goes on doing so.
     */
    private static Map<String, Layout.Box> moved(Board board, Scene scene, Set<String> moving, double dx, double dy) {
        Layout layout = board.model().drawing().get().layout();
        Map<String, Layout.Box> boxes = new LinkedHashMap<>();
        for (Frame f : scene.frames()) {
            boolean placed = layout.box(f.path()).isPresent();
            boolean encloses = f.kind() == Frame.Kind.NODE && !placed && !scene.inside(f.path()).isEmpty();
            if (!f.isPlaceable() || encloses) {
                continue;
            }
            if (moving.contains(f.path())) {
                Rect r = layout.box(f.path()).map(Rect::of).orElse(f.rect());
                boxes.put(f.path(), r.moved(dx, dy).box());
            } else if (!placed) {
                boxes.put(f.path(), f.rect().box());
            }
        }
        return boxes;
    }

    static double snap(double d) {
        return Math.round(d / STEP) * STEP;
    }
}
