package dev.pathlight.ui;

import dev.pathlight.view.InspectorModel;
import dev.pathlight.view.Spot;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** What stands behind one of several lines of a form: up, down, away. */
final class LineButtons {
    private final InspectorModel model;
    private final Parts parts;

    LineButtons(InspectorModel model, Parts parts) {
        this.model = model;
        this.parts = parts;
    }

    /** Behind the line at {@code spot}, one of {@code count}, in the form of the thing at {@code path}. */
    HBox of(String path, Spot spot, int count, boolean ordered, boolean removable) {
        HBox box = new HBox();
        if (ordered && count > 1) {
            Button up = parts.iconButton(
                    "chevron-up", "form.earlier", "", () -> model.move(path, spot.property(), spot.index(), -1));
            up.setDisable(spot.index() == 0);
            Button down = parts.iconButton(
                    "chevron-down", "form.later", "", () -> model.move(path, spot.property(), spot.index(), 1));
            down.setDisable(spot.index() == count - 1);
            box.getChildren().addAll(up, down);
        }
        if (removable) {
            Button away = parts.iconButton(
                    "close", "form.remove", "", () -> model.remove(path, spot.property(), spot.index()));
            away.setId(FormPane.id(spot.property()) + "-" + spot.index() + "-remove");
            box.getChildren().add(away);
        }
        box.getStyleClass().add("line-buttons");
        return box;
    }
}
