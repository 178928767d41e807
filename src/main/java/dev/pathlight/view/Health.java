package dev.pathlight.view;

/** How one thing on the drawing fares while it runs. */
public enum Health {
    /** Not running. */
    DRAWN,
    /** The plan has not come to it yet. */
    PENDING,
    UP,
    DOWN,
    FAILED
}
