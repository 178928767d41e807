package dev.pathlight.view;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One drawing from Run to Stop. Illegal moves are refused; everything that blocks happens in the background. */
public final class RunModel {
    private final SessionOpener opener;
    private final FxThread fx;
    private final Problems problems;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.STOPPED);
    private Optional<Session> session = Optional.empty();
    private Optional<StepFailure> failure = Optional.empty();
    private Topology drawn = Topology.empty(new Name("untitled"));
    private final BreakModel breaking;
    private final ReadOnlyObjectWrapper<Optional<Topology>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<SessionEvent.ContainerTrouble> troubles = new ArrayList<>();
    private int run;

    /** Who takes what a run tells. */
    interface Listener {
        void events(Inbox.Batch batch);

        void problem(Supplier<Problem> problem);
    }

    RunModel(SessionOpener opener, FxThread fx, Problems problems, Listener listener) {
        this.opener = opener;
        this.fx = fx;
        this.problems = problems;
        this.listener = listener;
        breaking = new BreakModel(this, problems, listener::problem);
    }

    private void move(RunState next) {
        if (!state.get().next().contains(next)) {
            throw new IllegalStateException(state.get() + " cannot become " + next);
        }
        if (next == RunState.STOPPED) {
            running.set(Optional.empty());
        }
        state.set(next);
    }

    /** Brings the drawing up. Only when stopped. */
    void run(CheckedTopology drawing) {
        drawn = drawing.topology();
        running.set(Optional.of(drawn));
        move(RunState.STARTING);
        failure = Optional.empty();
        troubles.clear();
        int mine = ++run;
        Inbox inbox = new Inbox(fx, batch -> take(mine, batch));
        fx.work(() -> opener.open(drawing, inbox), s -> opened(mine, s), e -> failed(e));
    }

    private void opened(int mine, Session opened) {
        session = Optional.of(opened);
        if (opened.failure().isPresent()) {
            failure = opened.failure();
            listener.problem(problems.refused(failure.get(), drawn));
            close();
        } else if (state.get() == RunState.STOPPING || mine != run) {
            close();
        } else {
            move(RunState.RUNNING);
            tellTroubles();
        }
    }

    /** What is told while it starts is swept away once it runs: so containers' troubles wait for that. */
    private void tellTroubles() {
        if (state.get() != RunState.STARTING) {
            troubles.forEach(e -> listener.problem(problems.container(e)));
            troubles.clear();
        }
    }

    private void failed(Exception e) {
        session = Optional.empty();
        if (state.get() != RunState.STOPPED) {
            move(RunState.STOPPED);
        }
        listener.problem(e instanceof MachineLost lost ? problems.lost(lost) : problems.unexpected(e));
    }

    private void take(int mine, Inbox.Batch batch) {
        if (mine != run || state.get() == RunState.STOPPED) {
            return;
        }
        listener.events(batch);
        troubles.addAll(batch.aside().containers());
        tellTroubles();
        batch.broken().ifPresent(b -> {
            listener.problem(problems.broken(b));
            stop();
        });
    }

    /** What runs. */
    ReadOnlyObjectProperty<Optional<Topology>> running() {
        return running.getReadOnlyProperty();
    }

    /** What runs was brought to another drawing. */
    void became(Topology next) {
        drawn = next;
        running.set(Optional.of(next));
    }

    /** What was brought up last. */
    Topology drawn() {
        return drawn;
    }

    /** Takes the drawing down; one that is only starting is taken down as soon as it is up. Otherwise does nothing. */
    void stop() {
        switch (state.get()) {
            case STARTING -> move(RunState.STOPPING);
            case RUNNING -> close();
            case STOPPED, STOPPING -> {}
        }
    }

    private void close() {
        if (state.get() != RunState.STOPPING) {
            move(RunState.STOPPING);
        }
        Consumer<Session> gone = s -> {
            session = Optional.empty();
            move(RunState.STOPPED);
        };
        session.ifPresent(s -> fx.work(
                () -> {
                    s.close();
                    return s;
                },
                gone,
                this::failed));
    }

    /**
     * Does something with the running session in the background; not when nothing runs. Then either {@code done} or {@code
     * failed}, when the problem was told; neither when the run has ended meanwhile.
     */
    <T> void ask(Question<T> question, Consumer<T> done, Runnable failed) {
        int mine = run;
        session.filter(s -> state.get() == RunState.RUNNING)
                .ifPresent(s -> fx.work(
                        () -> question.ask(s),
                        answer -> {
                            if (isOn(mine)) {
                                done.accept(answer);
                            }
                        },
                        e -> {
                            if (isOn(mine)) {
                                failed.run();
                                broke(e);
                            }
                        }));
    }

    private boolean isOn(int mine) {
        return mine == run && state.get() == RunState.RUNNING;
    }

    private void broke(Exception e) {
        listener.problem(e instanceof MachineLost lost ? problems.lost(lost) : problems.unexpected(e));
        if (e instanceof MachineLost) {
            stop();
        }
    }

    /** Something to ask a session; it may block. */
    interface Question<T> {
        T ask(Session session) throws MachineLost;
    }

    /** The step that was refused in the last run, if one was. */
    Optional<StepFailure> failure() {
        return failure;
    }

    /** Whether the drawing that runs has this network stack; one drawn since does not run. */
    boolean has(SpaceId space) {
        return drawn.spaces().anyMatch(space::equals);
    }

    /** What the kernel has now; nothing while nothing runs. */
    Snapshot kernel() {
        return session.map(Session::snapshot).orElse(Snapshot.EMPTY);
    }

    /** What is broken on purpose in this run. */
    public BreakModel breaking() {
        return breaking;
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }
}
