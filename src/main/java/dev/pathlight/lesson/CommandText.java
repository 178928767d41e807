package dev.pathlight.lesson;

import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands as somebody types them: one a line, words with blanks between. A word that holds blanks stands in single or double
 * quotes. Nothing else is special: no shell reads them.
 */
public final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[^\\s'\"]+");

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private CommandText(String text) {
        this.text = text;
    }

    /** Reading it back gives the same commands. */
    public static String write(List<List<String>> commands) {
        return commands.stream()
                .map(c -> c.stream().map(CommandText::quoted).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** A single quote inside single quotes: they end, it stands in double ones, they begin again. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }

    /** Empty lines are passed over. Throws {@link Malformed} where a quote is not closed, and where there is no command. */
    public static List<List<String>> read(String text) {
        return new CommandText(text).read();
    }

    private List<List<String>> read() {
        if (text.indexOf('\0') >= 0) {
            throw new Malformed(Sentence.of("this is no word of a command"));
        }
        text.chars().forEach(c -> take((char) c));
        if (quote != 0) {
            throw new Malformed(Sentence.of("a word begins with {0} and does not end with it", quote));
        }
        endCommand();
        if (commands.isEmpty()) {
            throw new Malformed(Sentence.of("there is no command to run"));
        }
        return List.copyOf(commands);
    }

    private void take(char c) {
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        } else if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
        } else if (c == '\n') {
            endCommand();
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else {
            inWord = true;
            word.append(c);
        }
    }

    private void endWord() {
        if (inWord && !word.isEmpty()) {
            words.add(word.toString());
        }
        inWord = false;
        word.setLength(0);
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(List.copyOf(words));
            words.clear();
        }
    }
}
