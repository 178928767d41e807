package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A band drawn with Shift held selects what lies within; a mere Shift-click adds one thing or takes it out again. */
final class Marquee implements Gesture {
    private final Board board;
    private final Pointer start;
    private final Set<String> before;
    private Optional<Rect> band = Optional.empty();

    Marquee(Board board, Pointer start) {
        this.board = board;
        this.start = start;
        this.before = board.model().selection().get();
    }

    @Override
    public void drag(Pointer p) {
        Pt from = start.world();
        if (band.isPresent() || p.screen().distance(start.screen()) > 3) {
            band = Optional.of(Rect.between(from, p.world()));
            Set<String> all = new TreeSet<>(before);
            all.addAll(board.hits().within(band.get()));
            board.model().selection().set(all);
        }
    }

    @Override
    public void release(Pointer p) {
        if (band.isEmpty()) {
            start.hit().map(Hit::path).ifPresent(path -> {
                Set<String> all = new TreeSet<>(before);
                if (!all.remove(path)) {
                    all.add(path);
                }
                board.model().selection().set(all);
            });
        }
    }

    @Override
    public void cancel() {
        board.model().selection().set(before);
    }

    @Override
    public void paint(Brush b, CanvasStyle style) {
        band.ifPresent(r -> {
            b.raw().setGlobalAlpha(0.12);
            b.fill(r, 0, style.accent());
            b.raw().setGlobalAlpha(1);
            b.outline(r, 0, style.accent(), b.atLeast(1, 1.5));
        });
    }
}
