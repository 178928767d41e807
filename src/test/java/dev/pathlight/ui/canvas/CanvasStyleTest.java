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
    private static final double MARK = 3;

    @Test
    void everyTextCanBeReadOnWhatItIsWrittenOn() {
        List<String> wrong = new ArrayList<>();
        styles().forEach((name, s) -> {
            for (Color on : surfaces(s)) {
                check(wrong, name + " text", s.text(), on, TEXT);
                check(wrong, name + " soft text", s.softText(), on, TEXT);
            }
            s.chips().forEach((protocol, c) -> check(wrong, name + " chip " + protocol, s.onChip(), c, TEXT));
            check(wrong, name + " hint", s.surfaces().box(), s.accent(), TEXT);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyMarkAndLineStandsOut() {
        List<String> wrong = new ArrayList<>();
        styles().forEach((name, s) -> {
            for (Health h : Health.values()) {
                check(wrong, name + " " + h, s.of(h), s.surfaces().node(), MARK);
                check(wrong, name + " " + h, s.of(h), s.surfaces().box(), MARK);
            }
            for (Color c : List.of(s.accent(), s.lit(), s.wire())) {
                check(wrong, name + " " + c, c, s.surfaces().background(), MARK);
                check(wrong, name + " " + c, c, s.surfaces().node(), MARK);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Map<String, CanvasStyle> styles() {
        return Map.of("light", CanvasStyle.light(), "dark", CanvasStyle.dark(), "contrast", CanvasStyle.contrastDark());
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
