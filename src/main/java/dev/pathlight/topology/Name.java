package dev.pathlight.topology;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a node, namespace, container or LAN: 1 to 63 characters, a letter or digit first, then letters, digits,
 * {@code . _ -}. The same rule as a DNS label with dots and underscores, so that it can be a directory or file name
 * too.
 */
public record Name(String value) implements Comparable<Name> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public Name {
        Malformed.refuse(problem(value));
    }

    /** What is wrong with {@code value} as a name, or empty when it is one. */
    public static Optional<Sentence> problem(String value) {
        if (SHAPE.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of(
                "\"{0}\" is not a name: use 1 to 63 letters, digits, '.', '_' or '-', a letter or digit first", value));
    }

    @Override
    public int compareTo(Name other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
