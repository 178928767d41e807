package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import dev.pathlight.view.TreeMark;
import dev.pathlight.view.TreeMark.Kind;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import java.util.Optional;
import javafx.scene.paint.Color;

/**
 * Paints the spanning tree: each port's state in words beside its cable's beginning, with the seconds it still waits. The
 * root says so on its bar.
 */
final class TreePainter {
    private final Brush brush;
    private final CanvasStyle style;
    private final Board board;

    TreePainter(Brush brush, Board board) {
        this.brush = brush;
        this.board = board;
        style = board.style().get();
    }

    private Optional<TreeMark> mark(String path) {
        return Optional.ofNullable(board.model().tree().get().get(path));
    }

    /** A port that is down says that instead. */
    void paint(Port p) {
        mark(p.path()).filter(m -> board.health(p.path()) == Health.UP).ifPresent(m -> {
            if (m.kind() == Kind.BLOCKING) {
                brush.outline(PortPainter.shape(p), 6, ink(m.kind()), 4);
            }
            board.tags().at(p.path()).ifPresent(r -> pill(r, m));
        });
    }

    private void pill(Rect r, TreeMark m) {
        String word = Tags.state(board.words(), m, false);
        boolean open = m.kind() == Kind.FORWARDING;
        brush.fill(r, Tags.HEIGHT / 2, open ? style.surfaces().box() : ink(m.kind()));
        if (open) {
            brush.outline(r, Tags.HEIGHT / 2, ink(m.kind()), 2);
        }
        if (brush.legible(Type.NUMBER)) {
            brush.centred(
                    word,
                    Type.NUMBER,
                    r.centre(),
                    open ? ink(m.kind()) : style.surfaces().box());
        }
    }

    private Color ink(Kind kind) {
        return switch (kind) {
            case FORWARDING -> style.of(Health.UP);
            case LISTENING, LEARNING -> style.of(Health.PENDING);
            case DISABLED -> style.of(Health.DOWN);
            case BLOCKING, ROOT -> style.text();
        };
    }

    void paint(Frame f) {
        if (f.kind() != Frame.Kind.BRIDGE || mark(f.path()).isEmpty() || !brush.legible(Type.NUMBER)) {
            return;
        }
        board.tags().at(f.path()).ifPresent(r -> {
            brush.fill(r, Tags.HEIGHT / 2, ink(Kind.ROOT));
            brush.centred(
                    board.words().say("stp.root"),
                    Type.NUMBER,
                    r.centre(),
                    style.surfaces().box());
        });
    }
}
