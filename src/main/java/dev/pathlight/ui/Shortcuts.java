package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.Chalk;
import dev.pathlight.view.ExportForm;
import dev.pathlight.view.Playback;
import dev.pathlight.view.Presenter;
import dev.pathlight.view.Settings.Colours;
import dev.pathlight.view.Tool;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/** Every key of the window. Plain keys stand back where somebody types, or has walked to a control by keyboard. */
final class Shortcuts {
    private final Workbench bench;
    private final CanvasPane canvas;
    private final Map<KeyCombination, Runnable> combined = new LinkedHashMap<>();
    private final Map<KeyCode, Runnable> plain = new LinkedHashMap<>();
    private final List<KeysPane.Group> groups = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final KeysPane help;
    private List<KeysPane.Line> lines = new ArrayList<>();
    private List<Act> pending = new ArrayList<>();

    Shortcuts(
            Workbench bench,
            Deeds deeds,
            Theme theme,
            SidePane side,
            CanvasPane canvas,
            Finders finders,
            Presenter presenter) {
        this.bench = bench;
        this.canvas = canvas;
        file(deeds);
        packets(bench.playback());
        tools();
        running(deeds);
        onTheDrawing();
        look(theme, side, canvas);
        combine("Shortcut+F", "action.search", finders::search);
        combine("Shortcut+K", "action.commands", finders::commands);
        also("Shortcut+Shift+P", finders::commands);
        combine("F1", "action.keys", () -> help().toggle());
        group("keys.view");
        talking(presenter);
        help = new KeysPane(groups, bench.phrases());
        finders.offer(acts);
    }

    private void file(Deeds deeds) {
        combine("Shortcut+N", "action.new", deeds::newDrawing);
        combine("Shortcut+O", "action.open", deeds::open);
        combine("Shortcut+I", "action.import", deeds::beginImport);
        combine("Shortcut+S", "action.save", deeds::save);
        combine("Shortcut+Shift+S", "action.saveas", deeds::saveAs);
        combine("Shortcut+Alt+O", "action.recent", deeds::recall);
        combine("Shortcut+E", "action.export", deeds.exporting()::offer);
        for (ExportForm form : ExportForm.values()) {
            named(form.phrase(), () -> deeds.exporting().export(form));
        }
        combine("Shortcut+Alt+C", "action.copypicture", deeds.exporting()::copy);
        combine("Shortcut+Alt+P", "action.print", deeds.exporting()::print);
        combine("Shortcut+G", "action.home", deeds::home);
        combine("Shortcut+Z", "action.undo", bench::undo);
        combine("Shortcut+Y", "action.redo", bench::redo);
        also("Shortcut+Shift+Z", bench::redo);
        group("keys.file");
    }

    private void packets(Playback playback) {
        plain(KeyCode.SPACE, "Space", "action.play", playback::toggle);
        plain(KeyCode.LEFT, "←", "action.back", playback::back);
        plain(KeyCode.RIGHT, "→", "action.forward", playback::forward);
        plain(KeyCode.MINUS, "-", "action.slower", () -> playback.changeSpeed(-1));
        plain(KeyCode.PLUS, "+", "action.faster", () -> playback.changeSpeed(1));
        plain.put(KeyCode.EQUALS, () -> playback.changeSpeed(1));
        plain(
                KeyCode.R,
                "R",
                "action.loop",
                () -> playback.loop().set(!playback.loop().get()));
        plain(
                KeyCode.F,
                "F",
                "keys.fold",
                () -> bench.journeys().fold().set(!bench.journeys().fold().get()));
        group("journeys.title");
    }

    private void tools() {
        for (Tool tool : Tool.values()) {
            ToolFace.key(tool)
                    .ifPresent(key ->
                            plain(key, key.getName(), ToolFace.phrase(tool).orElseThrow(), () -> choose(tool)));
        }
        plain(
                ToolFace.LINKS,
                ToolFace.LINKS.getName(),
                "tool.links",
                () -> choose(Tool.Family.LINK.after(bench.canvas().tool().get())));
        lines.add(new KeysPane.Line("Enter", "keys.place"));
        lines.add(new KeysPane.Line("Shift", "keys.shift"));
        plain(KeyCode.ESCAPE, "Esc", "keys.escape", () -> {
            bench.dismissProblem();
            choose(Tool.SELECT);
        });
        group("keys.tools");
    }

    private void running(Deeds deeds) {
        combine("F5", "action.run", () -> {
            if (!bench.welcome().get()) {
                bench.run();
            }
        });
        combine("Shift+F5", "action.stop", bench::stop);
        combine("Shortcut+F5", "action.live", deeds::live);
        combine("Shortcut+P", "action.ping", bench::ping);
        combine(
                TerminalDock.OPEN,
                "terminal.open",
                () -> bench.canvas().selection().get().forEach(bench::enter));
        combine(TerminalDock.SHOW, "terminal.hide", bench.byHand().terminals()::toggle);
        combine(TerminalDock.CLOSE, "terminal.close", bench.byHand().terminals()::closeChosen);
        line(
                "Ctrl+=",
                "terminal.larger",
                false,
                () -> bench.byHand().terminals().resize(1));
        line(
                "Ctrl+-",
                "terminal.smaller",
                false,
                () -> bench.byHand().terminals().resize(-1));
        combine("F2", "lesson.start", deeds::lesson);
        combine("Shift+F2", "write.edit", deeds::writeLesson);
        named("write.new", deeds::newLesson);
        plain(KeyCode.PAGE_DOWN, "PgDn", "lesson.next", bench.lessons()::next);
        plain(KeyCode.PAGE_UP, "PgUp", "lesson.back", bench.lessons()::back);
        combine("Shortcut+B", "action.surprise", bench.runModel().breaking()::surprise);
        combine(DriftBar.GO, "drift.go", () -> DriftBar.go(canvas.getScene()));
        combine(DriftBar.TAKE_ALL, "drift.takeall.long", bench.byHand().drift()::takeAllIn);
        combine(DriftBar.BACK_ALL, "drift.backall.long", bench.byHand().drift()::putAllBack);
        combine("Shortcut+M", "action.mendall", bench.runModel().breaking()::mendAll);
        group("keys.run");
    }

    private void onTheDrawing() {
        lines.add(new KeysPane.Line("Tab", "keys.tab"));
        lines.add(new KeysPane.Line("Ctrl+Space", "keys.keep"));
        lines.add(new KeysPane.Line("Alt+←→↑↓", "keys.nudge"));
        lines.addAll(CanvasKeys.lines(canvas.actions()));
        group("keys.drawing");
    }

    private void look(Theme theme, SidePane side, CanvasPane canvas) {
        combine("Shortcut+Shift+A", "action.arrange", canvas::arrange);
        combine("Shortcut+0", "action.fit", canvas::fit);
        combine("Shortcut+Shift+0", "action.fitselection", canvas::fitSelection);
        combine("Shortcut+Shift+O", "action.minimap", canvas::toggleMap);
        combine("Shortcut+Plus", "action.zoomin", () -> canvas.zoom(PalettePane.ZOOM));
        also("Shortcut+Equals", () -> canvas.zoom(PalettePane.ZOOM));
        combine("Shortcut+Minus", "action.zoomout", () -> canvas.zoom(1 / PalettePane.ZOOM));
        combine("Shortcut+4", "action.todrawing", canvas::requestFocus);
        combine("Shortcut+1", "page.tables", () -> side.enter(SidePane.Page.TABLES));
        combine("Shortcut+2", "page.inspector", () -> side.enter(SidePane.Page.INSPECTOR));
        combine("Shortcut+3", "page.plan", () -> side.enter(SidePane.Page.PLAN));
        combine("Shortcut+5", "page.json", () -> side.enter(SidePane.Page.JSON));
        combine("Shortcut+L", "keys.language", bench.phrases()::nextLanguage);
        combine("Shortcut+T", "action.theme", theme::toggle);
        combine("Shortcut+Shift+T", "action.contrast", theme::toggleContrast);
        for (Colours c : Colours.values()) {
            named(AppearanceMenu.phrase(c), () -> theme.settings().colours().set(c));
        }
        named("appearance.still", theme::toggleMotion);
    }

    /** What clickers send is heard by the presenter itself, before the keys of the window. */
    private void talking(Presenter presenter) {
        combine("F6", "chalk.pen", () -> presenter.take(Chalk.Held.PEN));
        combine("F7", "chalk.spot", () -> presenter.take(Chalk.Held.SPOT));
        combine("F8", "chalk.wipe", presenter.chalk()::wipe);
        combine("F9", "float.toggle", presenter::toggleFloating);
        combine("F11", "present.toggle", presenter::toggle);
        lines.add(new KeysPane.Line("PgDn", "present.forward"));
        lines.add(new KeysPane.Line("PgUp", "present.back"));
        lines.add(new KeysPane.Line("B  .", "present.blank"));
        lines.add(new KeysPane.Line("F5", "present.begin"));
        lines.add(new KeysPane.Line("Esc", "present.leave"));
        group("keys.talking");
    }

    private void choose(Tool tool) {
        bench.canvas().tool().set(tool);
    }

    private void combine(String keys, String phrase, Runnable action) {
        also(keys, action);
        line(KeyCombination.valueOf(keys).getDisplayText(), phrase, true, action);
    }

    /** Something without a key, to be found by its name. */
    private void named(String phrase, Runnable action) {
        pending.add(new Act("", phrase, "", false, action));
    }

    private void line(String keys, String phrase, boolean anywhere, Runnable action) {
        lines.add(new KeysPane.Line(keys, phrase));
        pending.add(new Act("", phrase, keys, anywhere, action));
    }

    private void also(String keys, Runnable action) {
        combined.put(KeyCombination.valueOf(keys), action);
    }

    private void plain(KeyCode code, String key, String phrase, Runnable action) {
        plain.put(code, action);
        line(key, phrase, false, action);
    }

    /** Ends a group of the overview. */
    private void group(String title) {
        groups.add(new KeysPane.Group(title, List.copyOf(lines)));
        pending.forEach(a -> acts.add(new Act(title, a.phrase(), a.keys(), a.anywhere(), a.deed())));
        lines = new ArrayList<>();
        pending = new ArrayList<>();
    }

    /** All keys at a glance, to be laid over the window. */
    KeysPane help() {
        return help;
    }

    void attach(Scene scene) {
        scene.getAccelerators().putAll(combined);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!bench.welcome().get() && !bench.imports().open().get() && !belongsToControl(e)) {
                canvas.shortcut(e);
            }
        });
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && help.hide()) {
            e.consume();
            return;
        }
        if (bench.imports().open().get()) {
            return;
        }
        Runnable action = plain.get(e.getCode());
        boolean modified = e.isControlDown() || e.isAltDown() || e.isMetaDown();
        if (action == null || modified || bench.welcome().get() || belongsToControl(e)) {
            return;
        }
        action.run();
        // Esc also ends what the canvas has under way.
        if (e.getCode() != KeyCode.ESCAPE) {
            e.consume();
        }
    }

    private static boolean belongsToControl(KeyEvent e) {
        if (!(e.getTarget() instanceof Node node)) {
            return false;
        }
        boolean moves = e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT;
        return TerminalDock.holds(node)
                || node instanceof TextInputControl
                || node instanceof GenericStyledArea
                || node instanceof ComboBoxBase<?> box && box.isShowing()
                || moves && node.isFocusVisible() && node instanceof Control;
    }
}
