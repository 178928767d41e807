package dev.pathlight.ui;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Which characters of a JSON text are a key, a string, a number or a word, by their styles' names. */
final class JsonColours {
    private static final Pattern TOKEN =
            Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*+\")(\\s*:)?|(-?\\d[\\d.eE+-]*+)|\\b(true|false|null)\\b");

    private JsonColours() {}

    static StyleSpans<Collection<String>> of(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher m = TOKEN.matcher(text);
        int done = 0;
        while (m.find()) {
            boolean key = m.group(2) != null;
            int end = key ? m.end(1) : m.end();
            spans.add(List.of(), m.start() - done);
            spans.add(List.of(style(m, key)), end - m.start());
            done = end;
        }
        spans.add(List.of(), text.length() - done);
        return spans.create();
    }

    private static String style(Matcher m, boolean key) {
        if (m.group(1) != null) {
            return key ? "json-key" : "json-text";
        }
        return m.group(3) != null ? "json-number" : "json-word";
    }
}
