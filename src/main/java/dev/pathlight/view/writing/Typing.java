package dev.pathlight.view.writing;

import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what was typed into a blank; throws {@link Malformed}, which says why it cannot be taken. */
final class Typing {
    /** The languages that a lesson's words can be written in here; others in a file are left as they are. */
    static final List<String> LANGUAGES = List.of("en", "zh");

    private Typing() {}

    /** {@code text} made into a value, once {@code problem} finds nothing wrong with it. */
    static <T> T value(String text, Function<String, Optional<Sentence>> problem, Function<String, T> make) {
        problem.apply(text.strip()).ifPresent(p -> {
            throw new Malformed(p);
        });
        return make.apply(text.strip());
    }

    /** The same; empty when nothing was typed. */
    static <T> Optional<T> maybe(String text, Function<String, Optional<Sentence>> problem, Function<String, T> make) {
        return text.isBlank() ? Optional.empty() : Optional.of(value(text, problem, make));
    }

    /** Paths with blanks between. */
    static List<PortId> ports(String text) {
        return Arrays.stream(text.split("[\\s,，]+"))
                .filter(w -> !w.isEmpty())
                .map(w -> value(w, PortId::problem, PortId::parse))
                .toList();
    }

    /** A word of a lesson's file as the constant that it means. */
    static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Words replaced in the language that the key ends in: {@code label.zh}. */
    static Texts words(Texts before, String key, String text) {
        return before.with(key.substring(key.indexOf('.') + 1), text.strip());
    }

    /** What stands before the language: {@code label} of {@code label.zh}. */
    static String stem(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
