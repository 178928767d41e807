package dev.pathlight.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Chinese of every {@link Sentence}: a file for each room, in it a line in English, below it the line in Chinese, then an empty
 * line. A line that begins with {@code #} is a comment.
 */
final class Chinese {
    private static final List<String> ROOMS =
            List.of("topology", "check", "plan", "machine", "live", "trace", "session", "lesson", "view", "cli");
    private static final Map<String, String> TABLE = read();

    private Chinese() {}

    /** English where there is no Chinese. */
    static String of(String pattern) {
        return TABLE.getOrDefault(pattern, pattern);
    }

    /** Chinese has no blanks between its words: one that an argument brings about is left out. */
    static void join(StringBuilder out, String next) {
        int end = out.length();
        if (end > 0 && !next.isEmpty()) {
            if (end > 1 && out.charAt(end - 1) == ' ' && isTight(out.charAt(end - 2), next.charAt(0))) {
                out.setLength(end - 1);
            } else if (next.length() > 1 && next.charAt(0) == ' ' && isTight(out.charAt(end - 1), next.charAt(1))) {
                out.append(next, 1, next.length());
                return;
            }
        }
        out.append(next);
    }

    private static boolean isTight(char before, char after) {
        return isMark(before) || isMark(after) || isHan(before) && isHan(after);
    }

    private static boolean isHan(char c) {
        return UnicodeScript.of(c) == UnicodeScript.HAN;
    }

    /** Punctuation as wide as a character. */
    private static boolean isMark(char c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        return UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
                || UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block);
    }

    private static Map<String, String> read() {
        Map<String, String> table = new HashMap<>();
        for (String room : ROOMS) {
            List<String> lines = lines("zh/" + room + ".txt").stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                table.put(lines.get(i), lines.get(i + 1));
            }
        }
        return Map.copyOf(table);
    }

    private static List<String> lines(String file) {
        try (InputStream in = Chinese.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not part of this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
