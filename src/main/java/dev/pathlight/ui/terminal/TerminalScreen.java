package dev.pathlight.ui.terminal;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import dev.pathlight.view.Terminal;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Shows what a shell writes and types what is typed. */
public final class TerminalScreen {
    private final Widget widget;
    private final Subscription watching;

    /** @param size of its type, px; {@code words} says a phrase */
    public TerminalScreen(
            Terminal terminal,
            ObservableValue<TerminalColors> colors,
            ObservableValue<Double> size,
            UnaryOperator<String> words) {
        widget = new Widget(new TerminalLook(colors::getValue, size::getValue, words));
        watching = size.subscribe(() -> widget.panel().dress())
                .and(colors.subscribe(() -> widget.panel().repaint()));
        widget.setTtyConnector(new ShellConnector(terminal));
        widget.start();
        Node keys = widget.getTerminalPanel().getCanvas();
        keys.setAccessibleRole(AccessibleRole.TEXT_AREA);
        keys.setAccessibleText(terminal.title());
    }

    public Node node() {
        return widget.getPane();
    }

    /** Takes the keys, now or as soon as it shows. */
    public void focus() {
        Node keys = widget.getTerminalPanel().getCanvas();
        if (keys.getScene() != null) {
            keys.requestFocus();
            return;
        }
        keys.sceneProperty().when(keys.sceneProperty().isNull()).subscribe(s -> {
            if (s != null) {
                keys.requestFocus();
            }
        });
    }

    /** What it shows now, without what was scrolled away. */
    public String text() {
        return widget.getTerminalTextBuffer().getScreenLines();
    }

    /** How many letters go on a line. */
    public int columns() {
        return widget.getTerminalTextBuffer().getWidth();
    }

    /** Lets go of what it holds; the shell is ended elsewhere. */
    public void close() {
        watching.unsubscribe();
        widget.close();
    }

    private static final class Widget extends JediTermFxWidget {
        Widget(SettingsProvider look) {
            super(look);
        }

        @Override
        protected TerminalPanel createTerminalPanel(
                SettingsProvider look, StyleState style, TerminalTextBuffer buffer) {
            return new Panel(look, buffer, style);
        }

        Panel panel() {
            return (Panel) getTerminalPanel();
        }
    }

    private static final class Panel extends TerminalPanel {
        Panel(SettingsProvider look, TerminalTextBuffer buffer, StyleState style) {
            super(look, buffer, style);
        }

        /** Its type has another size. */
        void dress() {
            reinitFontAndResize();
        }
    }
}
