package dev.pathlight.ui.canvas;

import dev.pathlight.ui.canvas.CanvasAction.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All that can be done with what is selected: for the menu, for keys, and for whoever lists it. */
final class CanvasActions {
    private final Board board;
    private final List<CanvasAction> all = new ArrayList<>();
    private final Map<KeyCombination, CanvasAction> byKey = new LinkedHashMap<>();

    CanvasActions(Board board, CanvasPane pane) {
        this.board = board;
        new Basics(board, pane).offer(this);
        new Snippets(board).offer(this);
        new Belonging(board, pane).offer(this);
        new NumberDialog(board, pane).offer(this);
        new Selecting(board).offer(this);
        new Aligning(board).offer(this);
        new Marking(board, pane).offer(this);
    }

    void add(String phrase, String keys, Part part, BooleanSupplier possible, Runnable deed) {
        CanvasAction action = new CanvasAction(phrase, keys, part, possible, deed);
        all.add(action);
        if (!keys.isEmpty()) {
            byKey.put(KeyCombination.valueOf(keys), action);
        }
    }

    List<CanvasAction> all() {
        return List.copyOf(all);
    }

    /** Does it if it can be done now; says what to select first if not. */
    void take(CanvasAction action) {
        if (action.isPossible()) {
            board.say("");
            action.deed().run();
        } else {
            board.say(board.words()
                    .say(
                            "needs",
                            board.words().say(action.phrase()),
                            board.words().say(action.part().needs())));
        }
    }

    /** The same by its phrase. */
    void take(String phrase) {
        all.stream().filter(a -> a.phrase().equals(phrase)).forEach(this::take);
    }

    /** Whether the keys are those of an action, which is taken then. */
    boolean press(KeyEvent e) {
        for (var entry : byKey.entrySet()) {
            if (entry.getKey().match(e)) {
                take(entry.getValue());
                return true;
            }
        }
        return false;
    }

    /** As they stand in the menu: those without a section, then a submenu for each section that has anything to offer. */
    List<MenuItem> items() {
        Map<String, Menu> sections = new LinkedHashMap<>();
        List<MenuItem> items = new ArrayList<>();
        for (CanvasAction a : all) {
            if (!a.isPossible()) {
                continue;
            }
            MenuItem item = new MenuItem(board.words().say(a.phrase()));
            if (!a.keys().isEmpty()) {
                item.setAccelerator(KeyCombination.valueOf(a.keys()));
            }
            item.setOnAction(e -> take(a));
            if (a.part().menu().isEmpty()) {
                items.add(item);
            } else {
                sections.computeIfAbsent(
                                a.part().menu(), s -> new Menu(board.words().say(s)))
                        .getItems()
                        .add(item);
            }
        }
        items.addAll(sections.values());
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        return items;
    }
}
