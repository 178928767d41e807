package dev.pathlight.view;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.Applied;
import dev.pathlight.session.Session;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Lets what runs follow the drawing: every edit is brought to the kernel at once, one after the other. What is edited while
 * another edit is under way is brought there together. An edit that does not check stays on the drawing and waits for one that
 * mends it.
 */
public final class Living {
    private final RunModel run;
    private final DrawingModel drawing;
    private final Panels panels;
    private final Problems problems;
    private final Told told;
    private final ReadOnlyObjectWrapper<Optional<Sentence>> waiting = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean busy;
    /** What was tried last, in vain. */
    private Optional<Topology> tried = Optional.empty();

    /** @param applied what came of it; empty where it does not check, for {@code error} */
    private record Answer(Optional<Applied> applied, Optional<Finding> error) {}

    Living(RunModel run, DrawingModel drawing, Panels panels, Problems problems, Told told) {
        this.run = run;
        this.drawing = drawing;
        this.panels = panels;
        this.problems = problems;
        this.told = told;
        run.state().subscribe(this::state);
        drawing.drawing().subscribe(d -> look());
    }

    private void state(RunState now) {
        busy = false;
        tried = Optional.empty();
        waiting.set(Optional.empty());
        if (now == RunState.RUNNING) {
            look();
        }
    }

    /** The drawing may have been changed. */
    private void look() {
        Topology next = drawing.drawing().get().topology();
        if (busy || run.state().get() != RunState.RUNNING || tried.equals(Optional.of(next))) {
            return;
        }
        tried = Optional.empty();
        if (next.equals(run.drawn())) {
            waiting.set(Optional.empty());
            return;
        }
        busy = true;
        panels.becomes(next);
        run.ask(session -> ask(session, next), answer -> take(next, answer), () -> {
            busy = false;
            tried = Optional.of(next);
        });
    }

    private static Answer ask(Session session, Topology next) throws MachineLost {
        CheckResult result = Checker.check(next);
        return result.checked().isPresent()
                ? new Answer(Optional.of(session.apply(result.checked().get())), Optional.empty())
                : new Answer(
                        Optional.empty(),
                        result.findings().stream()
                                .filter(f -> f.severity() == Finding.Severity.ERROR)
                                .findFirst());
    }

    private void take(Topology next, Answer answer) {
        busy = false;
        answer.error()
                .ifPresent(f -> vain(
                        next, f.element().isEmpty() ? f.message() : Sentence.of("{0}: {1}", f.element(), f.message())));
        answer.applied().flatMap(Applied::refused).ifPresent(f -> {
            vain(
                    next,
                    Sentence.of(
                            "the kernel answered {0} at {1}",
                            f.errnoName(), f.step().element()));
            told.tell(problems.refusedEdit(f, next));
        });
        if (tried.isEmpty()) {
            waiting.set(Optional.empty());
            run.became(next);
        }
        look();
    }

    private void vain(Topology next, Sentence why) {
        tried = Optional.of(next);
        waiting.set(Optional.of(why));
        panels.becomes(run.drawn());
    }

    /** What runs; it differs from the drawing while an edit is under way, or waits. */
    public ReadOnlyObjectProperty<Optional<Topology>> running() {
        return run.running();
    }

    /** Why what is drawn does not run as it is drawn; empty when it does, or soon will. */
    public ReadOnlyObjectProperty<Optional<Sentence>> waiting() {
        return waiting.getReadOnlyProperty();
    }
}
