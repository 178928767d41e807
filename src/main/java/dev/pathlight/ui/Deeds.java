package dev.pathlight.ui;

import dev.pathlight.topology.Topology;
import dev.pathlight.view.FeaturesModel;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Keeping.Recent;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.SafetyCopies.Found;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** What the user can do that needs a question asked first: open, save, begin anew, leave. */
final class Deeds {
    private final Workbench bench;
    private final Asking asking;
    private final Exporting exporting;
    private final IntegerProperty recalled = new SimpleIntegerProperty();

    Deeds(Workbench bench, Asking asking, Theme theme) {
        this.bench = bench;
        this.asking = asking;
        exporting = new Exporting(bench, asking, theme);
    }

    /** Ways out of the window for the drawing. */
    Exporting exporting() {
        return exporting;
    }

    /** Asks which of the files opened last to open again. */
    void recall() {
        recalled.set(recalled.get() + 1);
    }

    /** Changes whenever it is asked for. */
    IntegerProperty recalled() {
        return recalled;
    }

    /** Opens a file once more; one that is gone leaves the list, and is said to be gone. */
    void open(Recent recent) {
        exchange(() -> bench.table().open(recent.file()));
        if (!recent.exists()) {
            bench.keeping().drop(recent);
        }
    }

    void newDrawing() {
        exchange(bench.table()::newDrawing);
    }

    void open() {
        exchange(() -> asking.fileToOpen().ifPresent(bench.table()::open));
    }

    /** Begins to import; what is on the table stays until there is a drawing. */
    void beginImport() {
        bench.imports().show();
    }

    void chooseImport() {
        asking.fileToImport().ifPresent(bench.imports()::take);
    }

    /** Puts a drawing that was made of another tool's file on the table. */
    void imported(Topology t) {
        exchange(() -> bench.table().imported(t));
    }

    /** Opens or imports a file that was dragged here. */
    void dropped(Path file) {
        if (FileDrop.isYaml(file)) {
            bench.imports().take(file);
        } else {
            exchange(() -> bench.table().open(file));
        }
    }

    void open(Gallery.Piece piece) {
        exchange(() -> bench.table().open(piece));
    }

    /** Opens a drawing, runs it, and has it do what is natural for it. */
    void live(Gallery.Piece piece) {
        exchange(() -> bench.table().live(piece));
    }

    /** The same with the drawing on the table; in the gallery with the first that can run here. */
    void live() {
        if (!bench.welcome().get()) {
            bench.table().live();
            return;
        }
        bench.gallery().groups().stream()
                .map(Gallery.Group::scene)
                .filter(p -> FeaturesModel.obstacle(
                                p.drawing().topology(), bench.features().known().get())
                        .isEmpty())
                .findFirst()
                .ifPresent(this::live);
    }

    /** Puts a lesson's drawing on the table and begins the lesson. */
    void begin(Gallery.Start start) {
        exchange(() -> bench.table().begin(start));
    }

    /**
     * Begins the lesson that is being written, or else the drawing's own, or puts it away. A scene's lesson may begin with another
     * drawing.
     */
    void lesson() {
        if (bench.lessons().lesson().get().isPresent()) {
            bench.lessons().leave();
        } else if (isWriting()) {
            bench.desk().attempt();
        } else if (bench.lessons().offered().get().isPresent()) {
            bench.lessons().start();
        } else {
            bench.gallery().lessonOf(bench.drawing().drawing().get()).ifPresent(this::begin);
        }
    }

    private boolean isWriting() {
        return bench.desk().editor().lesson().get().isPresent();
    }

    /** Takes up the drawing's lesson, to change it; a new one where it has none. */
    void writeLesson() {
        if (!bench.welcome().get()) {
            bench.desk().write();
        }
    }

    /** Begins another lesson about the drawing. */
    void newLesson() {
        if (!bench.welcome().get()) {
            guardedLesson(bench.desk()::writeNew);
        }
    }

    /** Puts away the lesson that is being written. */
    void closeLesson() {
        guardedLesson(bench.desk()::close);
    }

    private void guardedLesson(Runnable deed) {
        guard(bench.desk().editor().dirty().get(), lessonName(), deed);
    }

    /** Puts what a crash left behind on the table. */
    void restore(Found found) {
        exchange(() -> bench.table().restore(found));
    }

    /** Throws away what a crash left behind. */
    void discard(Found found) {
        if (asking.throwAway(bench.keeping().title(found))) {
            bench.keeping().discard(found);
        }
    }

    /** Back to the gallery. */
    void home() {
        if (!bench.welcome().get()) {
            exchange(bench.table()::home);
        }
    }

    /** Nothing in the gallery, where no drawing is on the table. */
    void save() {
        if (!bench.welcome().get()) {
            save(() -> {});
        }
    }

    void saveAs() {
        if (!bench.welcome().get()) {
            asking.fileToSave(name()).ifPresent(f -> write(f, () -> {}));
        }
    }

    /** Runs {@code deed}, which puts another drawing on the table, unless the user wants to keep what changed or runs. */
    private void exchange(Runnable deed) {
        guarded(() -> {
            boolean runs = bench.runModel().state().get() != RunState.STOPPED;
            if (!runs || asking.stop(bench.title())) {
                deed.run();
            }
        });
    }

    /** The drawing and, where one is being written, the lesson: that names the drawing's file. */
    private void save(Runnable then) {
        Optional<Path> file = bench.drawing().file().get().or(() -> asking.fileToSave(name()));
        file.ifPresent(f -> write(f, isWriting() ? () -> saveLesson(f, then) : then));
    }

    private void write(Path file, Runnable then) {
        bench.table().save(file, () -> asking.overwrite(file), then);
    }

    private void saveLesson(Path drawing, Runnable then) {
        bench.desk()
                .fileFor(drawing)
                .or(() -> asking.lessonToSave(bench.desk().suggestion(drawing)))
                .ifPresent(f -> bench.desk().save(f, drawing, then));
    }

    /** Runs {@code deed} unless changes would be lost that the user wants to keep. */
    void guarded(Runnable deed) {
        boolean drawing = bench.drawing().dirty().get();
        boolean lesson = bench.desk().editor().dirty().get();
        guard(drawing || lesson, drawing ? bench.title() : lessonName(), deed);
    }

    private String lessonName() {
        return bench.phrases().say("write.unsaved", bench.title());
    }

    private void guard(boolean unsaved, String what, Runnable deed) {
        if (!unsaved) {
            deed.run();
            return;
        }
        switch (asking.unsaved(what)) {
            case SAVE -> save(deed);
            case DISCARD -> deed.run();
            case CANCEL -> {}
        }
    }

    /** What its file would be called. */
    private String name() {
        return bench.drawing().drawing().get().topology().name().value();
    }
}
