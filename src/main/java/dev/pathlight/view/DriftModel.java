package dev.pathlight.view;

import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.NetOp;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.session.drift.TakingIn;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What somebody changed by hand in what runs: live, not drawn. Each change can be taken into the drawing or put back. What is
 * broken on purpose is not here, it stands among what can be mended.
 */
public final class DriftModel {
    /** The least time between two looks, s: tables change with every packet. */
    private static final double PAUSE = 0.25;

    private final Workbench bench;
    private final RunModel run;
    private final Problems problems;
    private final Told told;
    private final ObservableList<Drift> drifts = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private boolean stale;
    private boolean looking;
    private double since = PAUSE;

    DriftModel(Workbench bench, RunModel run, Problems problems, Told told) {
        this.bench = bench;
        this.run = run;
        this.problems = problems;
        this.told = told;
        run.state().subscribe(s -> {
            looking = false;
            busy.set(false);
            show(List.of());
            look();
        });
        run.breaking().broken().subscribe(this::look);
        run.breaking().busy().subscribe(b -> look());
    }

    /** Something may have changed: looks at it soon. */
    void look() {
        stale = true;
        lookNow();
    }

    /** Lets time go by. */
    void advance(double seconds) {
        since += seconds;
        lookNow();
    }

    private void lookNow() {
        boolean may = stale && !looking && !busy.get() && since >= PAUSE;
        // While something is being broken nobody knows yet whether it is.
        if (!may
                || run.state().get() != RunState.RUNNING
                || run.breaking().busy().get()) {
            return;
        }
        stale = false;
        looking = true;
        since = 0;
        List<NetOp> known = broken();
        run.ask(
                s -> s.drifts(known),
                found -> {
                    looking = false;
                    take(found, known);
                },
                () -> looking = false);
    }

    private List<NetOp> broken() {
        return run.breaking().broken().stream()
                .flatMap(b -> b.breakage().doing().stream())
                .toList();
    }

    /** What was broken, taken in or put back meanwhile may stand in it. */
    private void take(List<Drift> found, List<NetOp> known) {
        if (busy.get() || run.breaking().busy().get() || !known.equals(broken())) {
            look();
        } else {
            show(found);
        }
    }

    private void show(List<Drift> found) {
        if (!drifts.equals(found)) {
            drifts.setAll(found);
            bench.canvas().drift().set(marks(found));
        }
    }

    /** What is not on the drawing is marked at what it is in. */
    private Map<String, Integer> marks(List<Drift> found) {
        Map<String, Integer> marks = new HashMap<>();
        found.forEach(d -> marks.merge(place(d), 1, Integer::sum));
        return Map.copyOf(marks);
    }

    /** The path of what is drawn where it happened. */
    private String place(Drift drift) {
        String path = drift.at();
        while (path.contains("/") && Element.find(bench.topology(), path).isEmpty()) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return path;
    }

    /** Turns to where it happened. */
    public void pointAt(Drift drift) {
        bench.canvas().selection().set(Set.of(place(drift)));
    }

    /** Whether a drawing can say it. */
    public boolean canTakeIn(Drift drift) {
        return TakingIn.of(drift, bench.drawing().drawing().get()).isPresent();
    }

    /** Draws it: what runs stays as it is. */
    public void takeIn(Drift drift) {
        takeIn(List.of(drift));
    }

    /** Draws all that can be drawn, as one change of the drawing. */
    public void takeAllIn() {
        takeIn(List.copyOf(drifts));
    }

    private void takeIn(List<Drift> wanted) {
        Drawing drawn = bench.drawing().drawing().get();
        List<Edit> edits = new ArrayList<>();
        List<Drift> taken = new ArrayList<>();
        for (Drift d : wanted) {
            Optional<Edit> edit = TakingIn.of(d, drawn);
            if (edit.isPresent()) {
                edits.add(edit.get());
                taken.add(d);
                drawn = edit.get().applyTo(drawn);
            }
        }
        if (busy.get() || taken.isEmpty()) {
            return;
        }
        busy.set(true);
        run.ask(
                s -> {
                    s.adopt(taken);
                    return true;
                },
                done -> {
                    bench.edit(name(taken), new Edit.All(edits));
                    show(drifts.stream().filter(d -> !taken.contains(d)).toList());
                    settled();
                },
                this::settled);
    }

    private String name(List<Drift> taken) {
        Phrases phrases = bench.phrases();
        return taken.size() == 1
                ? phrases.say("edit.takein", phrases.say(taken.getFirst().words()))
                : phrases.say("edit.takein.all", taken.size());
    }

    /** Makes it as it is drawn. */
    public void putBack(Drift drift) {
        putBack(List.of(drift));
    }

    public void putAllBack() {
        putBack(List.copyOf(drifts));
    }

    private void putBack(List<Drift> back) {
        if (busy.get() || back.isEmpty()) {
            return;
        }
        busy.set(true);
        run.ask(
                s -> s.putBack(back),
                refused -> {
                    refused.ifPresentOrElse(
                            f -> refused(back, f),
                            () -> show(drifts.stream()
                                    .filter(d -> !back.contains(d))
                                    .toList()));
                    settled();
                },
                this::settled);
    }

    private void refused(List<Drift> back, StepFailure failure) {
        told.tell(problems.breaking("problem.putback", back.getFirst().words(), failure, run.drawn()));
    }

    private void settled() {
        busy.set(false);
        look();
    }

    /** In the order of namespaces, links first. */
    public ObservableList<Drift> drifts() {
        return drifts;
    }

    /** True while something is being taken in or put back. */
    public ReadOnlyBooleanProperty busy() {
        return busy;
    }
}
