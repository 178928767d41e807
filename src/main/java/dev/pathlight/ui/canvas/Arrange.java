package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.PortId;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.GivingWay;
import dev.pathlight.view.scene.Groups;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Dragging boxes elsewhere: what stands in a node goes with it; all snaps to a light grid; one edit at the end. */
final class Arrange implements Gesture {
    static final double STEP = 10;
    /** Interfaces; a drawing with more takes too long to lay out for every movement of the mouse. */
    private static final int LIVE_UP_TO = 300;

    private final Board board;
    private final Pt start;
    private final Scene before;
    private final Set<String> moving;
    private final boolean live;
    private final Adoption adoption;
    private Optional<String> adopter = Optional.empty();
    private double dx;
    private double dy;

    Arrange(Board board, Pt start, Set<String> paths) {
        this.board = board;
        this.start = start;
        this.before = board.scene();
        this.live = before.portCount() <= LIVE_UP_TO;
        this.moving = withContents(board, before, paths);
        this.adoption = new Adoption(board, before, paths);
    }

    /** The frames among {@code paths} that are not locked, and everything that stands in them. */
    private static Set<String> withContents(Board board, Scene scene, Set<String> paths) {
        Set<String> locked = board.marks().locked();
        Set<String> all = new TreeSet<>();
        for (String p : paths) {
            Optional<Frame> frame = scene.frame(p).filter(f -> !locked.contains(p));
            frame.ifPresent(f -> {
                all.add(p);
                all.addAll(scene.inside(p));
            });
            frame.filter(f -> f.kind() == Frame.Kind.GROUP)
                    .map(f -> Groups.within(scene, f))
                    .ifPresent(all::addAll);
        }
        return all;
    }

    @Override
    public void drag(Pointer p) {
        dx = snap(p.world().x() - start.x());
        dy = snap(p.world().y() - start.y());
        adopter = adoption.at(p.world());
        if (live) {
            board.preview(moved(board, before, moving, dx, dy));
        }
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        if (dx != 0 || dy != 0) {
            Drawing then = board.model().drawing().get();
            Edit edit = new Edit.MoveBoxes(moved(board, before, moving, dx, dy));
            Optional<Edit> adopted = adopter.map(a -> adoption.into(a));
            board.endPreview();
            board.model()
                    .intents()
                    .edit(
                            board.words().say(adopted.isPresent() ? "belong.adopt" : "edit.move"),
                            adopted.<Edit>map(a -> new Edit.All(List.of(edit, a)))
                                    .orElse(edit));
            adopter.ifPresent(a -> board.model().selection().set(adoption.paths(a)));
            if (board.model().drawing().get().equals(then)) {
                cancel();
            }
        } else {
            cancel();
        }
    }

    @Override
    public void cancel() {
        if (live) {
            board.preview(Map.of());
        }
    }

    /** On a large drawing only what moves is shown moving, as outlines with their cables. */
    @Override
    public void paint(Brush b, CanvasStyle style) {
        adopter.ifPresent(a -> adoption.paint(b, style, a));
        if (live) {
            return;
        }
        b.raw().setStroke(style.accent());
        b.raw().setLineWidth(b.atLeast(2, 1));
        for (Frame f : before.frames()) {
            if (moving.contains(f.path())) {
                b.outline(f.rect().moved(dx, dy), FramePainter.radius(f), style.accent(), b.atLeast(2.5, 1.5));
            }
        }
        for (Wire w : before.wires()) {
            Pt shift = new Pt(dx, dy);
            boolean a = moves(w.a());
            boolean z = w.b().filter(this::moves).isPresent();
            if (a || z) {
                Pt from = a ? w.curve().a().plus(shift) : w.curve().a();
                b.line(from, z ? w.curve().b().plus(shift) : w.curve().b(), style.accent(), b.atLeast(2, 1));
            }
        }
    }

    private boolean moves(PortId id) {
        return before.port(id).filter(p -> moving.contains(p.owner().path())).isPresent();
    }

    /** The places at which boxes are seen that nobody has placed yet, so that they stay there when something is added. */
    static Map<String, Layout.Box> unplaced(Board board) {
        return moved(board, board.scene(), Set.of(), 0, 0);
    }

    /** {@code edit}, and the moves of what would be covered by what grows through it. */
    static Edit givingWay(Board board, Edit edit) {
        if (board.scene().portCount() > LIVE_UP_TO) {
            return edit;
        }
        Drawing after = edit.applyTo(board.model().drawing().get());
        Scene then = Scene.of(after, board.words().locale(), board.fonts());
        Map<String, Layout.Box> moves = GivingWay.moves(board.scene(), then, after.layout());
        return moves.isEmpty() ? edit : new Edit.All(List.of(edit, new Edit.MoveBoxes(moves)));
    }

    /** Moves by whole steps of the grid, as the arrow keys do. */
    static void nudge(Board board, Set<String> paths, double dx, double dy) {
        Set<String> moving = withContents(board, board.scene(), paths);
        if (!moving.isEmpty()) {
            Map<String, Layout.Box> boxes = moved(board, board.scene(), moving, dx, dy);
            board.model().intents().edit(board.words().say("edit.nudge"), new Edit.MoveBoxes(boxes));
        }
    }

    /** Moves each of {@code by} by its own way, with all that stands in it, as one edit. */
    static void shift(Board board, String key, Map<String, Pt> by) {
        Scene scene = board.scene();
        Map<String, Layout.Box> boxes = new LinkedHashMap<>(unplaced(board));
        by.forEach((path, way) -> {
            Set<String> moving = withContents(board, scene, Set.of(path));
            moved(board, scene, moving, way.x(), way.y()).forEach((p, box) -> {
                int slash = p.indexOf('/');
                if (moving.contains(p) || slash > 0 && moving.contains(p.substring(0, slash))) {
                    boxes.put(p, box);
                }
            });
        });
        if (!by.isEmpty()) {
            board.model().intents().edit(board.words().say(key), new Edit.MoveBoxes(boxes));
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
            boolean encloses = f.kind() == Frame.Kind.NODE
                    && !placed
                    && !scene.inside(f.path()).isEmpty();
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
        layout.boxes().forEach((path, box) -> {
            int slash = path.indexOf('/');
            // What stands in a collapsed node goes with it.
            if (slash > 0 && scene.frame(path).isEmpty() && moving.contains(path.substring(0, slash))) {
                boxes.put(path, Rect.of(box).moved(dx, dy).box());
            }
        });
        return boxes;
    }

    static double snap(double d) {
        return Math.round(d / STEP) * STEP;
    }
}
