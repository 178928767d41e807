package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** The drawing on the table: its file, whether it has changes that are not saved, and the way back to earlier ones. */
public final class DrawingModel {
    private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final History<Drawing> history = new History<>();
    /** What stands in the file; empty when it holds no drawing, or was taken away. */
    private Optional<Drawing> saved = Optional.of(drawing.get());

    /** Applies an edit; one that changes nothing leaves no trace in the history. */
    void edit(String name, Edit edit) {
        Drawing before = drawing.get();
        Drawing after = edit.applyTo(before);
        if (!after.equals(before)) {
            history.did(name, before);
            show(after);
        }
    }

    void undo() {
        history.undo(drawing.get()).ifPresent(this::show);
    }

    void redo() {
        history.redo(drawing.get()).ifPresent(this::show);
    }

    /** Puts another drawing on the table; the old one's history goes with it. */
    void replace(Drawing next, Optional<Path> from) {
        history.clear();
        saved = Optional.of(next);
        file.set(from);
        count.set(count.get() + 1);
        show(next);
    }

    /** {@code what} now stands in {@code path}; edits made since then stay unsaved. */
    void savedAs(Drawing what, Path path) {
        saved = Optional.of(what);
        file.set(Optional.of(path));
        show(drawing.get());
    }

    /** The file holds this now, by another's doing. */
    void onDisk(Optional<Drawing> what) {
        saved = what;
        show(drawing.get());
    }

    Optional<Drawing> saved() {
        return saved;
    }

    private void show(Drawing next) {
        drawing.set(next);
        dirty.set(!saved.equals(Optional.of(next)));
    }

    public ReadOnlyObjectProperty<Drawing> drawing() {
        return drawing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /** How many drawings were put on the table; changes with each, before it is shown. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** What undo would take back, as {@code Add cable}; "" when there is nothing. */
    public ReadOnlyStringProperty undoName() {
        return history.undoName();
    }

    public ReadOnlyStringProperty redoName() {
        return history.redoName();
    }

    /** What the drawing is called: its file's name, else its title. */
    String title(Phrases phrases) {
        return title(drawing.get(), file.get(), phrases);
    }

    static String title(Drawing drawing, Optional<Path> file, Phrases phrases) {
        String title = drawing.topology().title().in(phrases.locale().get());
        return file.map(f -> String.valueOf(f.getFileName()))
                .orElse(title.isEmpty() ? phrases.say("file.none") : title);
    }
}
