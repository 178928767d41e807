package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.terminal.TerminalColors;

/** One of the window's dresses: by day or by night, each also of high contrast. */
enum Dress {
    LIGHT,
    DARK,
    CONTRAST_LIGHT,
    CONTRAST_DARK;

    static Dress of(boolean dark, boolean contrast) {
        return contrast ? (dark ? CONTRAST_DARK : CONTRAST_LIGHT) : dark ? DARK : LIGHT;
    }

    boolean dark() {
        return this == DARK || this == CONTRAST_DARK;
    }

    boolean contrast() {
        return this == CONTRAST_LIGHT || this == CONTRAST_DARK;
    }

    /** The sheet that names its colours. */
    String sheet() {
        return switch (this) {
            case LIGHT -> "light.css";
            case DARK -> "dark.css";
            case CONTRAST_LIGHT -> "contrast-light.css";
            case CONTRAST_DARK -> "contrast-dark.css";
        };
    }

    CanvasStyle canvas() {
        return switch (this) {
            case LIGHT -> CanvasStyle.light();
            case DARK -> CanvasStyle.dark();
            case CONTRAST_LIGHT -> CanvasStyle.contrastLight();
            case CONTRAST_DARK -> CanvasStyle.contrastDark();
        };
    }

    TerminalColors terminal() {
        return switch (this) {
            case LIGHT -> TerminalColors.day();
            case DARK -> TerminalColors.night();
            case CONTRAST_LIGHT -> TerminalColors.contrastDay();
            case CONTRAST_DARK -> TerminalColors.contrastNight();
        };
    }
}
