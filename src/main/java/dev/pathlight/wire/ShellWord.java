package dev.pathlight.wire;

import java.util.regex.Pattern;

/** One word of a POSIX shell command, quoted so that the shell takes every byte as it is. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

    private ShellWord() {}

    /**
     * {@code text} itself where it needs no quotes; otherwise within single quotes, which hold everything but
     * themselves.
     */
    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
