package dev.pathlight.view;

import dev.pathlight.view.files.SafetyCopies;
import dev.pathlight.view.files.SafetyCopies.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a copy of what is not saved, so that the process may end at any moment. An edit is on its way to the disk at once; those
 * made while one is being written are written together after it.
 */
final class Autosave {
    private final DrawingModel model;
    private final FxThread fx;
    private final SafetyCopies copies;
    private final Consumer<Exception> failed;
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean busy;
    private boolean stale;
    private boolean told;

    /** @param failed told the first time that no copy can be kept */
    Autosave(DrawingModel model, FxThread fx, SafetyCopies copies, Consumer<Exception> failed) {
        this.model = model;
        this.fx = fx;
        this.copies = copies;
        this.failed = failed;
        model.drawing().subscribe(d -> look());
        model.dirty().subscribe(d -> look());
        model.file().subscribe(f -> look());
    }

    private void look() {
        if (busy) {
            stale = true;
            return;
        }
        busy = true;
        stale = false;
        Optional<Copy> wanted = model.dirty().get()
                ? Optional.of(new Copy(model.drawing().get(), model.file().get()))
                : Optional.empty();
        fx.work(
                () -> {
                    if (wanted.isPresent()) {
                        copies.keep(wanted.get());
                    } else {
                        copies.forget();
                    }
                    return true;
                },
                done -> next(),
                e -> {
                    afterwards.clear();
                    if (!told) {
                        told = true;
                        failed.accept(e);
                    }
                    next();
                });
    }

    private void next() {
        busy = false;
        if (stale) {
            look();
            return;
        }
        List<Runnable> due = List.copyOf(afterwards);
        afterwards.clear();
        due.forEach(Runnable::run);
    }

    /** Does {@code deed} once what stands on the table now is kept; never, where it cannot be kept. */
    void afterwards(Runnable deed) {
        afterwards.add(deed);
        if (!busy) {
            look();
        }
    }
}
