package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import dev.pathlight.view.Settings.Colours;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses the window's colours and how much moves in it. */
final class AppearanceMenu extends MenuButton {
    AppearanceMenu(Phrases phrases, Theme theme) {
        setId("appearance");
        getStyleClass().addAll("flat", "icon-button", "icon-menu");
        setGraphic(Parts.icon("appearance"));
        setMinWidth(USE_PREF_SIZE);
        new Parts(phrases).explain(this, "appearance.choose", "");
        ToggleGroup group = new ToggleGroup();
        for (Colours c : Colours.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId(phrase(c).replace('.', '-'));
            item.textProperty().bind(phrases.text(phrase(c)));
            item.setToggleGroup(group);
            item.setOnAction(e -> theme.settings().colours().set(c));
            theme.settings().colours().subscribe(now -> item.setSelected(now == c));
            getItems().add(item);
        }
        getItems().addAll(new SeparatorMenuItem(), still(phrases.text("appearance.still"), theme));
    }

    static String phrase(Colours c) {
        return switch (c) {
            case SYSTEM -> "appearance.system";
            case LIGHT -> "appearance.light";
            case DARK -> "appearance.dark";
            case CONTRAST_LIGHT -> "appearance.black";
            case CONTRAST_DARK -> "appearance.white";
        };
    }

    private static CheckMenuItem still(ObservableValue<String> words, Theme theme) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId("appearance-still");
        item.textProperty().bind(words);
        item.setOnAction(e -> theme.toggleMotion());
        theme.still().subscribe(item::setSelected);
        return item;
    }
}
