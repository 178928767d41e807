package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.graph.Kit;
import dev.pathlight.topology.graph.Plugging;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drawing a cable: a rubber band from one thing to another; what can take the end is outlined and draws the band to it. */
final class Joining implements Gesture {
    /** How far beside the pointer an end is still found, in pixels. */
    private static final double REACH = 36;

    private final Board board;
    private final String from;
    private final Pt start;
    private final Map<String, Boolean> known = new HashMap<>();
    private Pt end;
    private Optional<String> target = Optional.empty();

    Joining(Board board, Hit from, Pointer p) {
        this.board = board;
        this.from = from.path();
        this.start = board.anchor(this.from).orElse(p.world());
        this.end = p.world();
    }

    @Override
    public void drag(Pointer p) {
        target = p.hit().map(Hit::path).filter(this::takes).or(() -> nearest(p));
        end = target.flatMap(board::anchor).orElse(p.world());
    }

    private boolean takes(String path) {
        return !path.equals(from) && known.computeIfAbsent(path, x -> line(x).isPresent());
    }

    /** The band snaps to what can take it and is near, though not quite under the pointer. */
    private Optional<String> nearest(Pointer p) {
        double reach = REACH / board.view().get().scale();
        return board.scene().frames().stream()
                .filter(f ->
                        f.kind() != Frame.Kind.NODE && f.rect().grown(reach).contains(p.world()))
                .sorted(Comparator.comparingDouble(f -> away(f.rect(), p.world())))
                .map(Frame::path)
                .filter(this::takes)
                .findFirst();
    }

    private static double away(Rect r, Pt p) {
        double dx = Math.max(0, Math.max(r.x() - p.x(), p.x() - r.right()));
        double dy = Math.max(0, Math.max(r.y() - p.y(), p.y() - r.bottom()));
        return Math.hypot(dx, dy);
    }

    private Optional<Kit.Made> line(String to) {
        return Plugging.between(board.model().drawing().get().topology(), from, to);
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        target.flatMap(this::line).ifPresent(made -> {
            Edit all = new Edit.All(List.of(new Edit.MoveBoxes(Arrange.unplaced(board)), made.edit()));
            board.model().intents().edit(board.words().say("edit.cable"), all);
            board.model().selection().set(Set.of(made.path()));
            board.used(p);
        });
    }

    @Override
    public void paint(Brush b, CanvasStyle style) {
        b.raw().setLineDashes(target.isPresent() ? new double[0] : new double[] {10, 8});
        b.line(start, end, style.accent(), b.atLeast(4, 2.5));
        b.raw().setLineDashes();
        b.disc(start, b.atLeast(8, 5), style.accent());
        b.disc(end, b.atLeast(8, 5), style.accent());
        target.ifPresent(t -> {
            Target.outline(board, b, style, t);
            Target.hint(b, style, end, board.words().say("hint.cable.release"));
        });
    }
}
