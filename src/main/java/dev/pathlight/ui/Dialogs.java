package dev.pathlight.ui;

import dev.pathlight.view.ExportForm;
import dev.pathlight.view.Phrases;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.print.PrinterJob;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks with the desktop's own file chooser, and a dialog whose buttons are verbs. */
final class Dialogs implements Asking {
    private static final String EXTENSION = ".json";
    /** By which a desktop knows the file as a drawing of ours. */
    private static final String OWN = ".pathlight.json";

    private static final String LESSON = ".lesson.json";

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
    public Optional<Path> fileToImport() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(phrases.say("import.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(phrases.say("import.kind"), "*.yml", "*.yaml"),
                        new FileChooser.ExtensionFilter(phrases.say("import.any"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        FileChooser chooser = chooser("dialog.save");
        chooser.setInitialFileName(name + OWN);
        Optional<Path> chosen =
                Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        // The desktop asked about the file it was told, which is not the one with the extension.
        return chosen.map(Dialogs::extended)
                .filter(f -> f.equals(chosen.orElseThrow()) || !Files.exists(f) || replace(f));
    }

    @Override
    public Optional<Path> lessonToSave(Path suggestion) {
        FileChooser chooser = chooser("dialog.save.lesson");
        chooser.setInitialFileName(suggestion.getFileName().toString());
        Optional.ofNullable(suggestion.toAbsolutePath().getParent())
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        Optional<Path> chosen =
                Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        return chosen.map(f -> extended(f, LESSON))
                .filter(f -> f.equals(chosen.orElseThrow()) || !Files.exists(f) || replace(f));
    }

    @Override
    public Optional<Path> fileToExport(String name, ExportForm form) {
        String extension = "." + form.extension();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(phrases.say(form.phrase()));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(phrases.say(form.phrase()), "*" + extension));
        chooser.setInitialFileName(name + extension);
        Optional<Path> chosen =
                Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        return chosen.map(f -> ended(f, extension))
                .filter(f -> f.equals(chosen.orElseThrow()) || !Files.exists(f) || replace(f));
    }

    private static Path ended(Path file, String extension) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(extension) ? file : file.resolveSibling(name + extension);
    }

    @Override
    public Optional<PrinterJob> printer() {
        return Optional.ofNullable(PrinterJob.createPrinterJob()).filter(job -> job.showPrintDialog(owner));
    }

    /** A drawing's file ends in {@code .json}, whatever was typed. */
    static Path extended(Path file) {
        return extended(file, EXTENSION);
    }

    static Path extended(Path file, String extension) {
        String name = file.getFileName().toString();
        String small = name.toLowerCase(Locale.ROOT);
        String stem = small.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        return small.endsWith(extension) ? file : file.resolveSibling(stem + extension);
    }

    private boolean replace(Path file) {
        return yes(
                phrases.say("dialog.replace", file.getFileName()),
                phrases.say("dialog.replace.text"),
                phrases.say("dialog.replace.yes"),
                phrases.say("dialog.replace.no"));
    }

    @Override
    public boolean stop(String name) {
        return yes(
                phrases.say("dialog.stop", name),
                phrases.say("dialog.stop.text"),
                phrases.say("dialog.stop.yes"),
                phrases.say("dialog.stop.no"));
    }

    @Override
    public boolean overwrite(Path file) {
        return yes(
                phrases.say("dialog.overwrite", file.getFileName()),
                phrases.say("dialog.overwrite.text"),
                phrases.say("dialog.replace.yes"),
                phrases.say("dialog.replace.no"));
    }

    @Override
    public boolean throwAway(String name) {
        return yes(
                phrases.say("dialog.throwaway", name),
                phrases.say("dialog.throwaway.text"),
                phrases.say("dialog.throwaway.yes"),
                phrases.say("dialog.throwaway.no"));
    }

    private boolean yes(String question, String text, String yesWord, String noWord) {
        ButtonType yes = new ButtonType(yesWord, ButtonData.YES);
        ButtonType no = new ButtonType(noWord, ButtonData.CANCEL_CLOSE);
        return ask(question, text, yes, no) == yes;
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
        ButtonType answer =
                ask(phrases.say("dialog.unsaved", name), phrases.say("dialog.unsaved.text"), save, discard, cancel);
        return answer == save ? Answer.SAVE : answer == discard ? Answer.DISCARD : Answer.CANCEL;
    }

    /** The answer; the last one when the dialog is closed. */
    private ButtonType ask(String question, String text, ButtonType... answers) {
        Alert alert = new Alert(Alert.AlertType.NONE, text, answers);
        alert.initOwner(owner);
        alert.setTitle(phrases.say("app.name"));
        alert.setHeaderText(question);
        return alert.showAndWait().orElse(answers[answers.length - 1]);
    }
}
