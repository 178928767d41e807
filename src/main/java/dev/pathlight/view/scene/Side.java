package dev.pathlight.view.scene;

/** A side of a box, with the direction that leads out of it. */
public enum Side {
    TOP(0, -1),
    RIGHT(1, 0),
    BOTTOM(0, 1),
    LEFT(-1, 0);

    private final int dx;
    private final int dy;

    Side(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /** The displacement of {@code length} outwards. */
    public Pt out(double length) {
        return new Pt(dx * length, dy * length);
    }

    public boolean horizontal() {
        return this == TOP || this == BOTTOM;
    }
}
