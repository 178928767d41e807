package dev.pathlight.topology.json;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers as they are written, without letting a short text such as 1e999999999 become a huge one. */
final class Numbers {
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /** The value when it is whole and has at most 18 digits: 1500, 1500.0 and 15e2 are the same number. */
    static Optional<BigDecimal> whole(String digits) {
        try {
            BigDecimal value = new BigDecimal(digits).stripTrailingZeros();
            long before = (long) value.precision() - value.scale();
            return value.scale() <= 0 && before <= MOST_DIGITS ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException tooFar) {
            return Optional.empty();
        }
    }
}
