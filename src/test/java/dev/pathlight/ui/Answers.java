package dev.pathlight.ui;

import dev.pathlight.view.ExportForm;
import java.nio.file.Path;
import java.util.Optional;
import javafx.print.PrinterJob;

/** Answers the window's questions as a test wants, and counts them. */
final class Answers implements Asking {
    private Optional<Path> toOpen = Optional.empty();
    private Optional<Path> toImport = Optional.empty();
    private Optional<Path> toExport = Optional.empty();
    private Optional<Path> toSave = Optional.empty();
    private Answer answer = Answer.CANCEL;
    private int asked;
    private boolean mayStop = true;
    private boolean mayReplace = true;
    private int askedToStop;

    void toOpen(Path file) {
        toOpen = Optional.of(file);
    }

    void toSave(Path file) {
        toSave = Optional.of(file);
    }

    void answer(Answer next) {
        answer = next;
    }

    /** How often it was asked what to do with unsaved changes. */
    int asked() {
        return asked;
    }

    @Override
    public Optional<Path> fileToOpen() {
        return toOpen;
    }

    void toImport(Path file) {
        toImport = Optional.of(file);
    }

    @Override
    public Optional<Path> fileToImport() {
        return toImport;
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        return toSave;
    }

    @Override
    public Optional<Path> lessonToSave(Path suggestion) {
        return toSave.map(
                f -> f.resolveSibling(suggestion.getFileName().toString().replace(".lesson", "-2.lesson")));
    }

    @Override
    public Answer unsaved(String name) {
        asked++;
        return answer;
    }

    void mayReplace(boolean may) {
        mayReplace = may;
    }

    @Override
    public boolean overwrite(Path file) {
        return mayReplace;
    }

    @Override
    public boolean throwAway(String name) {
        return mayReplace;
    }

    @Override
    public Optional<Path> fileToExport(String name, ExportForm form) {
        return toExport.map(f -> f.resolve(name + "." + form.extension()));
    }

    /** Exports go into {@code folder}. */
    void toExport(Path folder) {
        toExport = Optional.of(folder);
    }

    @Override
    public Optional<PrinterJob> printer() {
        return Optional.ofNullable(PrinterJob.createPrinterJob());
    }

    void mayStop(boolean may) {
        mayStop = may;
    }

    /** How often it was asked whether what runs may be stopped. */
    int askedToStop() {
        return askedToStop;
    }

    @Override
    public boolean stop(String name) {
        askedToStop++;
        return mayStop;
    }
}
