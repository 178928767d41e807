package dev.pathlight.ui.terminal;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.ColorPalette;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Font;

/** How terminals look in each dress of the window, and what their menu says. Asked for anew whenever something is painted. */
final class TerminalLook extends DefaultSettingsProvider {
    /**
     * Places in the palette, whose colours change with the dress: text, and as grounds the terminal's own and what is selected.
     * The library takes colours that are computed for one and the same.
     */
    private static final int TEXT = 7;

    private static final int GROUND = 0;
    private static final int SELECTED = 8;

    private final Supplier<TerminalColors> colors;
    private final DoubleSupplier size;
    private final UnaryOperator<String> words;

    /** @param size of its type, px; {@code words} says a phrase */
    TerminalLook(Supplier<TerminalColors> colors, DoubleSupplier size, UnaryOperator<String> words) {
        this.colors = colors;
        this.size = size;
        this.words = words;
    }

    @Override
    public Font getTerminalFont() {
        return Font.font("Monospaced", size.getAsDouble());
    }

    @Override
    public float getTerminalFontSize() {
        return (float) size.getAsDouble();
    }

    /** What the library still asks for, though it tells others to ask for the two below. */
    @Override
    @SuppressWarnings("deprecation")
    public TextStyle getDefaultStyle() {
        return new TextStyle(getDefaultForeground(), getDefaultBackground());
    }

    @Override
    public TerminalColor getDefaultForeground() {
        return TerminalColor.index(TEXT);
    }

    @Override
    public TerminalColor getDefaultBackground() {
        return TerminalColor.index(GROUND);
    }

    @Override
    public TextStyle getSelectionColor() {
        return new TextStyle(TerminalColor.index(TEXT), TerminalColor.index(SELECTED));
    }

    @Override
    public boolean useInverseSelectionColor() {
        return false;
    }

    @Override
    public boolean audibleBell() {
        return false;
    }

    @Override
    public ColorPalette getTerminalColorPalette() {
        return new ColorPalette() {
            @Override
            protected Color getForegroundByColorIndex(int index) {
                return new Color(colors.get().text(index));
            }

            @Override
            protected Color getBackgroundByColorIndex(int index) {
                return switch (index) {
                    case GROUND -> new Color(colors.get().ground());
                    case SELECTED -> new Color(colors.get().selected());
                    default -> getForegroundByColorIndex(index);
                };
            }
        };
    }

    @Override
    public TerminalActionPresentation getOpenUrlActionPresentation() {
        return action("terminal.url");
    }

    @Override
    public TerminalActionPresentation getCopyActionPresentation() {
        return action("terminal.copy", "Ctrl+Shift+C");
    }

    @Override
    public TerminalActionPresentation getPasteActionPresentation() {
        return action("terminal.paste", "Ctrl+Shift+V", "Shift+Insert");
    }

    @Override
    public TerminalActionPresentation getClearBufferActionPresentation() {
        return action("terminal.clear", "Ctrl+Shift+K");
    }

    @Override
    public TerminalActionPresentation getPageUpActionPresentation() {
        return action("terminal.pageup", "Shift+Page_Up");
    }

    @Override
    public TerminalActionPresentation getPageDownActionPresentation() {
        return action("terminal.pagedown", "Shift+Page_Down");
    }

    @Override
    public TerminalActionPresentation getLineUpActionPresentation() {
        return action("terminal.lineup", "Ctrl+Up");
    }

    @Override
    public TerminalActionPresentation getLineDownActionPresentation() {
        return action("terminal.linedown", "Ctrl+Down");
    }

    @Override
    public TerminalActionPresentation getFindActionPresentation() {
        return action("terminal.find", "Ctrl+Shift+F");
    }

    @Override
    public TerminalActionPresentation getSelectAllActionPresentation() {
        return action("terminal.all", "Ctrl+Shift+A");
    }

    private TerminalActionPresentation action(String phrase, String... keys) {
        return new TerminalActionPresentation(
                words.apply(phrase),
                List.of(keys).stream().map(KeyCombination::valueOf).toList());
    }
}
