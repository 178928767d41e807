package dev.pathlight.ui.canvas;

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
        new Snippets(board).offer(this);
        new NumberDialog(board, pane).offer(this);
        new Selecting(board).offer(this);
        new Aligning(board).offer(this);
        new Marking(board, pane).offer(this);
    }

    void add(String phrase, String keys, String section, BooleanSupplier possible, Runnable deed) {
        CanvasAction action = new CanvasAction(phrase, keys, section, possible, deed);
        all.add(action);
        if (!keys.isEmpty()) {
            byKey.put(KeyCombination.valueOf(keys), action);
        }
    }

    List<CanvasAction> all() {
        return List.copyOf(all);
    }

    /** Whether the keys are those of an action; it is done if it can be. */
    boolean press(KeyEvent e) {
        for (var entry : byKey.entrySet()) {
            if (entry.getKey().match(e)) {
                CanvasAction action = entry.getValue();
                if (action.possible().getAsBoolean()) {
                    action.deed().run();
                }
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
            if (!a.possible().getAsBoolean()) {
                continue;
            }
            MenuItem item = new MenuItem(board.words().say(a.phrase()));
            if (!a.keys().isEmpty()) {
                item.setAccelerator(KeyCombination.valueOf(a.keys()));
            }
            item.setOnAction(e -> a.deed().run());
            if (a.section().isEmpty()) {
                items.add(item);
            } else {
                sections.computeIfAbsent(
                                a.section(), s -> new Menu(board.words().say(s)))
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
