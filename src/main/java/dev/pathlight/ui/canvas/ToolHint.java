package dev.pathlight.ui.canvas;

import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.util.List;

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

    /** What the canvas has to say to somebody, in the middle below; in two lines where one is too long. */
    static void told(Board board, Ink g, double width, double height) {
        String words =
                board.told().get().isEmpty() ? lacking(board) : board.told().get();
        if (words.isEmpty()) {
            return;
        }
        boolean fits = board.fonts().width(words, Type.CHIP) + 2 * HEIGHT < width;
        int cut = words.indexOf(' ', words.length() / 2);
        List<String> lines =
                fits || cut < 0 ? List.of(words) : List.of(words.substring(0, cut), words.substring(cut + 1));
        double wide = lines.stream()
                        .mapToDouble(l -> board.fonts().width(l, Type.CHIP))
                        .max()
                        .orElse(0)
                + 48;
        double high = HEIGHT + (lines.size() - 1) * Type.CHIP.lineHeight();
        Rect r = new Rect((width - wide) / 2, height - high - 24, wide, high);
        Brush plain = new Brush(g, board.fonts(), View.PLAIN);
        plain.fill(r, HEIGHT / 2, board.style().get().accent());
        for (int i = 0; i < lines.size(); i++) {
            Pt at = new Pt(r.cx(), r.y() + HEIGHT / 2 + i * Type.CHIP.lineHeight());
            plain.centred(
                    lines.get(i), Type.CHIP, at, board.style().get().surfaces().box());
        }
    }

    /** That what the tool at hand places will not run here, and the palette says why; "" where it will. */
    private static String lacking(Board board) {
        Tool tool = board.model().tool().get();
        return board.model().lacking().get().containsKey(tool) ? board.words().say("hint.lacking") : "";
    }

    private static Rect place(Pt pointer, double wide, double width, double height) {
        double x = Math.clamp(pointer.x() + AWAY, 4, Math.max(4, width - wide - 4));
        boolean below = pointer.y() + AWAY + HEIGHT + 4 < height;
        return new Rect(x, below ? pointer.y() + AWAY : pointer.y() - AWAY - HEIGHT, wide, HEIGHT);
    }
}
