package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.graph.Numbering;
import dev.pathlight.ui.canvas.CanvasAction.Part;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;

/** Asks for the subnet that a network's interfaces are to be numbered in, and says at once why one will not do. */
final class NumberDialog {
    private final Board board;
    private final CanvasPane pane;

    NumberDialog(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
    }

    void offer(CanvasActions to) {
        to.add(
                "number",
                "Shortcut+Shift+N",
                new Part("", "needs.network"),
                () -> chosen().isPresent(),
                () -> chosen().ifPresent(this::ask));
    }

    /** The network of the first selected thing that is in one. */
    private Optional<Numbering> chosen() {
        return board.model().selection().get().stream()
                .flatMap(p -> Numbering.at(board.model().drawing().get().topology(), p).stream())
                .findFirst();
    }

    private void ask(Numbering numbering) {
        TextInputDialog dialog = new TextInputDialog(numbering.proposal().toString());
        dialog.initOwner(pane.getScene().getWindow());
        dialog.setTitle(board.words().say("number"));
        dialog.setGraphic(null);
        StringBinding problem = Bindings.createStringBinding(
                () -> numbering
                        .problem(dialog.getEditor().getText().strip())
                        .map(p -> p.in(board.words().locale()))
                        .orElse(""),
                dialog.getEditor().textProperty());
        dialog.headerTextProperty()
                .bind(Bindings.when(problem.isEmpty())
                        .then(board.words().say("number.header"))
                        .otherwise(problem));
        dialog.getDialogPane().lookupButton(ButtonType.OK).disableProperty().bind(problem.isNotEmpty());
        dialog.showAndWait()
                .ifPresent(text -> board.model()
                        .intents()
                        .edit(board.words().say("number"), numbering.in(Cidr.parse(text.strip()))));
    }
}
