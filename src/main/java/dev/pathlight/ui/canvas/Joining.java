package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.graph.Kit;
import dev.pathlight.topology.graph.Plugging;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drawing a cable: a rubber band from one thing to another; what can take the end is outlined and draws the band to it. */
final class Joining implements Gesture {
    private final Board board;
    private final String from;
    private final Pt start;
    private final Snapping snapping;
    private Pt end;
    private Optional<String> target = Optional.empty();
    private boolean byKey;

    Joining(Board board, Hit from, Pointer p) {
        this.board = board;
        this.from = from.path();
        this.start = board.anchor(this.from).orElse(p.world());
        this.end = p.world();
        this.snapping = new Snapping(board, to -> line(to).isPresent());
    }

    @Override
    public void drag(Pointer p) {
        target = snapping.at(p);
        byKey = p.exact();
        end = target.flatMap(board::anchor).orElse(p.world());
    }

    private Optional<Kit.Made> line(String to) {
        return Plugging.between(board.model().drawing().get().topology(), from, to);
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        target.flatMap(this::line).ifPresent(made -> {
            Edit all = new Edit.All(List.of(new Edit.MoveBoxes(Arrange.unplaced(board)), made.edit()));
            board.model().intents().edit(board.words().say("edit.cable"), Arrange.givingWay(board, all));
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
            Target.hint(board, b, style, end, board.words().say(byKey ? "hint.cable.enter" : "hint.cable.release"));
        });
    }
}
