package dev.pathlight.ui.canvas;

/** What happens between pressing a mouse button and letting it go. */
interface Gesture {
    void drag(Pointer p);

    void release(Pointer p);

    /** Escape: as if it had never begun. */
    default void cancel() {}

    /** Paints what it shows while it lasts, above everything. */
    default void paint(Brush b, CanvasStyle style) {}
}
