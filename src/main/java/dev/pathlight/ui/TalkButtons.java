package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import dev.pathlight.view.Presenter;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** What one talks before a class with, in the corner of the window. */
final class TalkButtons extends HBox {
    TalkButtons(Phrases phrases, Presenter presenter) {
        Parts parts = new Parts(phrases);
        getStyleClass().add("talk-buttons");
        Button present = parts.iconButton("mdi2p-presentation", "present.toggle", "F11", presenter::toggle);
        present.setId("present");
        getChildren().add(present);
    }
}
