package dev.pathlight.ui.picture;

import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.Type;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The fonts of pictures, where there is no window: the Java runtime's own, which have letters of every script there is here. */
final class Letters implements TextMeasure {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private record Key(String text, Type type) {}

    private final Map<Type, Font> fonts = new EnumMap<>(Type.class);
    private final Map<Key, Double> widths = new HashMap<>();

    Letters() {
        for (Type t : Type.values()) {
            Font font = new Font(t.mono() ? Font.MONOSPACED : Font.SANS_SERIF, t.bold() ? Font.BOLD : Font.PLAIN, 1);
            fonts.put(t, font.deriveFont((float) t.size()));
        }
    }

    Font of(Type type) {
        return fonts.getOrDefault(type, new Font(Font.SANS_SERIF, Font.PLAIN, (int) type.size()));
    }

    @Override
    public double width(String text, Type type) {
        return widths.computeIfAbsent(new Key(text, type), k -> Math.ceil(exact(text, type)));
    }

    double exact(String text, Type type) {
        return text.isEmpty() ? 0 : of(type).getStringBounds(text, SMOOTH).getWidth();
    }

    /** From the middle of a line down to its baseline. */
    double toBaseline(Type type) {
        LineMetrics m = of(type).getLineMetrics("Xg", SMOOTH);
        return (m.getAscent() - m.getDescent()) / 2;
    }

    static FontRenderContext smooth() {
        return SMOOTH;
    }
}
