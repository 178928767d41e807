package dev.pathlight.ui.canvas;

import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;

/** What to do with a tool that needs a drag: said beside the pointer, so that it hides no title for long. */
final class ToolHint {
    private static final double HEIGHT = 36;
    private static final double AWAY = 20;

    private ToolHint() {}

    static boolean has(Tool tool) {
        return tool == Tool.CABLE || tool == Tool.PING;
    }

    /** Paints it for a pane of this size; below and right of the pointer, or wherever it has room. */
    static void paint(Board board, Ink g, double width, double height) {
        Tool tool = board.model().tool().get();
        if (!has(tool) || board.pointer().get().isEmpty()) {
            return;
        }
        String words = board.words().say(tool == Tool.CABLE ? "hint.cable" : "hint.ping");
        Brush plain = new Brush(g, board.fonts(), View.PLAIN);
        Rect r = place(board.pointer().get().get(), board.fonts().width(words, Type.CHIP) + 36, width, height);
        plain.fill(r, HEIGHT / 2, board.style().get().accent());
        plain.centred(
                words, Type.CHIP, r.centre(), board.style().get().surfaces().box());
    }

    private static Rect place(Pt pointer, double wide, double width, double height) {
        double x = Math.clamp(pointer.x() + AWAY, 4, Math.max(4, width - wide - 4));
        boolean below = pointer.y() + AWAY + HEIGHT + 4 < height;
        return new Rect(x, below ? pointer.y() + AWAY : pointer.y() - AWAY - HEIGHT, wide, HEIGHT);
    }
}
