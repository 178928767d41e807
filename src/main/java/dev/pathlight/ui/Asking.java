package dev.pathlight.ui;

import dev.pathlight.view.ExportForm;
import java.nio.file.Path;
import java.util.Optional;
import javafx.print.PrinterJob;

/** The questions the window has to ask before it can go on. */
public interface Asking {
    /** What to do with changes that are not saved. */
    enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    Optional<Path> fileToOpen();

    /** A file of another tool, to make a drawing of. */
    Optional<Path> fileToImport();

    /** Where to save a lesson, beginning at {@code suggestion}; its name ends in {@code .lesson.json}. */
    Optional<Path> lessonToSave(Path suggestion);

    /** Where to save a drawing called {@code name}. */
    Optional<Path> fileToSave(String name);

    /** Where to write a drawing called {@code name} in another form; the file's name ends as that form's do. */
    Optional<Path> fileToExport(String name, ExportForm form);

    /** A job for the printer that was chosen; empty when none was. */
    Optional<PrinterJob> printer();

    Answer unsaved(String name);

    /** Whether to replace what another program has put into {@code file} meanwhile. */
    boolean overwrite(Path file);

    /** Whether changes to the drawing called {@code name} that a crash left behind are thrown away for good. */
    boolean throwAway(String name);

    /** Whether the drawing called {@code name}, which runs, may be stopped to put another one on the table. */
    boolean stop(String name);
}
