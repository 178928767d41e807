package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.graph.Clipping;
import dev.pathlight.topology.graph.Pasting;
import dev.pathlight.ui.canvas.CanvasAction.Part;
import dev.pathlight.view.ClipText;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.FreePlace;
import dev.pathlight.view.scene.Rect;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies, cuts, pastes and duplicates. The clipboard holds the text of a drawing's file, so that windows can share it. */
final class Snippets {
    private static final Part SOME = new Part("", "needs.copyable");
    /** Around what is pasted, so that the names of its interfaces have room, in drawing units. */
    private static final double APART = 64;

    private static final Part CLIP = new Part("", "needs.clip");

    private final Board board;

    Snippets(Board board) {
        this.board = board;
    }

    void offer(CanvasActions to) {
        to.add("clip.cut", "Shortcut+X", SOME, this::any, this::cut);
        to.add("clip.copy", "Shortcut+C", SOME, this::any, () -> chosen().ifPresent(Snippets::keep));
        to.add(
                "clip.paste",
                "Shortcut+V",
                CLIP,
                () -> kept().isPresent(),
                () -> kept().ifPresent(d -> put("clip.paste", d)));
        to.add(
                "clip.duplicate",
                "Shortcut+D",
                SOME,
                this::any,
                () -> chosen().ifPresent(d -> put("clip.duplicate", d)));
    }

    private boolean any() {
        return chosen().isPresent();
    }

    /** The selection as a drawing of its own; empty when there is nothing in it that can be copied. */
    private Optional<Drawing> chosen() {
        Layout seen = board.model().drawing().get().layout();
        for (Frame f : board.scene().frames()) {
            seen = f.isPlaceable() ? seen.with(f.path(), f.rect().box()) : seen;
        }
        return Clipping.of(
                board.model().drawing().get(), board.model().selection().get(), seen);
    }

    private static void keep(Drawing clip) {
        ClipboardContent content = new ClipboardContent();
        content.putString(ClipText.of(clip));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void cut() {
        chosen().ifPresent(clip -> {
            keep(clip);
            CanvasMenu.delete(board, "clip.cut");
        });
    }

    /** The drawing on the clipboard, when its text is one. */
    private static Optional<Drawing> kept() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? Optional.empty() : ClipText.read(text);
    }

    /** Beside what is there, as near to where it was cut out as there is room. */
    private void put(String phrase, Drawing clip) {
        Rect was = clip.layout().boxes().values().stream()
                .map(Rect::of)
                .reduce(Rect::union)
                .orElse(new Rect(0, 0, 1, 1));
        boolean nodes = clip.layout().boxes().keySet().stream().anyMatch(p -> !p.contains("/"));
        List<Rect> taken = board.scene().frames().stream()
                .filter(f -> f.kind() != Frame.Kind.GROUP && (nodes || f.kind() != Frame.Kind.NODE))
                .map(Frame::rect)
                .toList();
        Rect free = FreePlace.closest(was, taken, APART);
        Pasting.Pasted pasted = Pasting.onto(
                new Edit.MoveBoxes(Arrange.unplaced(board))
                        .applyTo(board.model().drawing().get()),
                clip,
                free.x() - was.x(),
                free.y() - was.y());
        Edit all = new Edit.All(List.of(new Edit.MoveBoxes(Arrange.unplaced(board)), pasted.edit()));
        board.model().intents().edit(board.words().say(phrase), all);
        board.model().selection().set(pasted.paths());
        board.focused().set(pasted.paths().stream().findFirst());
    }
}
