package dev.pathlight.ui;

import dev.pathlight.view.Chalk.Held;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Presenter;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** What one talks before a class with, in the corner of the window. */
final class TalkButtons extends HBox {
    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    TalkButtons(Phrases phrases, Presenter presenter) {
        Parts parts = new Parts(phrases);
        getStyleClass().add("talk-buttons");
        Button present = parts.iconButton("present", "present.toggle", "F11", presenter::toggle);
        present.setId("present");
        Button pen = parts.iconButton("pen", "chalk.pen", "F6", () -> presenter.take(Held.PEN));
        pen.setId("pen");
        Button spot = parts.iconButton("spot", "chalk.spot", "F7", () -> presenter.take(Held.SPOT));
        spot.setId("spot");
        Button over = parts.iconButton("float", "float.toggle", "F9", presenter::toggleFloating);
        over.setId("float");
        getChildren().addAll(pen, spot, over, present);
        presenter.chalk().held().subscribe(h -> {
            pen.pseudoClassStateChanged(TAKEN, h == Held.PEN || h == Held.ERASER);
            spot.pseudoClassStateChanged(TAKEN, h == Held.SPOT);
        });
    }
}
