package dev.pathlight.ui;

import java.nio.file.Path;
import java.util.Optional;

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

    Answer unsaved(String name);

    /** Whether to replace what another program has put into {@code file} meanwhile. */
    boolean overwrite(Path file);

    /** Whether changes to the drawing called {@code name} that a crash left behind are thrown away for good. */
    boolean throwAway(String name);

    /** Whether the drawing called {@code name}, which runs, may be stopped to put another one on the table. */
    boolean stop(String name);
}
