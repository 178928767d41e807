package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.Chalk;
import dev.pathlight.view.Chalk.Held;
import dev.pathlight.view.Phrases;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/** What a pen can be changed to, over the drawing while one is held. */
final class ChalkBar extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Chalk chalk;
    private final Parts parts;

    ChalkBar(Chalk chalk, Phrases phrases, CanvasPane canvas) {
        this.chalk = chalk;
        parts = new Parts(phrases);
        setId("chalk-bar");
        getStyleClass().add("chalk-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        for (int i = 0; i < Chalk.COLOURS; i++) {
            getChildren().add(colour(i, canvas));
        }
        ToggleButton goes = toggle("hourglass", "chalk.goes", "chalk-goes");
        goes.selectedProperty().bindBidirectional(chalk.goes());
        ToggleButton eraser = toggle("eraser", "chalk.eraser", "chalk-eraser");
        eraser.setOnAction(e -> chalk.held().set(eraser.isSelected() ? Held.ERASER : Held.PEN));
        chalk.held().subscribe(h -> eraser.setSelected(h == Held.ERASER));
        Button wipe = parts.iconButton("bin", "chalk.wipe", "F8", chalk::wipe);
        wipe.setId("chalk-wipe");
        Button close = parts.iconButton("close", "chalk.close", "Esc", chalk::putDown);
        close.setId("chalk-close");
        getChildren().addAll(goes, eraser, wipe, close);
        getChildren().forEach(b -> b.setFocusTraversable(false));
        Parts.onlyWhen(this, chalk.held().map(h -> h == Held.PEN || h == Held.ERASER));
    }

    private Button colour(int index, CanvasPane canvas) {
        Circle dot = new Circle(10);
        dot.fillProperty().bind(canvas.look().map(s -> ChalkLayer.colour(s, index)));
        Button b = new Button("", dot);
        b.setId("chalk-colour-" + index);
        b.getStyleClass().addAll("flat", "chalk-colour");
        name(b, index);
        b.setOnAction(e -> {
            chalk.colour().set(index);
            chalk.held().set(Held.PEN);
        });
        chalk.colour().subscribe(c -> b.pseudoClassStateChanged(CHOSEN, c.intValue() == index));
        return b;
    }

    private void name(ButtonBase b, int index) {
        parts.explain(
                b,
                switch (index) {
                    case 0 -> "chalk.red";
                    case 1 -> "chalk.blue";
                    case 2 -> "chalk.green";
                    default -> "chalk.plain";
                },
                "");
    }

    private ToggleButton toggle(String icon, String phrase, String id) {
        ToggleButton b = new ToggleButton();
        b.setId(id);
        b.getStyleClass().addAll("flat", "icon-button");
        b.setGraphic(Parts.icon(icon));
        parts.explain(b, phrase, "");
        return b;
    }
}
