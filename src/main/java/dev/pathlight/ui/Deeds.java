package dev.pathlight.ui;

import dev.pathlight.view.Gallery;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Optional;

/** What the user can do that needs a question asked first: open, save, begin anew, leave. */
final class Deeds {
    private final Workbench bench;
    private final Asking asking;

    Deeds(Workbench bench, Asking asking) {
        this.bench = bench;
        this.asking = asking;
    }

    void newDrawing() {
        guarded(bench::newDrawing);
    }

    void open() {
        guarded(() -> asking.fileToOpen().ifPresent(bench::open));
    }

    void open(Gallery.Piece piece) {
        guarded(() -> bench.open(piece));
    }

    void save() {
        save(() -> {});
    }

    void saveAs() {
        asking.fileToSave(name()).ifPresent(f -> bench.save(f, () -> {}));
    }

    private void save(Runnable then) {
        Optional<Path> file = bench.drawing().file().get().or(() -> asking.fileToSave(name()));
        file.ifPresent(f -> bench.save(f, then));
    }

    /** Runs {@code deed} unless changes would be lost that the user wants to keep. */
    void guarded(Runnable deed) {
        if (!bench.drawing().dirty().get()) {
            deed.run();
            return;
        }
        switch (asking.unsaved(name())) {
            case SAVE -> save(deed);
            case DISCARD -> deed.run();
            case CANCEL -> {}
        }
    }

    private String name() {
        return bench.drawing().drawing().get().topology().name().value();
    }
}
