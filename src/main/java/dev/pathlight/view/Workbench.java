package dev.pathlight.view;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.check.Mend;
import dev.pathlight.live.Snapshot;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.files.StateFolder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;

/** Everything the screen knows, and every intent the user can have. Lives on the window's thread. */
public final class Workbench implements CanvasModel.Intents {
    private final FxThread fx;
    private final Phrases phrases;
    private final Problems problems;
    private final Told told;
    private final DrawingModel drawing = new DrawingModel();
    private final CanvasModel canvas = new CanvasModel(drawing.drawing(), this);
    private final Panels panels;
    private final InspectorModel inspector;
    private final FeaturesModel features;
    private final Gallery gallery;
    private final Tabletop table;
    private final ImportModel imports;
    private final RunModel run;
    private final ByHand byHand;
    private final PingModel ping;
    private final Survey survey;
    private final Switchboard switchboard;
    private final Following following;
    private final Living living;
    private final LessonModel lessons;
    private final LessonDesk desk;
    private final Keeping keeping;
    private final Mending mending;
    private final BooleanProperty welcome = new SimpleBooleanProperty(true);
    private final BooleanProperty closing = new SimpleBooleanProperty();
    /** Kept here: a binding that nobody holds is forgotten by what it is bound to, and tells nothing any more. */
    private final BooleanBinding closed;

    private final IntegerProperty inspected = new SimpleIntegerProperty();

    /** @param shipped names of the drawings that come with the program */
    public Workbench(SessionOpener opener, FxThread fx, Phrases phrases, List<String> shipped) {
        this(opener, fx, phrases, shipped, Optional.empty());
    }

    /** @param state where copies of what is not saved are kept; empty keeps none */
    public Workbench(
            SessionOpener opener, FxThread fx, Phrases phrases, List<String> shipped, Optional<StateFolder> state) {
        this.fx = fx;
        this.phrases = phrases;
        problems = new Problems(phrases);
        told = new Told(phrases);
        following = new Following(this, told);
        mending = new Mending(canvas, phrases);
        panels = new Panels(canvas, phrases, drawing.drawing());
        gallery = new Gallery(shipped, fx);
        keeping = new Keeping(this, fx, state, told, problems);
        Files files = new Files(drawing, keeping.disk(), fx, problems, told::tell);
        imports = new ImportModel(fx, phrases, e -> told.tell(problems.unexpected(e)));
        run = new RunModel(opener, fx, problems, following);
        living = new Living(run, drawing, panels, problems, told);
        byHand = new ByHand(this, run, fx, problems, told);
        lessons = new LessonModel(new LessonHands(this, run, problems, told));
        ping = new PingModel(
                run, panels.journeys(), panels.playback(), problems, told::tell, panels.tables()::point, lessons::asks);
        canvas.breaking().set(Optional.of(run.breaking()));
        features = new FeaturesModel(opener, fx);
        run.breaking().aimAt(ping.from()::get, ping.to()::get);
        inspector = new InspectorModel(
                phrases,
                drawing,
                features,
                new Foresight(fx, e -> told.tell(problems.unexpected(e))),
                this::edit,
                p -> canvas.selection().set(Set.of(p)));
        closed = closing.and(run.state().isEqualTo(RunState.STOPPED));
        desk = new LessonDesk(this, files, problems, told);
        table = new Tabletop(this, files, fx, following, problems, told);
        switchboard = new Switchboard(this, run, problems, told);
        survey = new Survey(fx, this::surveyed, e -> told.tell(problems.unexpected(e)));
        connect();
    }

    private void connect() {
        drawing.drawing().subscribe(d -> {
            ping.offer(d);
            panels.drawn(d.topology());
            switchboard.look();
            inspector.refresh(kernel());
            survey.look(d.topology());
        });
        canvas.drawings().subscribe(byHand.terminals()::clear);
        canvas.selection().subscribe(this::select);
        run.state().subscribe(following::state);
        playback().playing().subscribe(p -> lessons.look());
        ping.waiting().subscribe(w -> lessons.look());
        phrases.locale().subscribe(l -> inspector.refresh(kernel()));
        desk.watch();
    }

    Snapshot kernel() {
        return panels.tables().kernel();
    }

    private void surveyed(Survey.Result result) {
        mending.found(result.topology(), result.troubles());
        if (run.state().get() == RunState.STOPPED) {
            plan().offer(result.topology(), result.plan(), result.commands());
        }
    }

    Panels panels() {
        return panels;
    }

    Switchboard switchboard() {
        return switchboard;
    }

    /** Looks at the drawing once more: nothing runs it any longer. */
    void resurvey() {
        survey.look(drawing.drawing().get().topology());
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
        Topology t = topology();
        if (t.nodes().isEmpty()) {
            told.tell(problems.of("problem.nothingdrawn"));
            return;
        }
        fx.work(() -> Checker.check(t), result -> checked(t, result), e -> told.tell(problems.unexpected(e)));
    }

    private void checked(Topology t, CheckResult result) {
        if (result.checked().isEmpty()) {
            told.tell(problems.notRunnable(result.findings()));
        } else if (run.state().get() == RunState.STOPPED && t.equals(topology())) {
            run.run(result.checked().get());
        }
    }

    /** What the drawing is called everywhere. */
    public String title() {
        return drawing.title(phrases);
    }

    Topology topology() {
        return drawing.drawing().get().topology();
    }

    /** Takes the drawing down; what went wrong while it ran is past then. */
    public void stop() {
        told.dismiss();
        run.stop();
    }

    @Override
    public void talk(String from, String to) {
        told.dismiss();
        ping.talk(topology(), from, to).ifPresent(t -> canvas.talk().set(Optional.of(t)));
    }

    @Override
    public void ping(SpaceId from, SpaceId to) {
        told.dismiss();
        canvas.talk().set(Optional.empty());
        ping.ping(from, to);
    }

    /** Pings between the places chosen in the bar. */
    public void ping() {
        Optional<SpaceId> from = ping.from().get();
        Optional<SpaceId> to = ping.to().get();
        if (from.isPresent() && to.isPresent()) {
            ping(from.get(), to.get());
        } else {
            told.tell(problems.of("problem.noplaces"));
        }
    }

    @Override
    public void forward(SpaceId space, boolean on) {
        switchboard.forward(space, on);
    }

    @Override
    public <T> void background(Callable<T> task, Consumer<T> done, Runnable failed) {
        fx.work(task, done, e -> {
            told.tell(problems.unexpected(e));
            failed.run();
        });
    }

    @Override
    public void mend(Mend mend) {
        mending.mend(mend);
    }

    @Override
    public void inspect(String path) {
        canvas.selection().set(Set.of(path));
        inspected.set(inspected.get() + 1);
    }

    @Override
    public boolean enters(String path) {
        return byHand.terminals().offers(path);
    }

    @Override
    public void enter(String path) {
        byHand.terminals().open(path);
    }

    private void select(Set<String> paths) {
        inspector.turnTo(paths, kernel());
        Optional<String> path = paths.stream().findFirst();
        path.ifPresent(p -> panels.select(p, topology()));
        path.ifPresent(lessons::pointAt);
    }

    /** Takes down what runs; {@link #closed} tells when nothing is left. */
    public void close() {
        closing.set(true);
        keeping.close();
        byHand.terminals().clear();
        stop();
    }

    /** Plays a journey of the list. */
    public void playJourney(long id) {
        journeys().find(id).ifPresent(playback()::play);
    }

    public void dismissProblem() {
        told.dismiss();
    }

    /** Lets time go by: {@code seconds} since the last call, {@code nanos} since 1970 now. */
    public void advance(double seconds, long nanos) {
        panels.advance(seconds, nanos);
        keeping.disk().advance(seconds);
        byHand.drift().advance(seconds);
    }

    /** Where drawings are opened, saved and put away. */
    public Tabletop table() {
        return table;
    }

    /** What is kept of the drawing beside its file. */
    public Keeping keeping() {
        return keeping;
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
        return panels.plan();
    }

    public TablesModel tables() {
        return panels.tables();
    }

    public JourneysModel journeys() {
        return panels.journeys();
    }

    public Playback playback() {
        return panels.playback();
    }

    public CaptionModel caption() {
        return panels.caption();
    }

    public InspectorModel inspector() {
        return inspector;
    }

    public ImportModel imports() {
        return imports;
    }

    public FeaturesModel features() {
        return features;
    }

    public Gallery gallery() {
        return gallery;
    }

    /** Where a lesson is written. */
    public LessonDesk desk() {
        return desk;
    }

    public LessonModel lessons() {
        return lessons;
    }

    public RunModel runModel() {
        return run;
    }

    public ByHand byHand() {
        return byHand;
    }

    public PingModel pings() {
        return ping;
    }

    public ObservableList<Finding> findings() {
        return mending.findings();
    }

    public Mending mending() {
        return mending;
    }

    /** Lets what runs follow the drawing. */
    public Living living() {
        return living;
    }

    /** The last problem, until it is dismissed. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return told.problem();
    }

    /** True until something is on the table. */
    public BooleanProperty welcome() {
        return welcome;
    }

    /** What on the drawing is called so, or has such an address, drawn or live. */
    public List<Search.Hit> find(String typed) {
        return Search.hits(topology(), kernel(), typed);
    }

    /** Changes whenever the user asks for something's properties. */
    public ReadOnlyIntegerProperty inspected() {
        return inspected;
    }

    /** True once {@link #close} was asked for and nothing runs any more. */
    public BooleanBinding closed() {
        return closed;
    }
}
