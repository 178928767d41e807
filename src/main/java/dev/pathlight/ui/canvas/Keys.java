package dev.pathlight.ui.canvas;

import dev.pathlight.view.Tool;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while the canvas has the focus. */
final class Keys {
    private final Board board;
    private final CanvasPane pane;
    private final Gestures gestures;
    private final CanvasActions actions;
    private final ByKey hands;

    Keys(Board board, CanvasPane pane, Gestures gestures, CanvasMenu menu, CanvasActions actions) {
        this.board = board;
        this.actions = actions;
        this.hands = new ByKey(board, pane);
        this.pane = pane;
        this.gestures = gestures;
        pane.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            // A note being written has keys of its own.
            if (!menu.isShowing() && e.getTarget() == pane) {
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
        if (e.getCode().isModifierKey()) {
            return;
        }
        board.say("");
        boolean combined = e.isShortcutDown() || e.isAltDown();
        boolean done = e.getCode() == KeyCode.ENTER && !combined && hands.enter(e.isShiftDown())
                || actions.press(e)
                || (e.isShortcutDown() ? shortcut(e.getCode()) : nudges(e) || !e.isAltDown() && plain(e));
        if (done) {
            e.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case DIGIT0, NUMPAD0 -> pane.fit();
            case PLUS, EQUALS, ADD -> pane.zoom(1.25);
            case MINUS, SUBTRACT -> pane.zoom(0.8);
            case SPACE -> hands.keep();
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
            case BACK_SPACE -> CanvasMenu.delete(board);
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
        Set<String> chosen = new TreeSet<>(hands.kept());
        next.ifPresent(chosen::add);
        board.focused().set(next);
        board.model().selection().set(chosen);
        hands.reached(next);
        return next.isPresent();
    }

    private void escape() {
        gestures.cancel();
        board.model().tool().set(Tool.SELECT);
        board.model().selection().set(Set.of());
    }
}
