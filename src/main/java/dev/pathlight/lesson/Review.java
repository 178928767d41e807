package dev.pathlight.lesson;

import dev.pathlight.check.Finding;
import dev.pathlight.check.Finding.Severity;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks a lesson through as its author writes it. An error keeps it from being taken to its end; a warning says what its author
 * will hardly have meant. A finding's field is its place in the lesson's file, {@code steps[1].do[0]}.
 */
public final class Review {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final Lesson lesson;
    private final Topology drawing;
    private final List<Finding> findings = new ArrayList<>();

    private Review(Lesson lesson, Topology drawing) {
        this.lesson = lesson;
        this.drawing = drawing;
    }

    /** In the lesson's order. */
    public static List<Finding> of(Lesson lesson, Topology drawing) {
        Review r = new Review(lesson, drawing);
        r.misfits();
        r.words();
        boolean runs = false;
        for (int i = 0; i < lesson.steps().size(); i++) {
            runs = r.step(FieldPath.item("steps", i), lesson.steps().get(i), runs);
        }
        if (lesson.steps().isEmpty()) {
            r.warn("no-steps", "steps", Sentence.of("the lesson has no steps"), Sentence.of("Add one."));
        }
        return List.copyOf(r.findings);
    }

    private void error(String rule, String field, Sentence message, Sentence hint) {
        findings.add(new Finding(Severity.ERROR, rule, lesson.name().value(), field, message, hint));
    }

    private void warn(String rule, String field, Sentence message, Sentence hint) {
        findings.add(new Finding(Severity.WARNING, rule, lesson.name().value(), field, message, hint));
    }

    private void misfits() {
        for (Misfit m : Misfit.of(lesson, drawing)) {
            error(
                    "not-drawn",
                    m.field(),
                    Sentence.of("there is no {0} on the drawing", m.space()),
                    Sentence.of("Choose a node or namespace that is drawn, or draw it."));
        }
    }

    /** Somebody who speaks one of the lesson's languages is to read all of it. */
    private void words() {
        Map<String, Texts> all = new LinkedHashMap<>();
        all.put("title", lesson.title());
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step s = lesson.steps().get(i);
            String at = FieldPath.item("steps", i);
            all.put(at + ".title", s.title());
            all.put(at + ".text", s.text());
            s.question().ifPresent(q -> all.put(at + ".ask", q));
        }
        for (String language : LANGUAGES) {
            boolean spoken =
                    all.values().stream().anyMatch(t -> !t.exactly(language).isEmpty());
            all.forEach((field, texts) -> {
                if (spoken && !texts.isEmpty() && texts.exactly(language).isEmpty()) {
                    warn(
                            "one-language",
                            field,
                            language.equals("zh")
                                    ? Sentence.of("the Chinese is missing")
                                    : Sentence.of("the English is missing"),
                            Sentence.of("Write it too: other parts of the lesson have both."));
                }
            });
        }
        all.forEach((field, texts) -> {
            if (field.endsWith("title") && texts.isEmpty()) {
                warn(
                        "no-title",
                        field,
                        Sentence.of("there is no title"),
                        Sentence.of("Say in a few words what it is about."));
            }
        });
    }

    /** Whether the drawing runs after it. */
    private boolean step(String at, Step step, boolean before) {
        boolean runs = before;
        for (int k = 0; k < step.actions().size(); k++) {
            Action action = step.actions().get(k);
            if (!runs && (action instanceof Action.Ping || action instanceof Action.Change)) {
                error(
                        "nothing-runs",
                        FieldPath.item(at + ".do", k),
                        Sentence.of("nothing runs at this step"),
                        Sentence.of("Let this step, or one before it, begin with Run."));
            }
            runs = action instanceof Action.Run || runs && !(action instanceof Action.Stop);
        }
        if (step.expected().isEmpty()) {
            warn(
                    "nothing-to-see",
                    at + ".expect",
                    Sentence.of("there is nothing to be seen"),
                    Sentence.of("Say what the class is to see, or record it."));
        }
        if (step.question().isPresent() && !step.pings()) {
            warn(
                    "asks-in-vain",
                    at + ".ask",
                    Sentence.of("the class is asked what will happen, and nothing is sent"),
                    Sentence.of("Add a ping to this step, or leave the question empty."));
        }
        seen(at, step, runs);
        return runs;
    }

    private void seen(String at, Step step, boolean runs) {
        for (int k = 0; k < step.expected().size(); k++) {
            Observation o = step.expected().get(k).observation();
            String field = FieldPath.item(at + ".expect", k);
            if (o instanceof Observation.Running(boolean wanted) ? wanted != runs : !runs) {
                error(
                        "never-seen",
                        field,
                        runs ? Sentence.of("the drawing runs at this step") : Sentence.of("nothing runs at this step"),
                        runs
                                ? Sentence.of("Add Stop to what is done.")
                                : Sentence.of("Let this step, or one before it, begin with Run."));
            }
            if (o instanceof Observation.Packet && step.actions().stream().noneMatch(Review::sends)) {
                warn(
                        "no-packet",
                        field,
                        Sentence.of("only packets count that are sent during this step, and it sends none"),
                        Sentence.of("Add a ping to this step."));
            }
            ports(o).filter(p -> !isDrawn(p))
                    .forEach(p -> warn(
                            "no-interface",
                            field,
                            Sentence.of("there is no interface {0} on the drawing", p),
                            Sentence.of("Choose one that is drawn, unless a command of this lesson makes it.")));
        }
    }

    private static boolean sends(Action a) {
        return !(a instanceof Action.Open);
    }

    private boolean isDrawn(PortId port) {
        return port.name().value().equals("lo")
                || Element.find(drawing, port.toString()).isPresent();
    }

    private static Stream<PortId> ports(Observation o) {
        return switch (o) {
            case Observation.Packet p -> p.through().stream();
            case Observation.MacLearned m ->
                Stream.of(
                                Stream.of(m.bridge(), m.owner()),
                                m.port().map(p -> new PortId(m.bridge().space(), p)).stream())
                        .flatMap(s -> s);
            case Observation.Running _, Observation.Route _, Observation.Neighbour _, Observation.Forwarding _ ->
                Stream.empty();
        };
    }
}
