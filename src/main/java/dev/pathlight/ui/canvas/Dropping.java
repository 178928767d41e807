package dev.pathlight.ui.canvas;

import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Pt;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes what is dragged over from the palette: text as {@code pathlight/tool:NAMESPACE}. */
final class Dropping {
    /** Begins the text on the drag board; the tool's name follows. */
    static final String PREFIX = "pathlight/tool:";

    private final Board board;

    Dropping(Board board, CanvasPane pane) {
        this.board = board;
        pane.addEventHandler(DragEvent.DRAG_OVER, e -> {
            Optional<Tool> tool = tool(e);
            tool.ifPresent(t -> {
                e.acceptTransferModes(TransferMode.COPY);
                board.gesture().set(Optional.of(new Placing(board, t, world(e))));
                e.consume();
            });
        });
        pane.addEventHandler(DragEvent.DRAG_EXITED, e -> board.gesture().set(Optional.empty()));
        pane.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            Optional<Tool> tool = tool(e);
            board.gesture().set(Optional.empty());
            tool.ifPresent(t -> Placing.place(board, t, world(e)));
            e.setDropCompleted(tool.isPresent());
            e.consume();
        });
    }

    private Pt world(DragEvent e) {
        return board.view().get().toWorld(new Pt(e.getX(), e.getY()));
    }

    private static Optional<Tool> tool(DragEvent e) {
        String text = e.getDragboard().hasString() ? e.getDragboard().getString() : "";
        return Arrays.stream(Tool.values())
                .filter(t -> t.places() && text.equals(PREFIX + t))
                .findFirst();
    }
}
