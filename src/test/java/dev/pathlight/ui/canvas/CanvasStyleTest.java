package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.view.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class CanvasStyleTest {
    private static final double TEXT = 4.5;
    /** In high contrast. */
    private static final double HIGH = 7;

    private static final double MARK = 3;
    private static final double HIGH_MARK = 4.5;

    @Test
    void everyTextCanBeReadOnWhatItIsWrittenOn() {
        List<String> wrong = new ArrayList<>();
        styles().forEach((name, s) -> {
            double least = name.startsWith("contrast") ? HIGH : TEXT;
            for (Color on : surfaces(s)) {
                check(wrong, name + " text", s.text(), on, least);
                check(wrong, name + " soft text", s.softText(), on, least);
            }
            s.chips().forEach((protocol, c) -> check(wrong, name + " chip " + protocol, s.onChip(), c, least));
            check(wrong, name + " hint", s.surfaces().box(), s.accent(), least);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMarkAndLineStandsOut() {
        List<String> wrong = new ArrayList<>();
        styles().forEach((name, s) -> {
            double least = name.startsWith("contrast") ? HIGH_MARK : MARK;
            for (Health h : Health.values()) {
                check(wrong, name + " " + h, s.of(h), s.surfaces().node(), least);
                check(wrong, name + " " + h, s.of(h), s.surfaces().box(), least);
            }
            for (Color c : List.of(s.accent(), s.lit(), s.wire())) {
                check(wrong, name + " " + c, c, s.surfaces().background(), least);
                check(wrong, name + " " + c, c, s.surfaces().node(), least);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Map<String, CanvasStyle> styles() {
        return Map.of(
                "light",
                CanvasStyle.light(),
                "dark",
                CanvasStyle.dark(),
                "print",
                CanvasStyle.print(),
                "contrast, black on white",
                CanvasStyle.contrastLight(),
                "contrast, white on black",
                CanvasStyle.contrastDark());
    }

    private static List<Color> surfaces(CanvasStyle s) {
        CanvasStyle.Surfaces f = s.surfaces();
        return List.of(f.background(), f.node(), f.box(), f.bar(), f.lan(), f.note());
    }

    private static void check(List<String> wrong, String what, Color a, Color b, double least) {
        double la = luminance(a);
        double lb = luminance(b);
        double ratio = (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
        if (ratio < least) {
            wrong.add(what + ": " + a + " on " + b + " is only " + ratio + " : 1");
        }
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
