package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.ui.canvas.CanvasAction.Part;
import java.util.Optional;
import java.util.Set;

/** What everything on a drawing has: properties, a name or words of its own, an end, and a closer look. */
final class Basics {
    private static final Part ONE = new Part("", "needs.one");
    private static final Part NAMED = new Part("", "needs.named");
    private static final Part SOME = new Part("", "needs.some");

    private final Board board;
    private final CanvasPane pane;

    Basics(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
    }

    void offer(CanvasActions to) {
        to.add(
                "menu.properties",
                "Enter",
                ONE,
                () -> one().isPresent(),
                () -> one().ifPresent(board.model().intents()::inspect));
        to.add("menu.rename", "Shortcut+R", NAMED, () -> named().isPresent(), () -> named().ifPresent(this::rename));
        to.add("menu.delete", "Delete", SOME, () -> CanvasMenu.canDelete(board), () -> CanvasMenu.delete(board));
    }

    private Set<String> selection() {
        return board.model().selection().get();
    }

    private boolean isElement(String path) {
        return Element.find(board.model().drawing().get().topology(), path).isPresent();
    }

    private Optional<String> one() {
        return selection().stream().filter(this::isElement).findFirst();
    }

    private Optional<String> named() {
        return selection().stream()
                .filter(p -> !p.startsWith(Element.CABLE))
                .filter(p -> p.startsWith(Group.PATH) || isElement(p))
                .findFirst();
    }

    /** Names are asked for; what is all words is written where it stands. */
    private void rename(String path) {
        if (!pane.write(path)) {
            new RenameDialog(board, pane, path).ask();
        }
    }
}
