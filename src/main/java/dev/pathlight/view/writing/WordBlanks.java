package dev.pathlight.view.writing;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import java.util.List;
import java.util.stream.Stream;

/** The words of a lesson and of its steps, in both languages. */
final class WordBlanks {
    private static final Sentence NOTHING = Sentence.verbatim("");

    private WordBlanks() {}

    static List<Blank> of(Lesson lesson) {
        return lines("title", lesson.title(), NOTHING, NOTHING).toList();
    }

    static Lesson with(Lesson lesson, String key, String text) {
        return lesson.withTitle(Typing.words(lesson.title(), key, text));
    }

    static List<Blank> of(Step step) {
        Texts question = step.question().orElse(Texts.NONE);
        return Stream.of(
                        lines("title", step.title(), NOTHING, NOTHING),
                        areas("text", step.text()),
                        lines("ask", question, NOTHING, NOTHING))
                .flatMap(s -> s)
                .toList();
    }

    static Step with(Step step, String key, String text) {
        return switch (Typing.stem(key)) {
            case "title" -> step.withTitle(Typing.words(step.title(), key, text));
            case "text" -> step.withText(Typing.words(step.text(), key, text));
            case "ask" -> step.asking(Typing.words(step.question().orElse(Texts.NONE), key, text));
            default -> throw new IllegalArgumentException(key);
        };
    }

    /** A line for each language; the prompts say what holds while it is empty. */
    static Stream<Blank> lines(String stem, Texts words, Sentence english, Sentence chinese) {
        return Typing.LANGUAGES.stream()
                .map(l -> new Blank.Line(stem + "." + l, words.exactly(l), l.equals("zh") ? chinese : english));
    }

    private static Stream<Blank> areas(String stem, Texts words) {
        return Typing.LANGUAGES.stream().map(l -> new Blank.Area(stem + "." + l, words.exactly(l), false));
    }
}
