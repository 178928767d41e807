package dev.pathlight.view.scene;

/** The typographic roles on the drawing: the hierarchy by which it reads from the last row. */
public enum Type {
    NODE(22, true, false),
    SPACE(34, true, false),
    BRIDGE(28, true, false),
    DETAIL(17, false, false),
    INTERFACE(21, true, false),
    ADDRESS(20, false, true),
    NUMBER(18, true, false),
    NOTE(18, false, false),
    TEXT(28, false, false),
    CHIP(18, true, false);

    private final double size;
    private final boolean bold;
    private final boolean mono;

    Type(double size, boolean bold, boolean mono) {
        this.size = size;
        this.bold = bold;
        this.mono = mono;
    }

    /** The font's size in drawing units. */
    public double size() {
        return size;
    }

    public boolean bold() {
        return bold;
    }

    /** Whether all characters are equally wide, so that addresses can be compared digit by digit. */
    public boolean mono() {
        return mono;
    }

    /** From one line's top to the next one's. */
    public double lineHeight() {
        return Math.round(size * 1.3);
    }
}
