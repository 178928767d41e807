package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks with the desktop's own file chooser, and a dialog whose buttons are verbs. */
final class Dialogs implements Asking {
    private final Window owner;
    private final Phrases phrases;

    Dialogs(Window owner, Phrases phrases) {
        this.owner = owner;
        this.phrases = phrases;
    }

    @Override
    public Optional<Path> fileToOpen() {
        return Optional.ofNullable(chooser("dialog.open").showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        FileChooser chooser = chooser("dialog.save");
        chooser.setInitialFileName(name + ".json");
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(phrases.say(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(phrases.say("dialog.kind"), "*.json"));
        return chooser;
    }

    @Override
    public Answer unsaved(String name) {
        ButtonType save = new ButtonType(phrases.say("dialog.unsaved.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(phrases.say("dialog.unsaved.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(phrases.say("dialog.unsaved.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, phrases.say("dialog.unsaved.text"), save, discard, cancel);
        alert.initOwner(owner);
        alert.setTitle(phrases.say("app.name"));
        alert.setHeaderText(phrases.say("dialog.unsaved", name));
        ButtonType answer = alert.showAndWait().orElse(cancel);
        return answer == save ? Answer.SAVE : answer == discard ? Answer.DISCARD : Answer.CANCEL;
    }
}
