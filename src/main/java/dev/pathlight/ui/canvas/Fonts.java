package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.Type;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The fonts of the canvas, and how wide text comes out in them. Measuring is dear, so what was measured is kept. For any thread. */
final class Fonts implements TextMeasure {
    private static final int MOST_KEPT = 20_000;

    private record Key(String text, Type type) {}

    private final Map<Type, Font> fonts = new EnumMap<>(Type.class);
    private final Map<Key, Double> widths = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Fonts() {
        for (Type t : Type.values()) {
            String family = t.mono() ? "Monospaced" : "System";
            fonts.put(t, Font.font(family, t.bold() ? FontWeight.BOLD : FontWeight.NORMAL, t.size()));
        }
    }

    Font of(Type type) {
        return fonts.getOrDefault(type, Font.getDefault());
    }

    @Override
    public synchronized double width(String text, Type type) {
        Key key = new Key(text, type);
        Double known = widths.get(key);
        if (known == null) {
            Text probe = new Text(text);
            probe.setFont(of(type));
            known = Math.ceil(probe.getLayoutBounds().getWidth());
            widths.put(key, known);
        }
        return known;
    }
}
