package dev.pathlight.view;

import dev.pathlight.view.files.RecentFiles;
import dev.pathlight.view.files.SafetyCopies;
import dev.pathlight.view.files.SafetyCopies.Found;
import dev.pathlight.view.files.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is kept beside the drawing: copies of what is not saved, the files opened last, and what others do to its file. */
public final class Keeping {
    /** A file that was opened or saved, and whether it is still there. */
    public record Recent(Path file, boolean exists) {}

    private final Workbench bench;
    private final FxThread fx;
    private final Optional<SafetyCopies> copies;
    private final Optional<RecentFiles> files;
    private final Optional<Autosave> autosave;
    private final DiskWatch disk;
    private final ObservableList<Found> lost = FXCollections.observableArrayList();
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();

    /** @param state empty keeps nothing */
    Keeping(Workbench bench, FxThread fx, Optional<StateFolder> state, Told told, Problems problems) {
        this.bench = bench;
        this.fx = fx;
        DrawingModel model = bench.drawing();
        copies = state.map(SafetyCopies::new);
        files = state.map(RecentFiles::new);
        autosave = copies.map(c ->
                new Autosave(model, fx, c, e -> told.tell(problems.of("problem.autosave", e.toString()))));
        disk = new DiskWatch(bench, model, fx);
        // What cannot be looked up now is offered at the next start.
        copies.ifPresent(c -> fx.work(c::abandoned, lost::setAll, e -> {}));
        refresh();
        model.file().subscribe(f -> f.ifPresent(this::used));
    }

    /** Looks what is still there. */
    public void refresh() {
        files.ifPresent(f -> list(f::list));
        disk.look();
    }

    private void used(Path file) {
        files.ifPresent(f -> list(() -> f.used(file)));
    }

    /** Takes a file off the list. */
    public void drop(Recent gone) {
        files.ifPresent(f -> list(() -> f.drop(gone.file())));
    }

    /** A list that cannot be read or written is a comfort less, no problem. */
    private void list(Callable<List<Path>> paths) {
        fx.work(
                () -> paths.call().stream()
                        .map(p -> new Recent(p, java.nio.file.Files.isRegularFile(p)))
                        .toList(),
                recent::setAll,
                e -> {});
    }

    /** The last one first. */
    public ObservableList<Recent> recent() {
        return recent;
    }

    /** Drawings whose window ended before they were saved, the latest first. */
    public ObservableList<Found> lost() {
        return lost;
    }

    /** It is on the table now: thrown away once it is kept from there. */
    void restored(Found found) {
        lost.remove(found);
        autosave.ifPresent(a -> a.afterwards(() -> discard(found)));
    }

    /** What it is called: its file's name, else its title. */
    public String title(Found found) {
        return DrawingModel.title(found.copy().drawing(), found.copy().file(), bench.phrases());
    }

    /** Throws it away. */
    public void discard(Found found) {
        lost.remove(found);
        copies.ifPresent(c -> fx.work(
                () -> {
                    c.discard(found);
                    return true;
                },
                done -> {},
                e -> {}));
    }

    public DiskWatch disk() {
        return disk;
    }

    /** The window is closed by its user: nothing is to be restored. */
    void close() {
        copies.ifPresent(c -> fx.work(
                () -> {
                    c.close();
                    return true;
                },
                done -> {},
                e -> {}));
    }
}
