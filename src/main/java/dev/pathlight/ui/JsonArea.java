package dev.pathlight.ui;

import dev.pathlight.view.Workbench;
import java.util.Collection;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/** Where JSON is typed and shown: only what differs is put in, so that cursor, selection and place on the screen stay. */
final class JsonArea extends CodeArea {
    /** What is put in at once, characters: more would hold up the window. */
    private static final int PIECE = 20_000;

    private final Workbench bench;
    private final JsonGutter gutter = new JsonGutter(this);
    private final Runnable typed;
    private boolean filling;
    private int shown;

    /** @param typed is run after each change that somebody types */
    JsonArea(Workbench bench, Runnable typed) {
        this.bench = bench;
        this.typed = typed;
        setId("json");
        setParagraphGraphicFactory(gutter);
        setUndoManager(UndoUtils.plainTextUndoManager(this));
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        accessibleTextProperty().bind(bench.phrases().text("json.name"));
        plainTextChanges().subscribe(this::changed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    }

    /** What stands beside the lines. */
    JsonGutter gutter() {
        return gutter;
    }

    /** Whether what happens to text and cursor now is nobody's typing. */
    boolean isFilling() {
        return filling;
    }

    /** Shows {@code text}; a long one comes in pieces, and nothing is typed until the last. {@code then} is done after it. */
    void show(String text, Runnable then) {
        Splice splice = Splice.between(getText(), text);
        put(splice.from(), splice.to(), splice.put(), ++shown, then);
    }

    private void put(int from, int to, String text, int mine, Runnable then) {
        int cut = Math.min(PIECE, text.length());
        String rest = text.substring(cut);
        setEditable(rest.isEmpty());
        fill(from, to, document(text.substring(0, cut)));
        if (rest.isEmpty()) {
            then.run();
            return;
        }
        bench.background(
                () -> rest,
                next -> {
                    if (mine == shown) {
                        put(from + cut, from + cut, next, mine, then);
                    }
                },
                () -> setEditable(true));
    }

    private void fill(int from, int to, StyledDocument<Collection<String>, String, Collection<String>> piece) {
        if (from == to && piece.length() == 0) {
            return;
        }
        filling = true;
        getContent().replace(from, to, piece);
        filling = false;
        getUndoManager().forgetHistory();
    }

    private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(String text) {
        var lines = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                SegmentOps.styledTextOps(), List.of());
        for (String line : text.split("\n", -1)) {
            lines.addParagraph(line, JsonColours.of(line));
        }
        return lines.build();
    }

    private void changed(PlainTextChange change) {
        int from = line(change.getPosition());
        int to = line(change.getInsertionEnd());
        gutter.moved(from, to - from - lines(change.getRemoved()));
        if (filling) {
            // What came is coloured; of the lines it came into, only the ends can have another meaning now.
            colour(from, from);
            colour(to, to);
        } else {
            colour(from, to);
            typed.run();
        }
    }

    private int line(int offset) {
        return offsetToPosition(offset, Bias.Backward).getMajor();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private void colour(int from, int to) {
        int start = getAbsolutePosition(from, 0);
        String text = getText(start, getAbsolutePosition(to, getParagraphLength(to)));
        if (!text.isEmpty()) {
            setStyleSpans(start, JsonColours.of(text));
        }
    }

    /** The Tab key walks on, as it does everywhere in the window: somebody without a mouse must come out again. */
    private void leave(KeyEvent e) {
        if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
            requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            e.consume();
        }
    }

    /** Puts the cursor to {@code line} and {@code column}, both from 1, or as near as there is text. */
    void goTo(int line, int column) {
        int at = Math.min(line, getParagraphs().size()) - 1;
        moveTo(at, Math.min(column - 1, getParagraphLength(at)));
        requestFollowCaret();
        requestFocus();
    }
}
