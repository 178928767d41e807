package dev.pathlight.lesson;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Sentence;
import dev.pathlight.trace.Journey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a lesson's steps without a window, in a session of its own. Calls block; one thread. */
public final class LessonRun implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    private final CheckedTopology drawing;
    private final SessionOpener opener;
    private final Consumer<SessionEvent> events;
    private final Duration patience;
    private @Nullable Session session;
    private Optional<StepFailure> refused = Optional.empty();
    private final List<String> leftBehind = new ArrayList<>();
    private int pings;

    /** @param patience how long what is expected may take to be seen, after everything was done */
    public LessonRun(CheckedTopology drawing, SessionOpener opener, Consumer<SessionEvent> events, Duration patience) {
        this.drawing = drawing;
        this.opener = opener;
        this.events = events;
        this.patience = patience;
    }

    /** Does what the step says and looks until everything expected is seen, or patience is at its end. */
    public Taken take(Step step) throws MachineLost {
        long before = session == null ? 0 : newest(session);
        List<Done> done = new ArrayList<>();
        for (Action action : step.actions()) {
            done.add(act(action));
            if (!done.getLast().ok()) {
                break;
            }
        }
        boolean able = done.stream().allMatch(Done::ok);
        long deadline = System.nanoTime() + (able ? patience.toNanos() : 0);
        List<Verdict> verdicts = look(step, before);
        while (!verdicts.stream().allMatch(Verdict::holds) && System.nanoTime() < deadline) {
            pause();
            verdicts = look(step, before);
        }
        return new Taken(done, Fate.of(since(before)), verdicts);
    }

    private List<Verdict> look(Step step, long before) {
        Snapshot tables = session == null ? Snapshot.EMPTY : session.snapshot();
        Witnessed seen = new Witnessed(session != null, tables, since(before));
        return step.expected().stream()
                .map(e -> Judge.of(e.observation(), seen))
                .toList();
    }

    private Done act(Action action) throws MachineLost {
        return switch (action) {
            case Action.Run run -> run(run);
            case Action.Stop stop -> {
                close();
                yield new Done(stop, true, Sentence.of("stopped"));
            }
            case Action.Open open -> new Done(open, true, Sentence.verbatim(""));
            case Action.Ping ping -> session == null ? nothingRuns(ping) : Deeds.ping(ping, ++pings, session);
            case Action.Change change -> session == null ? nothingRuns(change) : Deeds.change(change, session);
        };
    }

    private Done run(Action.Run run) throws MachineLost {
        if (session != null) {
            return new Done(run, true, Sentence.of("it runs already"));
        }
        Session opened = opener.open(drawing, events);
        if (opened.failure().isPresent()) {
            refused = opened.failure();
            opened.close();
            return new Done(run, false, Sentence.of("it did not come up"));
        }
        session = opened;
        pings = 0;
        return new Done(
                run,
                true,
                Sentence.of("up after {0} steps", opened.plan().steps().size()));
    }

    private static Done nothingRuns(Action action) {
        return new Done(action, false, Sentence.of("nothing runs"));
    }

    private List<Journey> since(long id) {
        return session == null
                ? List.of()
                : session.journeys().stream().filter(j -> j.id() > id).toList();
    }

    private static long newest(Session session) {
        return session.journeys().stream().mapToLong(Journey::id).max().orElse(0);
    }

    private static void pause() throws MachineLost {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineLost(Sentence.of("The lesson was interrupted."), Sentence.of("Begin it again."));
        }
    }

    /** The step of the plan that was refused, when the drawing did not come up. */
    public Optional<StepFailure> refused() {
        return refused;
    }

    /** As {@link Session#leftBehind}, of all that ran; after the close. */
    public List<String> leftBehind() {
        return List.copyOf(leftBehind);
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
            leftBehind.addAll(open.leftBehind());
        }
    }
}
