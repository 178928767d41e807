package dev.pathlight.view;

import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Sentence;
import java.math.BigDecimal;
import java.util.OptionalInt;

/** Numbers as they are typed in the form. */
final class Numbers {
    private Numbers() {}

    /** Nothing typed is none; throws {@link Malformed} for what is no number from {@code least} to {@code most}. */
    static OptionalInt whole(String text, int least, int most) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new Malformed(Sentence.of("\"{0}\" is not a number from {1} to {2}", text, least, most));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** As {@link #whole}, where there must be one. */
    static int needed(String text, int least, int most) {
        return whole(text, least, most)
                .orElseThrow(() -> new Malformed(Sentence.of("it needs a number from {0} to {1}", least, most)));
    }

    /** A decimal number {@code of} so many parts, in parts; nothing typed is 0. */
    static long parts(String text, int of, long most) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            throw new Malformed(Sentence.of("\"{0}\" is not a number", text));
        }
        BigDecimal parts = new BigDecimal(text).multiply(BigDecimal.valueOf(of)).stripTrailingZeros();
        if (parts.scale() > 0 || parts.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Malformed(Sentence.of("\"{0}\" is too fine or too large", text));
        }
        return parts.longValueExact();
    }

    /** What {@link #parts} reads; 0 is "". */
    static String written(long parts, int of) {
        return parts == 0
                ? ""
                : BigDecimal.valueOf(parts)
                        .divide(BigDecimal.valueOf(of))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
