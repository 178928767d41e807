package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Sentence;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;

/** Asks for a new name and says at once why one will not do. */
final class RenameDialog {
    private final Board board;
    private final CanvasPane pane;
    private final String path;

    RenameDialog(Board board, CanvasPane pane, String path) {
        this.board = board;
        this.pane = pane;
        this.path = path;
    }

    void ask() {
        String old = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
        TextInputDialog dialog = new TextInputDialog(old);
        dialog.initOwner(pane.getScene().getWindow());
        dialog.setTitle(board.words().say("rename.title", old));
        dialog.setGraphic(null);
        StringBinding problem = Bindings.createStringBinding(
                () -> problem(dialog.getEditor().getText())
                        .map(p -> p.in(board.words().locale()))
                        .orElse(""),
                dialog.getEditor().textProperty());
        dialog.headerTextProperty()
                .bind(Bindings.when(problem.isEmpty())
                        .then(board.words().say("rename.header", old))
                        .otherwise(problem));
        dialog.getDialogPane().lookupButton(ButtonType.OK).disableProperty().bind(problem.isNotEmpty());
        dialog.showAndWait().filter(name -> !name.equals(old)).ifPresent(this::rename);
    }

    private Optional<Sentence> problem(String name) {
        return new Edit.Rename(path, name).problem(board.model().drawing().get());
    }

    private void rename(String name) {
        board.model().intents().edit(board.words().say("edit.rename"), new Edit.Rename(path, name));
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1;
        board.model().selection().set(Set.of(path.substring(0, cut) + name));
    }
}
