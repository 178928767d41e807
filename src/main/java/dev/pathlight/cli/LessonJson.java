package dev.pathlight.cli;

import dev.pathlight.lesson.Done;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Saying;
import dev.pathlight.lesson.Step;
import dev.pathlight.lesson.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A lesson that was taken, as JSON; its words in one language. */
final class LessonJson {
    private LessonJson() {}

    static Map<String, Object> of(Lesson lesson, List<Taken> taken, Locale locale) {
        return Json.object(
                "lesson",
                lesson.name().value(),
                "title",
                lesson.title().in(locale),
                "steps",
                lesson.steps().size(),
                "holds",
                taken.stream().allMatch(Taken::holds),
                "taken",
                IntStream.range(0, taken.size())
                        .mapToObj(i -> step(i + 1, lesson.steps().get(i), taken.get(i), locale))
                        .toList());
    }

    private static Map<String, Object> step(int number, Step step, Taken taken, Locale locale) {
        return Json.object(
                "number",
                number,
                "title",
                step.title().in(locale),
                "holds",
                taken.holds(),
                "done",
                taken.done().stream().map(d -> done(d, locale)).toList(),
                "fate",
                taken.fate()
                        .map(f -> Json.object(
                                "kind",
                                f.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                "at",
                                f.at().map(Object::toString))),
                "expected",
                IntStream.range(0, step.expected().size())
                        .mapToObj(i -> Json.object(
                                "expected",
                                step.expected().get(i).said().in(locale),
                                "holds",
                                taken.verdicts().get(i).holds(),
                                "seen",
                                taken.verdicts().get(i).seen().in(locale)))
                        .toList());
    }

    private static Map<String, Object> done(Done done, Locale locale) {
        return Json.object(
                "action",
                Saying.of(done.action()).in(locale),
                "ok",
                done.ok(),
                "said",
                done.said().in(locale));
    }
}
