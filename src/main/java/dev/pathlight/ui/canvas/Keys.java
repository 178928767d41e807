package dev.pathlight.ui.canvas;

import dev.pathlight.view.Tool;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while the canvas has the focus. */
final class Keys {
    private final Board board;
    private final CanvasPane pane;
    private final Gestures gestures;

    Keys(Board board, CanvasPane pane, Gestures gestures, CanvasMenu menu) {
        this.board = board;
        this.pane = pane;
        this.gestures = gestures;
        pane.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!menu.isShowing()) {
                pane.shortcut(e);
                pressed(e);
            }
        });
        pane.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                gestures.space(false);
            }
        });
    }

    private void pressed(KeyEvent e) {
        boolean done =
                e.isConsumed() || e.isShortcutDown() ? shortcut(e.getCode()) : nudges(e) || !e.isAltDown() && plain(e);
        if (done) {
            e.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case DIGIT0, NUMPAD0 -> pane.fit();
            case PLUS, EQUALS, ADD -> pane.zoom(1.25);
            case MINUS, SUBTRACT -> pane.zoom(0.8);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent e) {
        switch (e.getCode()) {
            case F -> pane.fit();
            case PLUS, EQUALS, ADD -> pane.zoom(1.25);
            case MINUS, SUBTRACT -> pane.zoom(0.8);
            case SPACE -> gestures.space(true);
            case ESCAPE -> escape();
            case DELETE, BACK_SPACE -> CanvasMenu.delete(board);
            case ENTER -> board.focused().get().ifPresent(board.model().intents()::inspect);
            case TAB -> {
                return walk(e.isShiftDown() ? -1 : 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Arrows move what is selected; with Alt they do so even where the window keeps plain arrows for itself. */
    private boolean nudges(KeyEvent e) {
        double step = e.isShiftDown() ? 5 * Arrange.STEP : Arrange.STEP;
        Set<String> selection = board.model().selection().get();
        switch (e.getCode()) {
            case LEFT -> Arrange.nudge(board, selection, -step, 0);
            case RIGHT -> Arrange.nudge(board, selection, step, 0);
            case UP -> Arrange.nudge(board, selection, 0, -step);
            case DOWN -> Arrange.nudge(board, selection, 0, step);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** To the next thing in reading order; past the last one the focus leaves the canvas as it would any control. */
    private boolean walk(int step) {
        Optional<String> next = ReadingOrder.next(board.scene(), board.focused().get(), step);
        board.focused().set(next);
        board.model().selection().set(next.map(Set::of).orElse(Set.of()));
        return next.isPresent();
    }

    private void escape() {
        gestures.cancel();
        board.model().tool().set(Tool.SELECT);
        board.model().selection().set(Set.of());
    }
}
