package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import dev.pathlight.view.TreeMark;
import dev.pathlight.view.TreeMark.Kind;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.paint.Color;

/**
 * Paints the spanning tree: each port's state in words beside its cable's beginning, with the seconds it still waits. The
 * root says so on its bar.
 */
final class TreePainter {
    private static final double HEIGHT = 28;

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
            pill(p, m);
        });
    }

    private void pill(Port p, TreeMark m) {
        String key = "stp." + m.kind().name().toLowerCase(Locale.ROOT);
        String word = board.words().say(m.seconds() > 0 ? key + ".wait" : key, m.seconds());
        double w = brush.fonts().width(word, Type.NUMBER) + 18;
        Pt at = p.side().horizontal()
                ? p.at().plus(p.side().out(34))
                : p.at().plus(p.side().out(24 + w / 2));
        Rect r = new Rect(at.x() - w / 2, at.y() - HEIGHT / 2, w, HEIGHT);
        boolean open = m.kind() == Kind.FORWARDING;
        brush.fill(r, HEIGHT / 2, open ? style.surfaces().box() : ink(m.kind()));
        if (open) {
            brush.outline(r, HEIGHT / 2, ink(m.kind()), 2);
        }
        if (brush.legible(Type.NUMBER)) {
            brush.centred(
                    word,
                    Type.NUMBER,
                    at,
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
        String word = board.words().say("stp.root");
        double w = brush.fonts().width(word, Type.NUMBER) + 18;
        Rect r = new Rect(f.rect().right() - 44 - w, f.titleLine() - HEIGHT / 2, w, HEIGHT);
        brush.fill(r, HEIGHT / 2, ink(Kind.ROOT));
        brush.centred(word, Type.NUMBER, r.centre(), style.surfaces().box());
    }
}
