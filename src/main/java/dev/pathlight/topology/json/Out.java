package dev.pathlight.topology.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A piece of JSON to be written, two spaces deeper for each level. What is short stands on one line, so that a change
 * to one interface, cable or box is a change to one line.
 */
public sealed interface Out {
    /** The longest line that an object or array is fitted into, indent included. */
    int WIDTH = 100;

    record Atom(String text) implements Out {}

    record Arr(List<Out> items) implements Out {}

    /** {@code open}: every field on its own line however short. */
    record Obj(Map<String, Out> members, boolean open) implements Out {
        public Obj(boolean open) {
            this(new LinkedHashMap<>(), open);
        }

        public void put(String key, Out value) {
            members.put(key, value);
        }

        public void text(String key, Object value) {
            members.put(key, quoted(value.toString()));
        }

        public void text(String key, Optional<?> value) {
            value.ifPresent(v -> text(key, v));
        }

        public void number(String key, long value) {
            members.put(key, new Atom(Long.toString(value)));
        }

        /** Left out when it equals {@code otherwise}. */
        public void flag(String key, boolean value, boolean otherwise) {
            if (value != otherwise) {
                members.put(key, new Atom(Boolean.toString(value)));
            }
        }

        /** Left out when there are none. */
        public void list(String key, List<? extends Out> values) {
            if (!values.isEmpty()) {
                members.put(key, new Arr(List.copyOf(values)));
            }
        }

        public void texts(String key, List<?> values) {
            list(key, values.stream().map(v -> quoted(v.toString())).toList());
        }
    }

    static Atom quoted(String text) {
        StringBuilder s = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            escape(text, i, s);
        }
        return new Atom(s.append('"').toString());
    }

    private static void escape(String text, int i, StringBuilder s) {
        char c = text.charAt(i);
        switch (c) {
            case '"', '\\' -> s.append('\\').append(c);
            case '\n' -> s.append("\\n");
            case '\t' -> s.append("\\t");
            default -> {
                // Half a surrogate pair has no UTF-8: only the escape brings it back.
                boolean half =
                        Character.isSurrogate(c) && Character.charCount(text.codePointAt(pairStart(text, i))) == 1;
                s.append(c < 0x20 || c == 0x7f || half ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
    }

    private static int pairStart(String text, int i) {
        boolean second =
                Character.isLowSurrogate(text.charAt(i)) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        return second ? i - 1 : i;
    }

    /** The text at {@code indent}, after {@code before} characters on its first line. */
    default String print(int indent, int before) {
        String line = fitsOneLine() ? line() : "";
        if (!line.isEmpty() && before + line.length() <= WIDTH) {
            return line;
        }
        String pad = "  ".repeat(indent + 1);
        return switch (this) {
            case Atom a -> a.text();
            case Arr a ->
                a.items().stream()
                        .map(i -> pad + i.print(indent + 1, pad.length() + 1))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + "  ".repeat(indent) + "]"));
            case Obj o ->
                o.members().entrySet().stream()
                        .map(m -> pad + key(m) + m.getValue().print(indent + 1, pad.length() + key(m).length() + 1))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + "  ".repeat(indent) + "}"));
        };
    }

    private static String key(Map.Entry<String, Out> member) {
        return quoted(member.getKey()).text() + ": ";
    }

    /** A list of objects is a list of things on the drawing: each has its own line. */
    private boolean fitsOneLine() {
        return switch (this) {
            case Atom a -> true;
            case Arr a -> a.items().stream().allMatch(i -> i instanceof Atom);
            case Obj o ->
                o.members().isEmpty()
                        || !o.open() && o.members().values().stream().allMatch(Out::fitsOneLine);
        };
    }

    private String line() {
        return switch (this) {
            case Atom a -> a.text();
            case Arr a -> a.items().stream().map(Out::line).collect(Collectors.joining(", ", "[", "]"));
            case Obj o ->
                o.members().entrySet().stream()
                        .map(m -> key(m) + m.getValue().line())
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
