package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Edit.AddCable;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drawing a cable: a rubber band from one thing to another; what can take the end is outlined and draws the band to it. */
final class Joining implements Gesture {
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
        target = p.hit().map(Hit::path).filter(this::takes);
        end = target.flatMap(board::anchor).orElse(p.world());
    }

    private boolean takes(String path) {
        return !path.equals(from) && known.computeIfAbsent(path, x -> cable(x).isPresent());
    }

    private Optional<AddCable> cable(String to) {
        return Suggest.cable(board.model().drawing().get().topology(), from, to);
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        target.flatMap(this::cable).ifPresent(c -> {
            board.model().intents().edit(board.words().say("edit.cable"), addressed(c));
            board.model().selection().set(Set.of("cable:" + c.a().port()));
            board.used(p);
        });
    }

    /** The cable, and the next free address for each new end that is no bridge's port. */
    private Edit addressed(AddCable cable) {
        Drawing before = board.model().drawing().get();
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.MoveBoxes(Arrange.unplaced(board)));
        edits.add(cable);
        Drawing d = cable.applyTo(before);
        for (AddCable.End end : List.of(cable.a(), cable.b())) {
            boolean fresh = before.topology().find(end.port()).isEmpty();
            Optional<Cidr> address =
                    fresh && end.bridge().isEmpty() ? Suggest.address(d.topology(), end.port()) : Optional.empty();
            if (address.isPresent()) {
                Edit set = new Edit.SetAddresses(end.port(), List.of(address.get()));
                edits.add(set);
                d = set.applyTo(d);
            }
        }
        return new Edit.All(edits);
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
