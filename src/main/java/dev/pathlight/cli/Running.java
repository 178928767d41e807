package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Sentences;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs drawings for commands that can only go on with one that is up. */
final class Running {
    private Running() {}

    /** The same, saying on {@code err} what is being done, where somebody watches. */
    static Session open(SessionOpener opener, CheckedTopology drawing, Consumer<SessionEvent> events, PrintWriter err)
            throws Refusal {
        try (Progress progress = Progress.on(err)) {
            progress.show("Opening a sandbox");
            return open(opener, drawing, event -> {
                if (event instanceof SessionEvent.Running(RunEvent running)) {
                    progress.follow(running);
                }
                if (event instanceof SessionEvent.ContainerTrouble e) {
                    err.println(new Refusal(
                                    Exit.DONE,
                                    e.what().toString(),
                                    e.why().toString(),
                                    e.remedy().toString())
                            .text());
                    err.flush();
                }
                events.accept(event);
            });
        }
    }

    static Session open(SessionOpener opener, CheckedTopology drawing, Consumer<SessionEvent> events) throws Refusal {
        try {
            Session session = opener.open(drawing, events);
            Optional<StepFailure> failure = session.failure();
            if (failure.isPresent()) {
                session.close();
                throw refused(failure.get());
            }
            return session;
        } catch (MachineLost e) {
            throw Refusal.machineLost(e);
        }
    }

    static Refusal refused(StepFailure failure) {
        String words = failure.kernelText().isEmpty() ? "" : " (" + failure.kernelText() + ")";
        return new Refusal(
                Exit.MACHINE,
                "Step %d, for %s, was refused; everything before it is undone."
                        .formatted(failure.step().number(), failure.step().element()),
                "%s: the kernel answered %s%s."
                        .formatted(Sentences.of(failure.step()).in(Locale.ENGLISH), failure.errnoName(), words),
                "Look at " + failure.step().element() + " in the drawing, or at what this kernel supports.");
    }
}
