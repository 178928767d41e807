package dev.pathlight.view;

import dev.pathlight.check.Finding;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.topology.json.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts what went wrong elsewhere into the shape the user sees. */
final class Problems {
    private final Phrases phrases;
    private final StepText steps;

    Problems(Phrases phrases) {
        this.phrases = phrases;
        this.steps = new StepText(phrases);
    }

    Problem of(String key, Object... args) {
        return new Problem(phrases.say(key, args), phrases.say(key + ".why", args), phrases.say(key + ".todo", args));
    }

    Problem unreadable(Path file, List<Fault> faults) {
        Fault first = faults.getFirst();
        String what = faults.size() == 1
                ? phrases.say("problem.file", file.getFileName())
                : phrases.say("problem.file.more", file.getFileName(), faults.size() - 1);
        return new Problem(what, first.where() + ": " + first.message(), first.hint());
    }

    Problem unwritten(Path file, Exception e) {
        return of("problem.save", file, Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    }

    Problem notRunnable(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .toList();
        Finding first = errors.getFirst();
        String what = errors.size() == 1
                ? phrases.say("problem.check")
                : phrases.say("problem.check.more", errors.size() - 1);
        return new Problem(what, first.element() + ": " + first.message(), first.hint());
    }

    Problem refused(StepFailure failure) {
        String kernel = failure.kernelText().isEmpty() ? "" : " – " + failure.kernelText();
        return new Problem(
                phrases.say(
                        "problem.step",
                        failure.step().number(),
                        steps.sentence(failure.step().op())),
                phrases.say("problem.step.why", failure.step().element(), failure.errnoName(), failure.errno())
                        + kernel,
                phrases.say("problem.step.todo"));
    }

    Problem lost(MachineLost e) {
        return new Problem(phrases.say("problem.machine"), e.what(), e.remedy());
    }

    Problem broken(SessionEvent.Broken e) {
        return new Problem(phrases.say("problem.broken"), e.message(), e.remedy());
    }

    /** What an unanswered ping means; empty for an answered one. */
    Optional<Problem> ping(String from, String to, PingReply reply) {
        return switch (reply) {
            case PingReply.Answered a -> Optional.empty();
            case PingReply.Silence s -> Optional.of(of("problem.ping.silence", from, to));
            case PingReply.Refused r -> Optional.of(of("problem.ping.refused", from, to, r.errnoName()));
            case PingReply.Error e -> Optional.of(of("problem.ping.error", from, to, e.from(), e.type(), e.code()));
        };
    }

    /** Ours to mend: told in the same shape all the same. */
    Problem unexpected(Exception e) {
        return of("problem.unexpected", e);
    }
}
