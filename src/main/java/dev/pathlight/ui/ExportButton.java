package dev.pathlight.ui;

import dev.pathlight.view.ExportForm;
import dev.pathlight.view.Phrases;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** What the drawing can become outside the window. */
final class ExportButton extends MenuButton {
    private final Phrases phrases;

    ExportButton(Phrases phrases, Exporting exporting) {
        this.phrases = phrases;
        setId("export");
        getStyleClass().addAll("flat", "menu-icon");
        setGraphic(Parts.icon("export"));
        setMinWidth(USE_PREF_SIZE);
        new Parts(phrases).explain(this, "action.export", "Shortcut+E");
        for (ExportForm form : ExportForm.values()) {
            getItems().add(item(form.phrase(), "export-" + form.extension(), () -> exporting.export(form)));
        }
        MenuItem copy = item("action.copypicture", "copy-picture", exporting::copy);
        copy.setAccelerator(KeyCombination.valueOf("Shortcut+Alt+C"));
        MenuItem print = item("action.print", "print", exporting::print);
        print.setAccelerator(KeyCombination.valueOf("Shortcut+Alt+P"));
        getItems().addAll(new SeparatorMenuItem(), copy, print);
        exporting.offered().subscribe(n -> {
            if (n.intValue() > 0) {
                show();
            }
        });
    }

    private MenuItem item(String phrase, String id, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.setMnemonicParsing(false);
        item.textProperty().bind(phrases.text(phrase));
        item.setOnAction(e -> action.run());
        return item;
    }
}
