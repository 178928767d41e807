package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.Texts;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Writes a note where it stands. Ctrl+Enter, or a click elsewhere, keeps the words; Esc leaves them as they were. */
final class NoteEditor extends TextArea {
    private static final double LEAST_WIDTH = 260;
    private static final double LEAST_TYPE = 14;
    private static final PseudoClass BARE = PseudoClass.getPseudoClass("bare");
    /** Around the words where there is no paper, px. */
    private static final double EDGE = 8;

    private static final double LINE = 1.4;

    private final Board board;
    private Optional<Note> written = Optional.empty();

    NoteEditor(Board board) {
        this.board = board;
        setId("note-editor");
        setManaged(false);
        setVisible(false);
        setWrapText(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        focusedProperty().subscribe(has -> {
            if (!has) {
                keep();
            }
        });
        textProperty().subscribe(t -> place());
        board.view().addListener(v -> place());
        board.laidOut().addListener(v -> place());
        board.text().subscribe(words -> setAccessibleText(words.say("edit.write")));
    }

    /** Whether {@code path} is a note; it is being written then, its words selected to be typed over. */
    boolean open(String path) {
        keep();
        if (!(Element.find(board.model().drawing().get().topology(), path).orElse(null)
                instanceof Element.OfNote(Note note))) {
            return false;
        }
        written = Optional.of(note);
        setText(note.text().in(board.words().locale()));
        setVisible(true);
        place();
        requestFocus();
        selectAll();
        return true;
    }

    private void pressed(KeyEvent e) {
        boolean done = e.getCode() == KeyCode.ENTER && e.isShortcutDown();
        if (e.getCode() == KeyCode.ESCAPE) {
            written = Optional.empty();
        }
        if (done || e.getCode() == KeyCode.ESCAPE) {
            e.consume();
            keep();
            getParent().requestFocus();
        }
    }

    /** Over the note, at least as large as can be written in. */
    private void place() {
        Optional<Frame> frame = written.flatMap(n -> board.scene().frame(Element.NOTE + n.id()));
        if (frame.isEmpty()) {
            setVisible(false);
            return;
        }
        boolean bare = frame.get().kind() == Frame.Kind.TEXT;
        pseudoClassStateChanged(BARE, bare);
        Type type = bare ? Type.TEXT : Type.NOTE;
        double scale = board.view().get().scale();
        double size = Math.max(LEAST_TYPE, type.size() * scale);
        setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", size));
        Rect r = frame.get().rect();
        Pt at = board.view().get().toScreen(new Pt(r.x(), r.y()));
        double width = bare ? wide(size) : Math.max(LEAST_WIDTH, r.width() * scale);
        double height = bare
                ? Math.max(r.height() * scale, getParagraphs().size() * size * LINE + 2 * EDGE)
                : Math.max(size * 5, r.height() * scale + size);
        resizeRelocate(Math.rint(at.x()), Math.rint(at.y()), Math.rint(width), Math.rint(height));
    }

    /** As wide as the words are, with room for the next one. */
    private double wide(double size) {
        double words = getParagraphs().stream()
                .mapToDouble(l -> board.fonts().width(l.toString(), Type.TEXT))
                .max()
                .orElse(0);
        return (words / Type.TEXT.size() + 3) * size + 2 * EDGE;
    }

    /** A note without a word is none. */
    private void keep() {
        Optional<Note> note = written;
        written = Optional.empty();
        setVisible(false);
        note.ifPresent(n -> {
            String words = getText().strip();
            Texts text = n.text().with(board.words().locale().getLanguage(), words);
            boolean same = words.equals(n.text().in(board.words().locale()));
            if (words.isEmpty()) {
                board.model().intents().edit(board.words().say("edit.remove"), new Edit.Remove(Element.NOTE + n.id()));
            } else if (!same) {
                board.model().intents().edit(board.words().say("edit.write"), new Edit.SetNote(n.id(), text));
            }
        });
    }
}
