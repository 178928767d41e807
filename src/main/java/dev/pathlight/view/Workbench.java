package dev.pathlight.view;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Journey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Everything the screen knows, and every intent the user can have. Lives on the window's thread. */
public final class Workbench implements CanvasModel.Intents {
    private final FxThread fx;
    private final Phrases phrases;
    private final Problems problems;
    private final DrawingModel drawing = new DrawingModel();
    private final CanvasModel canvas = new CanvasModel(drawing.drawing(), this);
    private final PlanModel plan;
    private final TablesModel tables = new TablesModel();
    private final JourneysModel journeys = new JourneysModel();
    private final Playback playback = new Playback();
    private final CaptionModel caption;
    private final InspectorModel inspector;
    private final Gallery gallery;
    private final Files files;
    private final RunModel run;
    private final PingModel ping;
    private final Survey survey;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Topology>> running = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty welcome = new SimpleBooleanProperty(true);
    private final BooleanProperty closing = new SimpleBooleanProperty();
    private final IntegerProperty inspected = new SimpleIntegerProperty();

    /** @param shipped names of the drawings that come with the program */
    public Workbench(SessionOpener opener, FxThread fx, Phrases phrases, List<String> shipped) {
        this.fx = fx;
        this.phrases = phrases;
        problems = new Problems(phrases);
        plan = new PlanModel(phrases);
        gallery = new Gallery(shipped, fx);
        files = new Files(drawing, fx, problems, this::tell);
        run = new RunModel(opener, fx, problems, new Listening());
        ping = new PingModel(run, journeys, playback, problems, this::tell);
        inspector = new InspectorModel(
                phrases, drawing, this::edit, p -> canvas.selection().set(Set.of(p)));
        caption = new CaptionModel(phrases, playback, tables, drawing.drawing());
        survey = new Survey(fx, this::surveyed, e -> tell(problems.unexpected(e)));
        connect();
    }

    private void connect() {
        canvas.dots().bind(playback.dots());
        canvas.lit().bind(playback.visited());
        drawing.drawing().subscribe(d -> {
            ping.offer(d);
            inspector.refresh(tables.latest());
            survey.look(d.topology());
        });
        canvas.selection().subscribe(s -> select(s.stream().findFirst()));
        playback.moment().subscribe(m -> turn());
        playback.playing().subscribe(p -> turn());
        run.state().subscribe(this::stateChanged);
        phrases.locale().subscribe(l -> inspector.refresh(tables.latest()));
    }

    private void turn() {
        boolean over = !playback.playing().get()
                && playback.atEnd()
                && playback.queued().isEmpty();
        tables.turnTo(playback.moment().get(), over);
        playback.moment().get().ifPresent(m -> journeys.choose(m.journey().id()));
    }

    private void surveyed(Survey.Result result) {
        findings.setAll(result.findings());
        if (run.state().get() == RunState.STOPPED) {
            plan.show(result.plan(), result.commands());
        }
    }

    private void stateChanged(RunState now) {
        switch (now) {
            case STOPPED -> {
                canvas.health().set(Wellbeing.failed(run.failure()));
                running.set(Optional.empty());
                if (run.failure().isEmpty()) {
                    plan.reset();
                }
                ping.clear();
                survey.look(drawing.drawing().get().topology());
            }
            case STARTING -> {
                problem.set(Optional.empty());
                journeys.clear();
                playback.clear();
                tables.clear();
                heal();
            }
            case RUNNING, STOPPING -> heal();
        }
    }

    private void heal() {
        Topology t = running.get().orElse(drawing.drawing().get().topology());
        canvas.health()
                .set(
                        run.state().get() == RunState.STARTING
                                ? Wellbeing.starting(t, plan.plan(), plan.done().get())
                                : Wellbeing.running(t, tables.latest()));
    }

    /** Takes what a run tells. */
    private final class Listening implements RunModel.Listener {
        @Override
        public void events(Inbox.Batch batch) {
            batch.run().forEach(plan::take);
            batch.merged().forEach(journeys::withdraw);
            for (Journey j : batch.journeys()) {
                journeys.add(j);
                tables.add(j);
                playback.update(j);
            }
            batch.counted().ifPresent(c -> journeys.count(c.ambiguous(), c.dropped()));
            batch.earlier().forEach(tables::keep);
            batch.tables().ifPresent(s -> {
                tables.add(s);
                inspector.refresh(s);
            });
            if (!batch.run().isEmpty() || batch.tables().isPresent()) {
                heal();
            }
            ping.journeysCame();
        }

        @Override
        public void problem(Problem p) {
            tell(p);
        }
    }

    private void tell(Problem p) {
        problem.set(Optional.of(p));
    }

    /** Puts a new, empty drawing on the table. */
    public void newDrawing() {
        stop();
        drawing.replace(Drawing.empty(), Optional.empty());
        canvas.selection().set(Set.of());
        welcome.set(false);
    }

    /** Opens a file; when it cannot be read the present drawing stays. */
    public void open(Path file) {
        files.open(file, d -> {
            stop();
            problem.set(Optional.empty());
            drawing.replace(d, Optional.of(file));
            canvas.selection().set(Set.of());
            welcome.set(false);
        });
    }

    /** Puts a drawing of the gallery on the table; saving it asks for a place of the user's own. */
    public void open(Gallery.Piece piece) {
        stop();
        problem.set(Optional.empty());
        drawing.replace(piece.drawing(), Optional.empty());
        canvas.selection().set(Set.of());
        welcome.set(false);
    }

    /** Saves to {@code file}; {@code saved} runs once it is there. */
    public void save(Path file, Runnable saved) {
        files.save(file, saved);
    }

    @Override
    public void edit(String name, Edit edit) {
        drawing.edit(name, edit);
        welcome.set(false);
    }

    public void undo() {
        drawing.undo();
    }

    public void redo() {
        drawing.redo();
    }

    /** Checks the drawing and brings it up. */
    public void run() {
        if (run.state().get() != RunState.STOPPED) {
            return;
        }
        Topology t = drawing.drawing().get().topology();
        fx.work(() -> Checker.check(t), result -> checked(t, result), e -> tell(problems.unexpected(e)));
    }

    private void checked(Topology t, CheckResult result) {
        if (result.checked().isEmpty()) {
            tell(problems.notRunnable(result.findings()));
        } else if (run.state().get() == RunState.STOPPED) {
            running.set(Optional.of(t));
            run.run(result.checked().get());
        }
    }

    /** Takes the drawing down. */
    public void stop() {
        run.stop();
    }

    @Override
    public void ping(SpaceId from, SpaceId to) {
        ping.ping(from, to);
    }

    /** Pings between the places chosen in the bar. */
    public void ping() {
        ping.from().get().ifPresent(f -> ping.to().get().ifPresent(t -> ping(f, t)));
    }

    @Override
    public void inspect(String path) {
        canvas.selection().set(Set.of(path));
        inspected.set(inspected.get() + 1);
    }

    private void select(Optional<String> path) {
        Topology t = drawing.drawing().get().topology();
        inspector.turnTo(path, tables.latest());
        path.ifPresent(p -> {
            t.spaces().filter(s -> s.toString().equals(p)).forEach(s -> {
                tables.routes().choose(s);
                tables.neighbours().choice().choose(s);
            });
            tables.macs().bridges().stream()
                    .filter(b -> (b.space() + "/" + b.name()).equals(p))
                    .findFirst()
                    .ifPresent(tables.macs()::choose);
        });
    }

    /** Takes down what runs; {@link #closed} tells when nothing is left. */
    public void close() {
        closing.set(true);
        stop();
    }

    /** Plays a journey of the list. */
    public void playJourney(long id) {
        journeys.find(id).ifPresent(playback::play);
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /** Lets time go by: {@code seconds} since the last call, {@code nanos} since 1970 now. */
    public void advance(double seconds, long nanos) {
        playback.advance(seconds);
        tables.tick(nanos);
    }

    public Phrases phrases() {
        return phrases;
    }

    public DrawingModel drawing() {
        return drawing;
    }

    public CanvasModel canvas() {
        return canvas;
    }

    public PlanModel plan() {
        return plan;
    }

    public TablesModel tables() {
        return tables;
    }

    public JourneysModel journeys() {
        return journeys;
    }

    public Playback playback() {
        return playback;
    }

    public CaptionModel caption() {
        return caption;
    }

    public InspectorModel inspector() {
        return inspector;
    }

    public Gallery gallery() {
        return gallery;
    }

    public RunModel runModel() {
        return run;
    }

    public PingModel pings() {
        return ping;
    }

    public ObservableList<Finding> findings() {
        return findings;
    }

    /** The last problem, until it is dismissed. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /** What runs; when it differs from the drawing, the drawing was changed since. */
    public ReadOnlyObjectProperty<Optional<Topology>> running() {
        return running;
    }

    /** True until something is on the table. */
    public BooleanProperty welcome() {
        return welcome;
    }

    /** Changes whenever the user asks for something's properties. */
    public ReadOnlyIntegerProperty inspected() {
        return inspected;
    }

    /** True once {@link #close} was asked for and nothing runs any more. */
    public BooleanBinding closed() {
        return closing.and(run.state().isEqualTo(RunState.STOPPED));
    }
}
