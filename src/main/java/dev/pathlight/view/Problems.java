package dev.pathlight.view;

import dev.pathlight.check.Finding;
import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Sentences;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.trace.Journey;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts what went wrong elsewhere into the shape the user sees, in the language chosen when its words are asked for. */
final class Problems {
    private final Phrases phrases;

    Problems(Phrases phrases) {
        this.phrases = phrases;
    }

    Supplier<Problem> of(String key, Object... args) {
        return () ->
                new Problem(phrases.say(key, args), phrases.say(key + ".why", args), phrases.say(key + ".todo", args));
    }

    Supplier<Problem> unreadable(Path file, List<Fault> faults) {
        Fault first = faults.getFirst();
        return () -> new Problem(
                faults.size() == 1
                        ? phrases.say("problem.file", file.getFileName())
                        : phrases.say("problem.file.more", file.getFileName(), faults.size() - 1),
                first.where() + ": " + phrases.say(first.message()),
                phrases.say(first.hint()));
    }

    Supplier<Problem> unwritten(Path file, Exception e) {
        Sentence why = switch (e) {
            case NoSuchFileException _ -> Sentence.of("There is no such folder.");
            case AccessDeniedException _ -> Sentence.of("It may not be written there.");
            default -> Sentence.verbatim(Optional.ofNullable(e.getMessage()).orElse(e.toString()));
        };
        return () -> new Problem(phrases.say("problem.save", file), phrases.say(why), phrases.say("problem.save.todo"));
    }

    Supplier<Problem> notRunnable(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .toList();
        Finding first = errors.getFirst();
        return () -> new Problem(
                errors.size() == 1
                        ? phrases.say("problem.check")
                        : phrases.say("problem.check.more", errors.size() - 1),
                first.element() + ": " + phrases.say(first.message()),
                phrases.say(first.hint()));
    }

    Supplier<Problem> refused(StepFailure failure, Topology drawn) {
        Sentence sentence = Sentences.of(failure.step(), drawn);
        String kernel = failure.kernelText().isEmpty() ? "" : " – " + failure.kernelText();
        return () -> new Problem(
                phrases.say("problem.step", failure.step().number(), phrases.say(sentence)),
                phrases.say("problem.step.why", failure.step().element(), failure.errnoName(), failure.errno())
                        + kernel,
                phrases.say("problem.step.todo"));
    }

    /** An edit of what runs that the kernel refused. */
    Supplier<Problem> refusedEdit(StepFailure failure, Topology drawn) {
        return () -> new Problem(
                phrases.say("problem.edit", phrases.say(Sentences.of(failure.step(), drawn))),
                refused(failure, drawn).get().why(),
                phrases.say("problem.edit.todo"));
    }

    /** @param words how things were to be broken */
    Supplier<Problem> breaking(String key, Sentence words, StepFailure failure, Topology drawn) {
        String kernel = failure.kernelText().isEmpty() ? "" : " – " + failure.kernelText();
        Sentence step = Sentences.of(failure.step(), drawn);
        return () -> of(key, phrases.say(words), phrases.say(step), failure.errnoName() + kernel)
                .get();
    }

    Supplier<Problem> lost(MachineLost e) {
        return () -> new Problem(phrases.say("problem.machine"), phrases.say(e.what()), phrases.say(e.remedy()));
    }

    Supplier<Problem> broken(SessionEvent.Broken e) {
        return () -> new Problem(phrases.say("problem.broken"), phrases.say(e.message()), phrases.say(e.remedy()));
    }

    Supplier<Problem> container(SessionEvent.ContainerTrouble e) {
        return () -> new Problem(phrases.say(e.what()), phrases.say(e.why()), phrases.say(e.remedy()));
    }

    /** About {@code space}, called what is written on the drawing. */
    Supplier<Problem> at(String key, SpaceId space, Topology drawn) {
        return () -> {
            String title = Optional.of(space)
                    .filter(SpaceId::isRoot)
                    .flatMap(s -> drawn.findNode(s.node()))
                    .map(n -> n.title().in(phrases.locale().get()))
                    .filter(t -> !t.isEmpty())
                    .orElse(Places.shortName(space));
            return of(key, title).get();
        };
    }

    /** What an unanswered ping means, with where it died as far as that is known; empty for an answered one. */
    Optional<Supplier<Problem>> ping(
            String from, String to, String address, PingReply reply, Optional<Journey.Lost> lost) {
        Optional<Supplier<Problem>> problem = switch (reply) {
            case PingReply.Answered a -> Optional.empty();
            case PingReply.Silence s -> Optional.of(of("problem.ping.silence", from, to));
            // Of an address no route leads to the kernel says so itself; that packet never was.
            case PingReply.Refused r ->
                Optional.of(of(
                        r.errnoName().equals("ENETUNREACH") ? "problem.ping.noroute" : "problem.ping.refused",
                        from,
                        to,
                        r.errnoName(),
                        address));
            case PingReply.Error e -> Optional.of(of("problem.ping.error", from, to, e.from(), e.type(), e.code()));
        };
        return problem.map(p -> lost.isEmpty() ? p : () -> explained(p.get(), lost.get()));
    }

    /** Traffic from one container to another that got no answer. */
    Supplier<Problem> talk(String from, String to, CallReply reply, Optional<Journey.Lost> lost) {
        Supplier<Problem> told = reply instanceof CallReply.Refused(String why)
                ? of("problem.talk.refused", from, to, why)
                : of("problem.talk.silence", from, to);
        return lost.isEmpty()
                ? told
                : () -> new Problem(
                        told.get().what(),
                        phrases.say(lost.get().explanation()),
                        told.get().todo());
    }

    private Problem explained(Problem problem, Journey.Lost lost) {
        String place = Places.shortName(lost.space());
        String todo = lost.row()
                .map(row -> row.row().startsWith(RouteTableModel.NO_ROW)
                        ? phrases.say("problem.ping.norow", place, row.row().substring(RouteTableModel.NO_ROW.length()))
                        : phrases.say(
                                RuleTableModel.isFilter(row) ? "problem.ping.rule" : "problem.ping.row",
                                place,
                                row.row()))
                .orElse(problem.todo());
        return new Problem(problem.what(), phrases.say(lost.explanation()), todo);
    }

    /** Ours to mend: told in the same shape all the same. */
    Supplier<Problem> unexpected(Exception e) {
        return of("problem.unexpected", e);
    }
}
