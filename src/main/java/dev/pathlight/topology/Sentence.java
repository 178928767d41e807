package dev.pathlight.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that can be read in English and in Chinese: {@code Sentence.of("{0} has no cable", port)}. The Chinese is found by the
 * English pattern, in the files {@code zh/*.txt} beside this class; a test holds that it is there.
 *
 * @param pattern English, with the places {@code {0}} to {@code {9}} for the arguments; any other brace stands for itself
 * @param arguments each a {@code Sentence} or {@link Texts}, said in the reader's language, or a {@code String}, said as it is
 */
public record Sentence(String pattern, List<Object> arguments) {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    public Sentence {
        arguments = arguments.stream()
                .map(a -> a instanceof Sentence || a instanceof Texts ? a : a.toString())
                .toList();
    }

    /** @param pattern a constant, so that a test can find its Chinese missing */
    public static Sentence of(String pattern, Object... arguments) {
        return new Sentence(pattern, Arrays.asList(arguments));
    }

    /** Words that are the same in every language: names, addresses, what a kernel said. */
    public static Sentence verbatim(Object words) {
        return of("{0}", words);
    }

    /** With commas between them; "" for none. */
    public static Sentence list(List<?> items) {
        return items.stream()
                .map(Sentence::verbatim)
                .reduce((a, b) -> Sentence.of("{0}, {1}", a, b))
                .orElse(verbatim(""));
    }

    /** This sentence, then another. */
    public Sentence then(Sentence next) {
        return Sentence.of("{0} {1}", this, next);
    }

    /** With a full stop. */
    public Sentence ended() {
        return Sentence.of("{0}.", this);
    }

    /** The same with every {@code String} of it, and of the sentences in it, changed. */
    public Sentence withArguments(UnaryOperator<String> change) {
        return new Sentence(
                pattern,
                arguments.stream()
                        .map(a -> switch (a) {
                            case Sentence s -> s.withArguments(change);
                            case String s -> change.apply(s);
                            default -> a;
                        })
                        .toList());
    }

    /** Chinese for that language, else English. */
    public String in(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        String words = chinese ? Chinese.of(pattern) : pattern;
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(words);
        int done = 0;
        while (place.find()) {
            Chinese.join(out, words.substring(done, place.start()));
            int at = place.group(1).charAt(0) - '0';
            Chinese.join(out, at < arguments.size() ? said(arguments.get(at), locale) : place.group());
            done = place.end();
        }
        Chinese.join(out, words.substring(done));
        return out.toString();
    }

    private static String said(Object argument, Locale locale) {
        return switch (argument) {
            case Sentence s -> s.in(locale);
            case Texts t -> t.in(locale);
            default -> argument.toString();
        };
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
