package dev.pathlight.ui.terminal;

import java.util.List;

/**
 * A terminal's colours, as 0xRRGGBB. Each of the text's reads on both grounds: at 4.5 : 1 by day and by night, at 7 : 1 in high
 * contrast (WCAG 2).
 *
 * @param ground what is written on
 * @param selected what selected text stands on
 * @param text black, red, green, yellow, blue, magenta, cyan, white as programs name them; bright ones are the same, and stand out by
 *     their weight
 */
public record TerminalColors(int ground, int selected, List<Integer> text) {
    private static final int NAMED = 8;

    public TerminalColors {
        text = List.copyOf(text);
        if (text.size() != NAMED) {
            throw new IllegalArgumentException("Programs name " + NAMED + " colours, not " + text.size());
        }
    }

    public static TerminalColors day() {
        return new TerminalColors(
                0xffffff,
                0xe8f1ff,
                List.of(0x46556e, 0xb4232b, 0x147a3b, 0x8a5a00, 0x1463d8, 0x8b2fb3, 0x0b6f86, 0x0f1b33));
    }

    public static TerminalColors night() {
        return new TerminalColors(
                0x0d1320,
                0x1a3562,
                List.of(0xb4c1d6, 0xff8a8a, 0x4fd584, 0xf0c04a, 0x74aeff, 0xe0a3ff, 0x5fd7e8, 0xf3f6fc));
    }

    public static TerminalColors contrastDay() {
        return new TerminalColors(
                0xffffff,
                0xe6eeff,
                List.of(0x374151, 0x8f0b18, 0x0a5a28, 0x6b4400, 0x0039a6, 0x56249c, 0x064b5c, 0x000000));
    }

    public static TerminalColors contrastNight() {
        return new TerminalColors(
                0x000000,
                0x002a38,
                List.of(0xd0d0d0, 0xff9c9c, 0x4dff88, 0xffd34d, 0x8fc7ff, 0xe8b8ff, 0x66f0ff, 0xffffff));
    }

    /** @param index of the 16 that programs may name */
    int text(int index) {
        return text.get(index % NAMED);
    }
}
