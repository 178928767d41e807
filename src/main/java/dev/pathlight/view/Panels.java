package dev.pathlight.view;

import dev.pathlight.machine.StepFailure;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Journey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/**
 * The models that show a run, kept in step with each other: the plan, how the drawing fares, the tables, the packets. What
 * they show outlives the run, marked as past, until the next run or the next drawing.
 */
final class Panels {
    private final CanvasModel canvas;
    private final Set<String> ended = new HashSet<>();
    private final PlanModel plan;
    private final TablesModel tables = new TablesModel();
    private final JourneysModel journeys = new JourneysModel();
    private final Playback playback = new Playback();
    private final Seams seams = new Seams();
    private final CaptionModel caption;
    private boolean runs;
    private Topology running = Drawing.empty().topology();

    Panels(CanvasModel canvas, Phrases phrases, ObservableValue<Drawing> drawing) {
        this.canvas = canvas;
        plan = new PlanModel(phrases);
        caption = new CaptionModel(phrases, playback, tables, seams, drawing);
        canvas.dots().bind(playback.dots());
        canvas.lit().bind(playback.visited());
        playback.moment().subscribe(m -> turn());
        playback.playing().subscribe(p -> turn());
        playback.over().subscribe(o -> turn());
    }

    private void turn() {
        tables.turnTo(playback.moment().get(), playback.over().get());
        playback.moment()
                .get()
                .ifPresentOrElse(
                        m -> journeys.choose(m.journey().id()),
                        () -> journeys.chosen().set(Optional.empty()));
    }

    /** A run of {@code topology} begins; what was left of the last one goes. */
    void begin(Topology topology) {
        running = topology;
        runs = true;
        clear();
        tables.begin();
        starting();
    }

    /** What runs is being brought to another drawing, or stays what it was after all. */
    void becomes(Topology topology) {
        running = topology;
    }

    private void starting() {
        canvas.health().set(Wellbeing.starting(running, plan.plan(), plan.done().get()));
    }

    /** The spanning tree stands at the ports while it runs; its waiting is counted down. */
    private void tree(long nanos) {
        Map<String, TreeMark> now = TreeMarks.of(tables.kernel(), nanos);
        if (!now.equals(canvas.tree().get())) {
            canvas.tree().set(now);
        }
    }

    private void fares() {
        canvas.health().set(Wellbeing.running(running, tables.latest(), ended));
    }

    /** Everything is up. */
    void up() {
        fares();
    }

    /** The run is being taken down, or is gone by itself: what is shown stays, and ages no more. */
    void end() {
        tables.end();
        playback.clear();
    }

    /** Nothing of it is left. */
    void gone(Optional<StepFailure> failure) {
        end();
        runs = false;
        ended.clear();
        tables.listeners().clear();
        canvas.health().set(Wellbeing.failed(failure));
        if (failure.isEmpty()) {
            plan.reset();
        }
    }

    /** What was refused is said of the drawing that was refused, not of one that was mended since. */
    void drawn(Topology topology) {
        if (!runs && plan.failed().get().isPresent() && !topology.equals(running)) {
            canvas.health().set(Map.of());
        }
    }

    /** Another drawing, or another run: nothing is left of what was seen. */
    void clear() {
        journeys.clear();
        seams.clear();
        playback.clear();
        tables.clear();
        canvas.health().set(Map.of());
    }

    /** Takes in what a run tells; tables only until it is being taken down, for then they would be seen to vanish. */
    void take(Inbox.Batch batch, RunState state) {
        batch.run().forEach(e -> plan.take(running, e));
        Map<Journey, Long> parts = new LinkedHashMap<>();
        batch.merged()
                .forEach(m -> journeys.find(m.id()).ifPresent(part -> {
                    parts.put(part, m.into());
                    seams.joined(part, m.into());
                    journeys.withdraw(part.id());
                }));
        for (Journey j : batch.journeys()) {
            journeys.add(j);
            tables.add(j);
            playback.update(j);
        }
        parts.forEach((part, into) -> journeys.find(into).ifPresent(whole -> playback.joined(part, whole)));
        batch.counted().ifPresent(c -> journeys.count(c.ambiguous(), c.dropped()));
        if (state == RunState.STOPPING) {
            return;
        }
        boolean again = batch.aside().listeners().entrySet().stream()
                        .flatMap(e -> e.getValue().stream()
                                .flatMap(l -> l.container().stream())
                                .map(c -> e.getKey() + "/" + c))
                        .filter(ended::remove)
                        .count()
                > 0;
        batch.aside().ended().forEach(e -> ended.add(e.space() + "/" + e.container()));
        batch.aside().listeners().forEach(tables.listeners()::take);
        batch.earlier().forEach(tables::keep);
        batch.tables().ifPresent(tables::add);
        if (state == RunState.STARTING && !batch.run().isEmpty()) {
            starting();
        } else if (state == RunState.RUNNING
                && (batch.tables().isPresent()
                        || again
                        || !batch.aside().ended().isEmpty())) {
            fares();
        }
    }

    /** Shows the tables of what is selected on the drawing. */
    void select(String path, Topology drawn) {
        drawn.spaces().filter(s -> s.toString().equals(path)).forEach(this::choose);
        tables.macs().bridges().stream()
                .filter(b -> (b.space() + "/" + b.name()).equals(path))
                .findFirst()
                .ifPresent(tables.macs()::choose);
    }

    private void choose(SpaceId space) {
        tables.routes().choose(space);
        tables.neighbours().choice().choose(space);
        tables.rules().choose(space);
        tables.connections().choose(space);
    }

    void advance(double seconds, long nanos) {
        playback.advance(seconds);
        tables.tick(nanos);
        tree(nanos);
    }

    PlanModel plan() {
        return plan;
    }

    TablesModel tables() {
        return tables;
    }

    JourneysModel journeys() {
        return journeys;
    }

    Playback playback() {
        return playback;
    }

    CaptionModel caption() {
        return caption;
    }
}
