package dev.pathlight.live.classic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a tool of old prints when {@code command} is typed in a namespace.
 *
 * @param command as it is typed: {@code brctl showmacs br0}
 */
public record ClassicText(String command, List<Line> lines) {
    public ClassicText {
        lines = List.copyOf(lines);
    }

    /**
     * @param text as the tool prints it, trailing blanks included
     * @param row the table's row as decisions name it (see {@link dev.pathlight.wire.RowText}); "" where the line shows none
     * @param note what a lecturer would write beside it, as {@code ns2 veth1}; "" for nothing
     */
    public record Line(String text, String row, String note) {
        Line(String text) {
            this(text, "", "");
        }

        Line(String text, String row) {
            this(text, row, "");
        }

        /** With the note behind it, as the lecturer writes it. */
        public String noted() {
            return note.isEmpty() ? text : text + "  # " + note;
        }
    }

    /** All of it, as the tool prints it; each line ends. */
    public String text() {
        return lines.stream().map(l -> l.text() + "\n").collect(Collectors.joining());
    }
}
