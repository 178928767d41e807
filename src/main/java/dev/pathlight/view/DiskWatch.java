package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.view.files.Stamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Sees when another program writes to the drawing's file, or takes it away. */
public final class DiskWatch {
    /** A look costs two system calls while nobody wrote. */
    private static final double SECONDS_BETWEEN_LOOKS = 1.5;

    /**
     * What somebody else did to the file.
     *
     * @param now what it holds; empty when it is gone or cannot be read
     * @param stamp of what it holds; empty when it is gone
     */
    public record Change(Path file, Optional<Drawing> now, Optional<Stamp> stamp) {
        public boolean isGone() {
            return stamp.isEmpty();
        }
    }

    private final Workbench bench;
    private final DrawingModel model;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<Optional<Change>> change = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Stamp> known = Optional.empty();
    private boolean missing;
    private boolean looking;
    private double waited;

    DiskWatch(Workbench bench, DrawingModel model, FxThread fx) {
        this.bench = bench;
        this.model = model;
        this.fx = fx;
        model.file().subscribe(f -> forget());
        model.count().subscribe(n -> forget());
    }

    /** Another drawing or another file: what it holds is looked at anew. */
    private void forget() {
        known = Optional.empty();
        missing = false;
        change.set(Optional.empty());
        waited = SECONDS_BETWEEN_LOOKS;
    }

    /** Lets time go by. */
    void advance(double seconds) {
        waited += seconds;
        if (waited >= SECONDS_BETWEEN_LOOKS) {
            look();
        }
    }

    /** Looks at the file now. */
    public void look() {
        waited = 0;
        Optional<Path> file = model.file().get();
        if (file.isEmpty() || looking) {
            return;
        }
        looking = true;
        Optional<Stamp> before = known;
        Optional<Drawing> saved = model.saved();
        int drawing = model.count().get();
        // A file that cannot be looked at now is looked at again later.
        fx.work(() -> seen(file.get(), before, saved), seen -> take(drawing, file, saved, seen), e -> looking = false);
    }

    /** The change, or the stamp of what was to be expected there. */
    private record Seen(Optional<Change> change, Optional<Stamp> stamp) {}

    private static Seen seen(Path file, Optional<Stamp> before, Optional<Drawing> saved) throws IOException {
        Optional<Stamp> now = before.isPresent() ? before.get().renewed(file) : Stamp.of(file);
        boolean same = now.map(Stamp::digest).equals(before.map(Stamp::digest));
        if (now.isPresent() && same) {
            return new Seen(Optional.empty(), now);
        }
        Optional<Drawing> holds = now.isPresent() ? read(file) : Optional.empty();
        return now.isPresent() && holds.equals(saved)
                ? new Seen(Optional.empty(), now)
                : new Seen(Optional.of(new Change(file, holds, now)), now);
    }

    private static Optional<Drawing> read(Path file) {
        return TopologyReader.read(file) instanceof ReadResult.Good good
                ? Optional.of(good.drawing())
                : Optional.empty();
    }

    private void take(int drawing, Optional<Path> file, Optional<Drawing> saved, Seen seen) {
        looking = false;
        boolean stands = model.count().get() == drawing
                && model.file().get().equals(file)
                && model.saved().equals(saved);
        if (!stands) {
            return;
        }
        Optional<Change> news = seen.change().filter(c -> !(c.isGone() && missing));
        if (news.isEmpty()) {
            known = seen.stamp();
            missing &= seen.stamp().isEmpty();
        }
        change.set(news);
    }

    /** Before {@code file} is written: what another program has put there meanwhile. In the background. */
    static Optional<Change> before(Path file, Optional<Stamp> known, Optional<Drawing> saved) throws IOException {
        return known.isEmpty()
                ? Optional.empty()
                : seen(file, known, saved).change().filter(c -> !c.isGone());
    }

    /** Of what the drawing's file held when it was last looked at. */
    Optional<Stamp> known() {
        return known;
    }

    /** Our own writing is no change. */
    void written(Optional<Stamp> stamp) {
        known = stamp;
        missing = false;
        change.set(Optional.empty());
    }

    /** The last change that was not answered yet. */
    public ReadOnlyObjectProperty<Optional<Change>> change() {
        return change.getReadOnlyProperty();
    }

    /** Takes what the file holds now; undo brings back what was on the table. */
    public void reload() {
        change.get().ifPresent(c -> {
            change.set(Optional.empty());
            known = c.stamp();
            c.now().ifPresent(d -> {
                bench.edit(bench.phrases().say("edit.reload"), new Edit.ReplaceDrawing(d));
                model.onDisk(Optional.of(d));
            });
        });
    }

    /** Keeps what is on the table, which is not saved then. */
    public void keepMine() {
        change.get().ifPresent(c -> {
            change.set(Optional.empty());
            known = c.stamp();
            missing = c.isGone();
            model.onDisk(c.now());
        });
    }
}
