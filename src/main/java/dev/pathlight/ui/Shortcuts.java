package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.Playback;
import dev.pathlight.view.Tool;
import dev.pathlight.view.Workbench;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Every key of the window. Plain keys stand back where somebody types, or has walked to a control by keyboard. */
final class Shortcuts {
    private final Workbench bench;
    private final Map<KeyCombination, Runnable> combined = new LinkedHashMap<>();
    private final Map<KeyCode, Runnable> plain = new LinkedHashMap<>();

    Shortcuts(Workbench bench, Deeds deeds, Theme theme, SidePane side, CanvasPane canvas) {
        this.bench = bench;
        combine("Shortcut+N", deeds::newDrawing);
        combine("Shortcut+O", deeds::open);
        combine("Shortcut+S", deeds::save);
        combine("Shortcut+Shift+S", deeds::saveAs);
        combine("Shortcut+Z", bench::undo);
        combine("Shortcut+Y", bench::redo);
        combine("Shortcut+Shift+Z", bench::redo);
        combine("F5", () -> {
            if (!bench.welcome().get()) {
                bench.run();
            }
        });
        combine("Shift+F5", bench::stop);
        combine("Shortcut+P", bench::ping);
        combine("Shortcut+L", bench.phrases()::nextLanguage);
        combine("Shortcut+T", theme::toggle);
        combine("Shortcut+0", canvas::fit);
        combine("Shortcut+Plus", () -> canvas.zoom(PalettePane.ZOOM));
        combine("Shortcut+Equals", () -> canvas.zoom(PalettePane.ZOOM));
        combine("Shortcut+Minus", () -> canvas.zoom(1 / PalettePane.ZOOM));
        combine("Shortcut+1", () -> side.turnTo(SidePane.Page.TABLES));
        combine("Shortcut+2", () -> side.turnTo(SidePane.Page.INSPECTOR));
        combine("Shortcut+3", () -> side.turnTo(SidePane.Page.PLAN));
        Playback playback = bench.playback();
        plain.put(KeyCode.SPACE, playback::toggle);
        plain.put(KeyCode.LEFT, playback::back);
        plain.put(KeyCode.RIGHT, playback::forward);
        plain.put(KeyCode.MINUS, () -> playback.changeSpeed(-1));
        plain.put(KeyCode.PLUS, () -> playback.changeSpeed(1));
        plain.put(KeyCode.EQUALS, () -> playback.changeSpeed(1));
        plain.put(KeyCode.R, () -> playback.loop().set(!playback.loop().get()));
        plain.put(
                KeyCode.F,
                () -> bench.journeys().fold().set(!bench.journeys().fold().get()));
        PalettePane.keys().forEach((key, tool) -> plain.put(key, () -> choose(tool)));
        plain.put(KeyCode.ESCAPE, () -> {
            bench.dismissProblem();
            choose(Tool.SELECT);
        });
    }

    private void choose(Tool tool) {
        bench.canvas().tool().set(tool);
    }

    private void combine(String keys, Runnable action) {
        combined.put(KeyCombination.valueOf(keys), action);
    }

    void attach(Scene scene) {
        scene.getAccelerators().putAll(combined);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent e) {
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
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?> box && box.isShowing()
                || moves && node.isFocusVisible() && node instanceof javafx.scene.control.Control;
    }
}
