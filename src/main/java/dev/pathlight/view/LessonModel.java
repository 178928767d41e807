package dev.pathlight.view;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Done;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Fate;
import dev.pathlight.lesson.Judge;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Step;
import dev.pathlight.lesson.Verdict;
import dev.pathlight.lesson.Witnessed;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A lesson being taken: the step it is at, what is seen of what must be, what the class predicts and what then happens. Ticks go by
 * the kernel's tables and the packets alone; while a packet is being played they wait for it, so as not to give the end away.
 */
public final class LessonModel {
    /** One thing that must be seen. */
    public record Tick(Sentence expected, boolean holds, Sentence seen) {}

    /** What a lesson asks of the window; the user could ask the same by hand. */
    interface Hands {
        Witnessed seenSince(long journey);

        long newestJourney();

        boolean isPlaying();

        void act(Action action, Consumer<Done> done);

        Optional<SpaceId> spaceOf(String path);

        /** Nothing is selected on the drawing any more: the next click points anew. */
        void letGo();
    }

    private final Hands hands;
    private final ObjectProperty<Optional<Lesson>> offered = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final ObservableList<Tick> ticks = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Fate>> predicted = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Fate>> truth = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Done>> done = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Action.Panel>> panel = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** What was done at this step, in order. */
    private final List<Action> acted = new ArrayList<>();

    private long since;

    LessonModel(Hands hands) {
        this.hands = hands;
    }

    /** The lesson of the drawing on the table, if it has one; whatever was taken is over. */
    void offer(Optional<Lesson> next) {
        leave();
        offered.set(next);
    }

    /** Begins the lesson that is offered. */
    public void start() {
        offered.get().ifPresent(l -> {
            lesson.set(Optional.of(l));
            go(0);
        });
    }

    /** Begins {@code next} at one of its steps, as it is just being written. */
    void attempt(Lesson next, int step) {
        lesson.set(Optional.of(next));
        go(Math.max(0, step));
    }

    /** Puts the lesson away; what runs goes on. */
    public void leave() {
        lesson.set(Optional.empty());
        ticks.clear();
    }

    public void next() {
        go(at.get() + 1);
    }

    public void back() {
        go(at.get() - 1);
    }

    /** Turns to a step, from 0; only what comes from now on counts for it. */
    public void go(int step) {
        if (step < 0 || step >= steps().size()) {
            return;
        }
        since = hands.newestJourney();
        acted.clear();
        at.set(step);
        predicted.set(Optional.empty());
        truth.set(Optional.empty());
        done.set(Optional.empty());
        ticks.clear();
        if (asks()) {
            hands.letGo();
        }
        look();
    }

    private List<Step> steps() {
        return lesson.get().map(Lesson::steps).orElse(List.of());
    }

    public Optional<Step> step() {
        return at.get() < steps().size() ? Optional.of(steps().get(at.get())) : Optional.empty();
    }

    /** Does one of the step's actions. */
    public void act(Action action) {
        acted.add(action);
        done.set(Optional.empty());
        if (action instanceof Action.Open(Action.Panel wanted)) {
            panel.set(Optional.empty());
            panel.set(Optional.of(wanted));
            return;
        }
        hands.act(action, d -> {
            done.set(Optional.of(d));
            look();
        });
    }

    /** What the step has its class do next; empty once all of it was done, or all that must be seen was. */
    Optional<Action> due() {
        return isDone()
                ? Optional.empty()
                : step().flatMap(s ->
                        s.actions().stream().filter(a -> !acted.contains(a)).findFirst());
    }

    /** Whether a packet was sent during this step. */
    boolean counts(Journey journey) {
        return journey.id() > since;
    }

    /** The class says what will happen, as long as it has not. */
    public void predict(Fate.Kind kind) {
        if (isAsking()) {
            Optional<SpaceId> place = kind == Fate.Kind.ANSWERED
                    ? Optional.empty()
                    : predicted.get().flatMap(Fate::at);
            predicted.set(Optional.of(new Fate(kind, place)));
        }
    }

    /** The class points at a place on the drawing: there it will be lost. */
    void pointAt(String path) {
        Optional<SpaceId> place = isAsking() ? hands.spaceOf(path) : Optional.empty();
        if (place.isPresent()) {
            Fate.Kind kind = predicted
                    .get()
                    .map(Fate::kind)
                    .filter(k -> k != Fate.Kind.ANSWERED)
                    .orElse(Fate.Kind.REQUEST_LOST);
            predicted.set(Optional.of(new Fate(kind, place)));
        }
    }

    private boolean isAsking() {
        return asks() && truth.get().isEmpty();
    }

    /** Whether the step asks what will happen. */
    public boolean asks() {
        return step().flatMap(Step::question).isPresent();
    }

    /** Looks again: something was seen, or something was played to its end. */
    void look() {
        Optional<Step> step = step();
        if (step.isEmpty() || hands.isPlaying() && !ticks.isEmpty()) {
            return;
        }
        Witnessed seen = hands.seenSince(since);
        List<Tick> now = step.get().expected().stream().map(e -> tick(e, seen)).toList();
        if (!ticks.equals(now)) {
            ticks.setAll(now);
        }
        truth.set(Fate.of(seen.journeys()));
    }

    private static Tick tick(Expected expected, Witnessed seen) {
        Verdict verdict = Judge.of(expected.observation(), seen);
        return new Tick(expected.said(), verdict.holds(), verdict.seen());
    }

    /** Another run: its packets are counted from 1 again. */
    void forget() {
        since = 0;
        look();
    }

    /** How many steps there are. */
    public int size() {
        return steps().size();
    }

    /** Whether all that must be seen at this step is. */
    public boolean isDone() {
        return ticks.stream().allMatch(Tick::holds);
    }

    /** The lesson that could be started. */
    public ObjectProperty<Optional<Lesson>> offered() {
        return offered;
    }

    /** The lesson being taken. */
    public ReadOnlyObjectProperty<Optional<Lesson>> lesson() {
        return lesson.getReadOnlyProperty();
    }

    /** Which step, from 0. */
    public ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    public ObservableList<Tick> ticks() {
        return ticks;
    }

    public ObjectProperty<Optional<Fate>> predicted() {
        return predicted;
    }

    /** What became of the step's newest ping. */
    public ReadOnlyObjectProperty<Optional<Fate>> truth() {
        return truth.getReadOnlyProperty();
    }

    /** What came of the last action. */
    public ReadOnlyObjectProperty<Optional<Done>> done() {
        return done.getReadOnlyProperty();
    }

    /** The panel a step last turned to. */
    public ReadOnlyObjectProperty<Optional<Action.Panel>> panel() {
        return panel.getReadOnlyProperty();
    }
}
