package dev.pathlight.ui;

import dev.pathlight.ui.terminal.TerminalColors;
import dev.pathlight.ui.terminal.TerminalScreen;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Terminal;
import dev.pathlight.view.TerminalsModel;
import dev.pathlight.view.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The terminals, below the rest of the work; a hand moves the border between them. */
final class TerminalDock extends SplitPane {
    static final String OPEN = "F4";
    static final String SHOW = "Shift+F4";
    static final String CLOSE = "Ctrl+Shift+W";
    private static final double TYPE = 16;
    /** With Ctrl; by how many steps its type grows. */
    private static final Map<KeyCode, Integer> RESIZING = Map.of(
            KeyCode.EQUALS,
            1,
            KeyCode.PLUS,
            1,
            KeyCode.ADD,
            1,
            KeyCode.MINUS,
            -1,
            KeyCode.SUBTRACT,
            -1,
            KeyCode.DIGIT0,
            0);

    /** The part of the height that is left to the work at first. */
    private static final double WORK = 0.64;

    private final TerminalsModel model;
    private final Phrases phrases;
    private final ObservableValue<TerminalColors> colors;
    private final ObservableValue<Double> type;
    private final Node work;
    private final Runnable left;
    private final TabPane tabs = new TabPane();
    private final StackPane dock;
    private final Map<Terminal, TerminalScreen> screens = new HashMap<>();
    private final Map<Terminal, Tab> tab = new HashMap<>();
    private double border = WORK;

    /** @param left takes the keys when the terminals are hidden */
    TerminalDock(Workbench bench, Theme theme, Region work, Runnable left) {
        model = bench.byHand().terminals();
        phrases = bench.phrases();
        colors = theme.terminal();
        type = theme.scale().flatMap(s -> model.zoom().map(z -> s.doubleValue() * z.doubleValue() * TYPE));
        this.work = work;
        this.left = left;
        tabs.accessibleTextProperty().bind(phrases.text("terminal.name"));
        Button hide = new Parts(phrases).iconButton("chevron-down", "terminal.hide", SHOW, model::toggle);
        hide.setId("terminal-hide");
        StackPane.setAlignment(hide, Pos.TOP_RIGHT);
        dock = new Keyed(tabs, hide);
        dock.setId("terminals");
        dock.getStyleClass().add("terminals");
        dock.setMinHeight(90);
        work.setMinHeight(0);
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("main-split");
        getItems().add(work);
        SplitPane.setResizableWithParent(dock, false);
        dock.addEventFilter(KeyEvent.KEY_PRESSED, this::ours);
        // What the shell has no use for is nobody else's either.
        dock.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        model.open().addListener((ListChangeListener<Terminal>) c -> follow());
        model.chosen().subscribe(c -> c.ifPresent(this::choose));
        model.shown().subscribe(this::show);
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    }

    /** Keys pressed in here are the shell's. */
    private static final class Keyed extends StackPane {
        Keyed(Node... children) {
            super(children);
        }
    }

    /** Whether keys pressed at {@code node} belong to a terminal. */
    static boolean holds(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof Keyed) {
                return true;
            }
        }
        return false;
    }

    /** What is written in the one in front. */
    String text() {
        return model.chosen().get().map(t -> screen(t).text()).orElse("");
    }

    /** How many letters go on a line of the one in front. */
    int columns() {
        return model.chosen().get().map(t -> screen(t).columns()).orElse(0);
    }

    private TerminalScreen screen(Terminal terminal) {
        return screens.computeIfAbsent(terminal, t -> new TerminalScreen(t, colors, type, phrases::say));
    }

    private void show(boolean shown) {
        if (shown) {
            getItems().setAll(work, dock);
            setDividerPositions(border);
            model.chosen().get().ifPresent(t -> screen(t).focus());
        } else if (getItems().size() > 1) {
            border = getDividerPositions()[0];
            getItems().setAll(work);
            left.run();
        }
    }

    private void follow() {
        List<Terminal> open = model.open();
        List.copyOf(tab.keySet()).stream().filter(t -> !open.contains(t)).forEach(t -> {
            tabs.getTabs().remove(tab.remove(t));
            Optional.ofNullable(screens.remove(t)).ifPresent(TerminalScreen::close);
        });
        open.stream().filter(t -> !tab.containsKey(t)).forEach(t -> {
            Tab made = tab(t);
            tab.put(t, made);
            tabs.getTabs().add(made);
        });
    }

    private Tab tab(Terminal terminal) {
        Tab t = new Tab();
        t.setId("terminal-" + terminal.title());
        t.setContent(screen(terminal).node());
        t.textProperty().bind(Bindings.createStringBinding(() -> title(terminal), terminal.ended(), phrases.locale()));
        terminal.ended().subscribe(e -> {
            if (e.isPresent() && !t.getStyleClass().contains("ended")) {
                t.getStyleClass().add("ended");
            }
        });
        t.setOnCloseRequest(e -> {
            e.consume();
            model.close(terminal);
        });
        return t;
    }

    private String title(Terminal terminal) {
        return terminal.ended()
                .get()
                .map(code -> code == 0
                        ? phrases.say("terminal.ended", terminal.title())
                        : phrases.say("terminal.ended.code", terminal.title(), code))
                .orElse(terminal.title());
    }

    private void choose(Terminal terminal) {
        Optional.ofNullable(tab.get(terminal)).ifPresent(tabs.getSelectionModel()::select);
        screen(terminal).focus();
    }

    private void chosen(Tab selected) {
        tab.forEach((terminal, t) -> {
            if (t.equals(selected)) {
                model.chosen().set(Optional.of(terminal));
            }
        });
    }

    /** The keys that are not the shell's. */
    private void ours(KeyEvent e) {
        if (KeyCombination.valueOf(CLOSE).match(e)) {
            model.closeChosen();
        } else if (e.isControlDown() && RESIZING.containsKey(e.getCode())) {
            model.resize(RESIZING.get(e.getCode()));
        } else if (e.isControlDown() && e.getCode() == KeyCode.PAGE_DOWN) {
            tabs.getSelectionModel().selectNext();
        } else if (e.isControlDown() && e.getCode() == KeyCode.PAGE_UP) {
            tabs.getSelectionModel().selectPrevious();
        } else if (KeyCombination.valueOf(SHOW).match(e)) {
            model.toggle();
        } else if (e.getCode() == DriftBar.KEY) {
            // What is typed here is taken in and put back from here.
            getScene().getAccelerators().entrySet().stream()
                    .filter(a -> a.getKey().match(e))
                    .map(Map.Entry::getValue)
                    .toList()
                    .forEach(Runnable::run);
        } else if (KeyCombination.valueOf(OPEN).match(e)) {
            model.chosen().get().map(Terminal::path).ifPresent(model::open);
        } else {
            return;
        }
        e.consume();
    }
}
