package dev.pathlight.cli;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Done;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Saying;
import dev.pathlight.lesson.Step;
import dev.pathlight.lesson.Taken;
import dev.pathlight.lesson.Verdict;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints a lesson as it is taken: each step's words, what was done, and what was seen with a tick or a cross. */
final class LessonText {
    private static final String INDENT = "   ";

    private final PrintWriter out;
    private final Locale locale;

    LessonText(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    private String in(Texts words) {
        return words.in(locale);
    }

    private String in(Sentence words) {
        return words.in(locale);
    }

    void begin(Lesson lesson) {
        String title = in(lesson.title());
        out.println(title.isEmpty() ? lesson.name().value() : title);
    }

    void step(int number, Step step, Taken taken) {
        out.printf("%n%d. %s%n", number, in(step.title()));
        in(step.text()).lines().forEach(l -> out.println(INDENT + l));
        for (Done done : taken.done()) {
            out.println(INDENT + "▸ " + in(Saying.of(done.action())) + result(done));
            if (done.action() instanceof Action.Change change && !change.label().isEmpty()) {
                change.commands()
                        .forEach(
                                c -> out.println(INDENT + "  " + change.in().shortName() + "# " + String.join(" ", c)));
            }
        }
        step.question()
                .ifPresent(q -> out.println(INDENT + "? " + in(q)
                        + taken.fate().map(f -> " → " + in(f.said())).orElse("")));
        for (int i = 0; i < step.expected().size(); i++) {
            verdict(in(step.expected().get(i).said()), taken.verdicts().get(i));
        }
    }

    private String result(Done done) {
        String said = in(done.said());
        return said.isEmpty() ? "" : " · " + said;
    }

    private void verdict(String expected, Verdict verdict) {
        out.println(INDENT + (verdict.holds() ? "✓ " : "✗ ") + expected);
        String seen = in(verdict.seen());
        if (!verdict.holds()) {
            out.println(INDENT + "  " + in(Sentence.of("seen instead: {0}", verdict.seen())));
        } else if (!seen.equals(expected)) {
            out.println(INDENT + "  " + seen);
        }
    }

    void end(Lesson lesson, List<Taken> taken, List<String> leftBehind) {
        boolean holds = taken.stream().allMatch(Taken::holds);
        out.println();
        out.println(in(
                holds
                        ? Sentence.of("All {0} steps hold.", taken.size())
                        : Sentence.of(
                                "Step {0} of {1} does not hold.",
                                taken.size(), lesson.steps().size())));
        if (!leftBehind.isEmpty()) {
            Stopped.tell(leftBehind, out);
        }
    }
}
