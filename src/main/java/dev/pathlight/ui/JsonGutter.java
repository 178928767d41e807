package dev.pathlight.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;

/** The numbers beside the lines, and which lines are marked: the marks colour a line as it is drawn and are not in the text. */
final class JsonGutter implements IntFunction<Node> {
    /** Why a line is marked; the later one covers the earlier. */
    enum Mark {
        SELECTED,
        WARNING,
        ERROR,
        UNREADABLE;

        private PseudoClass state() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    private final CodeArea area;
    private final Map<Mark, Map<Integer, String>> marks = new EnumMap<>(Mark.class);

    JsonGutter(CodeArea area) {
        this.area = area;
        for (Mark m : Mark.values()) {
            marks.put(m, Map.of());
        }
    }

    /** Marks just these lines, from 0, each with what there is to say about it. */
    void mark(Mark why, Map<Integer, String> lines) {
        Map<Mark, Map<Integer, String>> before = new EnumMap<>(marks);
        marks.put(why, Map.copyOf(lines));
        refresh(before);
    }

    /** Behind {@code line}, lines have come, or have gone where {@code more} is negative. */
    void moved(int line, int more) {
        if (more == 0) {
            return;
        }
        Map<Mark, Map<Integer, String>> before = new EnumMap<>(marks);
        marks.replaceAll((why, lines) -> {
            Map<Integer, String> next = new TreeMap<>();
            lines.forEach((l, said) -> next.put(l <= line ? l : Math.max(line, l + more), said));
            return next;
        });
        refresh(before);
    }

    private void refresh(Map<Mark, Map<Integer, String>> before) {
        int visible = area.getVisibleParagraphs().size();
        for (int i = 0; i < visible; i++) {
            int line = area.visibleParToAllParIndex(i);
            if (marks.entrySet().stream()
                    .anyMatch(e -> differs(e.getValue(), before.getOrDefault(e.getKey(), Map.of()), line))) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private static boolean differs(Map<Integer, String> now, Map<Integer, String> before, int line) {
        return !now.getOrDefault(line, "-").equals(before.getOrDefault(line, "-"));
    }

    @Override
    public Node apply(int line) {
        Label number = new Label("%4d".formatted(line + 1));
        number.getStyleClass().add("lineno");
        StringBuilder said = new StringBuilder();
        marks.forEach((why, lines) -> {
            if (lines.containsKey(line)) {
                number.pseudoClassStateChanged(why.state(), true);
                said.append(lines.get(line));
            }
        });
        if (!said.isEmpty()) {
            number.setTooltip(new Tooltip(said.toString()));
            number.setAccessibleText(number.getText().strip() + ": " + said);
        }
        // What a line is laid out in has no way in from outside, but its number is put into it.
        number.parentProperty().subscribe((was, is) -> {
            for (Mark m : Mark.values()) {
                if (is != null) {
                    is.pseudoClassStateChanged(
                            m.state(), marks.getOrDefault(m, Map.of()).containsKey(line));
                }
            }
        });
        return number;
    }
}
