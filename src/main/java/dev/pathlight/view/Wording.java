package dev.pathlight.view;

import dev.pathlight.topology.Texts;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Words for people in the form: a row for each language of the screen, the chosen one first, and for each they are written in besides. */
final class Wording {
    private Wording() {}

    static List<String> languages(Texts texts, Locale locale) {
        List<String> all = new ArrayList<>(List.of(locale.getLanguage()));
        Phrases.LANGUAGES.stream()
                .map(Locale::getLanguage)
                .filter(l -> !all.contains(l))
                .forEach(all::add);
        texts.byLanguage().keySet().stream().filter(l -> !all.contains(l)).forEach(all::add);
        return all;
    }

    /** {@code otherwise} holds where nothing is written in any language. */
    static List<Entry> lines(Property property, Texts texts, Locale locale, String otherwise) {
        List<String> languages = languages(texts, locale);
        return IntStream.range(0, languages.size())
                .mapToObj(i -> (Entry) new Line(
                        property,
                        i,
                        texts.exactly(languages.get(i)),
                        prompt(texts, locale, otherwise),
                        called(languages.get(i))))
                .toList();
    }

    static List<Entry> words(Property property, Texts texts, Locale locale) {
        List<String> languages = languages(texts, locale);
        return IntStream.range(0, languages.size())
                .mapToObj(i -> (Entry) new Words(
                        property,
                        i,
                        texts.exactly(languages.get(i)),
                        prompt(texts, locale, ""),
                        called(languages.get(i))))
                .toList();
    }

    private static String prompt(Texts texts, Locale locale, String otherwise) {
        return texts.isEmpty() ? otherwise : texts.in(locale);
    }

    /** A language in its own words: English, 中文. */
    private static String called(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        return language.getDisplayName(language);
    }

    /** {@code before} with {@code text} in the language of row {@code index}. */
    static Texts typed(Texts before, int index, String text, Locale locale) {
        List<String> languages = languages(before, locale);
        return index < languages.size() ? before.with(languages.get(index), text) : before;
    }
}
