package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.View;
import java.util.Set;

/** Dragging the whole drawing under the pointer; a mere click on nothing clears the selection. */
final class Pan implements Gesture {
    private final Board board;
    private final Pt start;
    private final View before;
    private final boolean clears;
    private boolean moved;

    Pan(Board board, Pt start, boolean clears) {
        this.board = board;
        this.start = start;
        this.before = board.view().get();
        this.clears = clears;
    }

    @Override
    public void drag(Pointer p) {
        moved |= p.screen().distance(start) > 3;
        if (moved) {
            board.view()
                    .set(before.panned(p.screen().x() - start.x(), p.screen().y() - start.y()));
        }
    }

    @Override
    public void release(Pointer p) {
        if (clears && !moved) {
            board.model().selection().set(Set.of());
        }
    }

    @Override
    public void cancel() {
        board.view().set(before);
    }
}
