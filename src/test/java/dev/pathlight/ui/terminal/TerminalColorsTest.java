package dev.pathlight.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalColorsTest {
    @Test
    void everyColourReadsOnBothGrounds() {
        reads(TerminalColors.day(), 4.5);
        reads(TerminalColors.night(), 4.5);
        reads(TerminalColors.contrastDay(), 7);
        reads(TerminalColors.contrastNight(), 7);
    }

    private static void reads(TerminalColors colors, double least) {
        for (int text : colors.text()) {
            for (int ground : new int[] {colors.ground(), colors.selected()}) {
                assertThat(contrast(text, ground))
                        .as("%06x on %06x", text, ground)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    /** As WCAG 2 defines it. */
    private static double contrast(int a, int b) {
        double la = luminance(a) + 0.05;
        double lb = luminance(b) + 0.05;
        return Math.max(la, lb) / Math.min(la, lb);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
