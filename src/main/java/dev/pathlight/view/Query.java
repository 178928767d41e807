package dev.pathlight.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Words somebody is looking for: a text answers when each of them is somewhere in it, in whatever case. */
public record Query(List<String> words) {
    public Query {
        words = List.copyOf(words);
    }

    public static Query of(String typed) {
        return new Query(Arrays.stream(small(typed).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** True when every word is in one of {@code texts}. */
    public boolean isIn(List<String> texts) {
        List<String> lower = texts.stream().map(Query::small).toList();
        return words.stream().allMatch(w -> lower.stream().anyMatch(t -> t.contains(w)));
    }

    /** How well {@code text} answers: 0 is it, 1 begins with it, 2 has a word that does, 3 has it inside; empty does not answer. */
    public OptionalInt rank(String text) {
        String lower = small(text);
        String whole = String.join(" ", words);
        if (!isIn(List.of(text))) {
            return OptionalInt.empty();
        }
        if (lower.equals(whole)) {
            return OptionalInt.of(0);
        }
        if (lower.startsWith(whole)) {
            return OptionalInt.of(1);
        }
        return OptionalInt.of(lower.matches("(?s).*\\W" + java.util.regex.Pattern.quote(whole) + ".*") ? 2 : 3);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
