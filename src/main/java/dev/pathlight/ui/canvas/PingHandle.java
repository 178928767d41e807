package dev.pathlight.ui.canvas;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The small round handle on a hovered or selected namespace's corner, from which a ping is dragged. */
final class PingHandle {
    private static final double RADIUS = 15;

    private PingHandle() {}

    private static Set<String> shown(Board board) {
        Set<String> paths = new TreeSet<>(board.model().selection().get());
        board.hovered().get().ifPresent(paths::add);
        return paths;
    }

    private static Optional<Pt> at(Board board, String path) {
        return board.scene()
                .frame(path)
                .filter(f -> f.kind() == Frame.Kind.SPACE)
                .map(f -> new Pt(f.rect().right() - 4, f.rect().bottom() - 4));
    }

    /** The namespace whose handle is at {@code world}. */
    static Optional<SpaceId> hit(Board board, Pt world) {
        return shown(board).stream()
                .filter(path ->
                        at(board, path).filter(h -> h.distance(world) <= RADIUS).isPresent())
                .findFirst()
                .map(SpaceId::parse);
    }

    static void paint(Board board, Brush b, CanvasStyle style) {
        if (board.model().tool().get() != Tool.SELECT || board.gesture().get().isPresent()) {
            return;
        }
        for (String path : shown(board)) {
            at(board, path).ifPresent(h -> paint(b, style, h));
        }
    }

    private static void paint(Brush b, CanvasStyle style, Pt h) {
        b.disc(h, RADIUS, style.surfaces().box());
        b.disc(h, RADIUS - 2.5, style.lit());
        b.line(h.plus(-6, 0), h.plus(5, 0), style.surfaces().box(), 2.5);
        b.line(h.plus(1, -4.5), h.plus(6, 0), style.surfaces().box(), 2.5);
        b.line(h.plus(1, 4.5), h.plus(6, 0), style.surfaces().box(), 2.5);
    }
}
