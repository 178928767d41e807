package dev.pathlight.view;

import dev.pathlight.machine.RunEvent;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Sentences;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The plan, shown before it runs and ticked off while it does. */
public final class PlanModel {
    /** How far a step is. */
    public enum Progress {
        AHEAD,
        DONE,
        FAILED,
        UNDONE
    }

    /** One step: its number, its sentence in the chosen language, and the command a student could type. */
    public static final class Line {
        private final Step step;
        private final StringBinding sentence;
        private final String command;
        private final ObjectProperty<Progress> progress = new SimpleObjectProperty<>(Progress.AHEAD);

        private Line(Step step, Topology topology, String command, Phrases phrases) {
            this.step = step;
            sentence = phrases.text(Sentences.of(step, topology));
            this.command = command;
        }

        public int number() {
            return step.number();
        }

        public StringBinding sentence() {
            return sentence;
        }

        /** In iproute2's words. */
        public String command() {
            return command;
        }

        public ObjectProperty<Progress> progress() {
            return progress;
        }
    }

    private final Phrases phrases;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Integer>> failed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Plan plan = new Plan(List.of());
    private final ReadOnlyBooleanWrapper difference = new ReadOnlyBooleanWrapper();
    private boolean up;
    private Topology topology = Topology.empty(new Name("untitled"));

    PlanModel(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Shows the plan that would run, unless the last run of the same drawing was refused: its marks say where. */
    void offer(Topology drawn, Plan next, List<String> commands) {
        if (failed.get().isEmpty() || !topology.equals(drawn)) {
            show(drawn, next, commands);
        }
    }

    /** Shows a plan of {@code drawn} with each step's command, nothing of it done. */
    void show(Topology drawn, Plan next, List<String> commands) {
        if (!plan.equals(next) || !topology.equals(drawn)) {
            plan = next;
            topology = drawn;
            lines.setAll(IntStream.range(0, commands.size())
                    .mapToObj(i -> new Line(next.steps().get(i), drawn, commands.get(i), phrases))
                    .toList());
        }
        reset();
    }

    /** Nothing of it stands any more. */
    void reset() {
        lines.forEach(l -> l.progress.set(Progress.AHEAD));
        up = false;
        difference.set(false);
        done.set(0);
        failed.set(Optional.empty());
    }

    /** Takes in how far a run of {@code drawn} is. */
    void take(Topology drawn, RunEvent event) {
        switch (event) {
            case RunEvent.Started e -> {
                boolean changes = up;
                show(drawn, e.plan(), Commands.of(e.plan()));
                up = changes;
                difference.set(changes);
            }
            case RunEvent.StepDone e -> {
                mark(e.step(), Progress.DONE);
                done.set(done.get() + 1);
            }
            case RunEvent.StepFailed e -> {
                mark(e.failure().step(), Progress.FAILED);
                failed.set(Optional.of(e.failure().step().number()));
            }
            case RunEvent.StepUndone e -> {
                mark(e.step(), Progress.UNDONE);
                done.set(done.get() - 1);
            }
            case RunEvent.Finished e -> up |= e.success();
        }
    }

    private void mark(Step step, Progress progress) {
        int at = step.number() - 1;
        if (at >= 0 && at < lines.size()) {
            lines.get(at).progress.set(progress);
        }
    }

    /** True where it is what an edit changed in what runs, not the plan of the whole drawing. */
    public ReadOnlyBooleanProperty difference() {
        return difference.getReadOnlyProperty();
    }

    Plan plan() {
        return plan;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /** The number of the step that was refused in the last run, until the drawing is changed or run again. */
    public ReadOnlyObjectProperty<Optional<Integer>> failed() {
        return failed.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }
}
