package dev.pathlight.view.writing;

import dev.pathlight.check.Finding;
import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Review;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.History;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A lesson being written: the step that is chosen, what can be filled in at it, every change with its way back, and what is wrong
 * with it. Whatever is typed, the lesson itself is always one that can be written to a file.
 */
public final class LessonEditor {
    /** The lesson itself is chosen, none of its steps. */
    public static final int WHOLE = -1;

    private final Phrases phrases;
    private final Supplier<Offers> offers;
    private final Supplier<Topology> drawing;
    private final History<Lesson> history = new History<>();
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(WHOLE);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private Optional<Lesson> saved = Optional.empty();

    /**
     * @param offers what the lesson can speak of now
     * @param drawing what it is about
     */
    public LessonEditor(Phrases phrases, Supplier<Offers> offers, Supplier<Topology> drawing) {
        this.phrases = phrases;
        this.offers = offers;
        this.drawing = drawing;
    }

    /** Begins to write {@code next}, at one of its steps; {@code isSaved} when it stands in a file as it is. */
    public void open(Lesson next, boolean isSaved, int step) {
        history.clear();
        saved = isSaved ? Optional.of(next) : Optional.empty();
        at.set(Math.clamp(step, WHOLE, next.steps().size() - 1));
        show(next);
    }

    /** Puts it away, whatever has changed. */
    public void close() {
        history.clear();
        lesson.set(Optional.empty());
        saved = Optional.empty();
        dirty.set(false);
        findings.clear();
    }

    /** {@code what} now stands in a file; changes made since stay unsaved. */
    public void savedAs(Lesson what) {
        lesson.get().ifPresent(now -> {
            saved = Optional.of(what);
            show(now.of(what.name(), what.drawing()));
        });
    }

    private void show(Lesson next) {
        at.set(Math.min(at.get(), next.steps().size() - 1));
        lesson.set(Optional.of(next));
        dirty.set(!saved.equals(lesson.get()));
        review();
    }

    /** Looks it through again: the drawing has changed. */
    public void review() {
        lesson.get().ifPresent(l -> {
            List<Finding> now = Review.of(l, drawing.get());
            if (!findings.equals(now)) {
                findings.setAll(now);
            }
        });
    }

    private void edit(String phrase, Lesson next) {
        edit(phrase, next, at.get());
    }

    private void edit(String name, Lesson next, int step) {
        Lesson before = lesson.get().orElseThrow();
        if (!next.equals(before)) {
            history.did(phrases.say(name), before);
            at.set(step);
            show(next);
        }
    }

    public void undo() {
        lesson.get().flatMap(history::undo).ifPresent(this::show);
    }

    public void redo() {
        lesson.get().flatMap(history::redo).ifPresent(this::show);
    }

    /** Chooses a step, from 0, or {@link #WHOLE}. */
    public void choose(int step) {
        if (step >= WHOLE && step < steps().size()) {
            at.set(step);
        }
    }

    private List<Step> steps() {
        return lesson.get().map(Lesson::steps).orElse(List.of());
    }

    /** The step that is chosen. */
    public Optional<Step> step() {
        return at.get() >= 0 && at.get() < steps().size() ? Optional.of(steps().get(at.get())) : Optional.empty();
    }

    /** An empty step after the one that is chosen, and chooses it. */
    public void addStep() {
        insert("write.edit.addstep", Step.empty());
    }

    public void duplicateStep() {
        step().ifPresent(s -> insert("write.edit.copystep", s));
    }

    private void insert(String phrase, Step step) {
        int next = at.get() == WHOLE ? steps().size() : at.get() + 1;
        lesson.get().ifPresent(l -> edit(phrase, l.withSteps(Item.insert(l.steps(), next, step)), next));
    }

    public void removeStep() {
        step().ifPresent(s -> {
            Lesson l = lesson.get().orElseThrow();
            int next = Math.min(at.get(), l.steps().size() - 2);
            edit("write.edit.removestep", l.withSteps(Item.without(l.steps(), at.get())), next);
        });
    }

    /** Moves the step down, or up when {@code by} is -1. */
    public void moveStep(int by) {
        int next = at.get() + by;
        if (step().isPresent() && next >= 0 && next < steps().size()) {
            Lesson l = lesson.get().orElseThrow();
            edit("write.edit.movestep", l.withSteps(Item.moved(l.steps(), at.get(), by)), next);
        }
    }

    private void edit(String phrase, Step next) {
        Lesson l = lesson.get().orElseThrow();
        edit(phrase, l.withSteps(Item.set(l.steps(), at.get(), next)));
    }

    /** Adds a deed or a sight to the step, by its word in a lesson's file. */
    public void add(Slot.Part part, String word) {
        step().ifPresent(s -> {
            Offers now = offers.get();
            if (part == Slot.Part.DEED) {
                Action deed = new DeedBlanks(now).make(word);
                edit(
                        "write.edit.adddeed",
                        s.withActions(Item.insert(s.actions(), s.actions().size(), deed)));
            } else {
                Expected sight = new SightBlanks(now).make(word, s);
                edit(
                        "write.edit.addsight",
                        s.withExpected(Item.insert(s.expected(), s.expected().size(), sight)));
            }
        });
    }

    /** Adds what was recorded, but for what the step says already. */
    public void record(List<Action> deeds, List<Expected> sights) {
        if (step().isEmpty()) {
            addStep();
        }
        Step s = step().orElseThrow();
        List<Action> actions = new ArrayList<>(s.actions());
        actions.addAll(deeds);
        List<Expected> expected = new ArrayList<>(s.expected());
        sights.stream().filter(e -> !expected.contains(e)).forEach(expected::add);
        edit("write.edit.record", s.withActions(actions).withExpected(expected));
    }

    public void remove(Slot slot) {
        step().ifPresent(s -> {
            if (slot.part() == Slot.Part.DEED) {
                edit("write.edit.removedeed", s.withActions(Item.without(s.actions(), slot.index())));
            } else {
                edit("write.edit.removesight", s.withExpected(Item.without(s.expected(), slot.index())));
            }
        });
    }

    /** Moves a deed or a sight down, or up when {@code by} is -1. */
    public void move(Slot slot, int by) {
        step().ifPresent(s -> {
            if (slot.part() == Slot.Part.DEED) {
                edit("write.edit.movedeed", s.withActions(Item.moved(s.actions(), slot.index(), by)));
            } else {
                edit("write.edit.movesight", s.withExpected(Item.moved(s.expected(), slot.index(), by)));
            }
        });
    }

    /** What can be filled in there. */
    public List<Blank> blanks(Slot slot) {
        Offers now = offers.get();
        return switch (slot.part()) {
            case LESSON -> lesson.get().map(WordBlanks::of).orElse(List.of());
            case STEP -> step().map(WordBlanks::of).orElse(List.of());
            case DEED ->
                step().map(s -> new DeedBlanks(now).of(s.actions().get(slot.index())))
                        .orElse(List.of());
            case SIGHT ->
                step().map(s -> new SightBlanks(now).of(s.expected().get(slot.index())))
                        .orElse(List.of());
        };
    }

    /** What is wrong with {@code text} for a blank; changes nothing. */
    public Optional<Problem> mistake(Slot slot, String key, String text) {
        return take(slot, key, text, next -> {});
    }

    /** Fills a blank in; where {@code text} is nothing that can stand there, nothing changes and the problem is told. */
    public Optional<Problem> fill(Slot slot, String key, String text) {
        return take(slot, key, text, next -> edit("write.edit.fill", next));
    }

    private Optional<Problem> take(Slot slot, String key, String text, Consumer<Lesson> taken) {
        try {
            lesson.get().flatMap(l -> filled(l, slot, key, text)).ifPresent(taken);
            return Optional.empty();
        } catch (Malformed e) {
            String said = phrases.say(e.why().ended());
            String sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1);
            return Optional.of(new Problem(phrases.say("write.mistake"), sentence, phrases.say("write.mistake.todo")));
        }
    }

    private Optional<Lesson> filled(Lesson l, Slot slot, String key, String text) {
        if (slot.part() == Slot.Part.LESSON) {
            return Optional.of(WordBlanks.with(l, key, text));
        }
        return step().filter(s -> has(s, slot)).map(s -> {
            Step next = switch (slot.part()) {
                case LESSON, STEP -> WordBlanks.with(s, key, text);
                case DEED ->
                    s.withActions(Item.set(
                            s.actions(),
                            slot.index(),
                            DeedBlanks.with(s.actions().get(slot.index()), key, text)));
                case SIGHT ->
                    s.withExpected(Item.set(
                            s.expected(),
                            slot.index(),
                            SightBlanks.with(s.expected().get(slot.index()), key, text)));
            };
            return l.withSteps(Item.set(l.steps(), at.get(), next));
        });
    }

    /** What was typed at a place that is gone meanwhile has nowhere to stand. */
    private static boolean has(Step s, Slot slot) {
        return switch (slot.part()) {
            case LESSON, STEP -> true;
            case DEED -> slot.index() < s.actions().size();
            case SIGHT -> slot.index() < s.expected().size();
        };
    }

    /** What is wrong there, of all {@link #findings}. */
    public List<Finding> findingsAt(Slot slot) {
        String step = FieldPath.item("steps", at.get());
        return switch (slot.part()) {
            case LESSON -> findings.filtered(f -> !f.field().startsWith("steps["));
            case STEP ->
                findings.filtered(f -> f.field().startsWith(step + ".")
                        && !f.field().startsWith(step + ".do[")
                        && !f.field().startsWith(step + ".expect["));
            case DEED -> findings.filtered(f -> f.field().equals(FieldPath.item(step + ".do", slot.index())));
            case SIGHT -> findings.filtered(f -> f.field().equals(FieldPath.item(step + ".expect", slot.index())));
        };
    }

    /** Whether anything is wrong at a step, from 0, or with the lesson as a whole. */
    public Optional<Finding.Severity> worstAt(int step) {
        String prefix = FieldPath.item("steps", step);
        return findings.stream()
                .filter(f -> step == WHOLE
                        ? !f.field().startsWith("steps[")
                        : f.field().startsWith(prefix + "."))
                .map(Finding::severity)
                .min(Enum::compareTo);
    }

    /** The lesson being written, while one is. */
    public ReadOnlyObjectProperty<Optional<Lesson>> lesson() {
        return lesson.getReadOnlyProperty();
    }

    /** The step that is chosen, from 0; {@link #WHOLE} when it is the lesson itself. */
    public ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    /** Whether it has changes that stand in no file. */
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** What undo would take back; "" when there is nothing. */
    public ReadOnlyStringProperty undoName() {
        return history.undoName();
    }

    public ReadOnlyStringProperty redoName() {
        return history.redoName();
    }

    public ObservableList<Finding> findings() {
        return findings;
    }
}
