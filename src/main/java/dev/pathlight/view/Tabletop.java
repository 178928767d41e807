package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.files.SafetyCopies;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What lies on the table: one drawing at a time, with its file and its lesson. */
public final class Tabletop {
    private final Workbench bench;
    private final Files files;
    private final Following following;
    private final Problems problems;
    private final Told told;
    private final Exports exports;
    private final Awakening awakening;

    Tabletop(Workbench bench, Files files, FxThread fx, Following following, Problems problems, Told told) {
        exports = new Exports(bench, fx, problems, told::tell);
        awakening = new Awakening(bench);
        this.bench = bench;
        this.files = files;
        this.following = following;
        this.problems = problems;
        this.told = told;
    }

    /** Puts a new, empty drawing on the table. What runs is stopped first, here and below. */
    public void newDrawing() {
        put(OnTable.of(Drawing.empty()), false);
    }

    /** Opens a file; when it cannot be read everything stays as it is. */
    public void open(Path file) {
        files.open(file, table -> put(table, false));
    }

    /** Puts a drawing of the gallery on the table; saving it asks for a place of the user's own. */
    public void open(Gallery.Piece piece) {
        put(piece.onTable(), false);
    }

    /** Puts a drawing of the gallery on the table, runs it, and has it do what is natural for it. */
    public void live(Gallery.Piece piece) {
        following.once(() -> {
            place(piece.onTable(), false);
            awakening.begin();
        });
    }

    /** Runs the drawing on the table, unless it runs, and has it do what is natural for it. */
    public void live() {
        awakening.begin();
    }

    /** Puts the drawing on the table that a lesson of the gallery begins with, and begins it. */
    public void begin(Gallery.Start start) {
        put(start.onTable(), false);
    }

    /** Puts what was imported on an empty table, as an edit: it can be taken back, and is not saved yet. */
    public void imported(Topology t) {
        bench.imports().hide();
        following.once(() -> {
            place(OnTable.of(Drawing.empty()), false);
            bench.edit(bench.phrases().say("edit.import"), new Edit.ReplaceTopology(t));
        });
    }

    /** Puts what a crash left behind on the table, as an edit of what its file holds: it is not saved yet. */
    public void restore(SafetyCopies.Found found) {
        files.background(
                () -> Files.base(found.copy()),
                base -> following.once(() -> {
                    place(base, false);
                    bench.edit(
                            bench.phrases().say("edit.restore"),
                            new Edit.ReplaceDrawing(found.copy().drawing()));
                    bench.keeping().restored(found);
                }));
    }

    /** Clears the table and shows the gallery. */
    public void home() {
        put(OnTable.of(Drawing.empty()), true);
    }

    /** Once nothing runs: another drawing, and nothing left of what was seen of the old one. */
    private void put(OnTable next, boolean isHome) {
        following.once(() -> place(next, isHome));
    }

    private void place(OnTable next, boolean isHome) {
        told.dismiss();
        bench.panels().clear();
        bench.pings().clear();
        bench.canvas().tool().set(Tool.SELECT);
        bench.canvas().selection().set(Set.of());
        bench.drawing().replace(next.drawing(), next.file());
        bench.lessons().offer(next.lesson());
        bench.desk().put(next.lessonFile());
        bench.canvas().another();
        bench.welcome().set(isHome);
        next.damaged().ifPresent(d -> told.tell(problems.unreadable(d.file(), d.faults())));
        if (next.begins()) {
            bench.lessons().start();
        }
    }

    /** Saves to {@code file}; {@code saved} runs once it is there. */
    public void save(Path file, Runnable saved) {
        save(file, () -> true, saved);
    }

    /** The same; where another program has changed the file meanwhile, {@code mayReplace} is asked first. */
    public void save(Path file, BooleanSupplier mayReplace, Runnable saved) {
        files.save(file, mayReplace, saved);
    }

    /** Ways out of the program for the drawing. */
    public Exports exports() {
        return exports;
    }
}
